package meanwhile.reference.defect;

import java.util.List;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Editor;
import meanwhile.reference.seam.Favourites;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Picture;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Forwards like {@link Forwarding}, for what members do with images. */
final class SocialForwarding {
    private SocialForwarding() {}

    /** Forwards to the sound vote book. */
    interface Votes extends VoteBook {
        /** The sound part. */
        VoteBook sound();

        @Override
        default Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            return sound().cast(work, caller, imageId, value, ifMatch);
        }

        @Override
        default void withdraw(Work work, Caller caller, String voteId) {
            sound().withdraw(work, caller, voteId);
        }

        @Override
        default List<Vote> history(Work work, String memberId, @Nullable Long after, int limit) {
            return sound().history(work, memberId, after, limit);
        }

        @Override
        default int count(Work work, String memberId) {
            return sound().count(work, memberId);
        }
    }

    /** Forwards to the sound favourites. */
    interface Favouring extends Favourites {
        /** The sound part. */
        Favourites sound();

        @Override
        default Favourite add(Work work, Caller caller, String imageId) {
            return sound().add(work, caller, imageId);
        }

        @Override
        default void remove(Work work, Caller caller, String favouriteId) {
            sound().remove(work, caller, favouriteId);
        }

        @Override
        default List<Favourite> list(Work work, String memberId, @Nullable Long after, int limit) {
            return sound().list(work, memberId, after, limit);
        }

        @Override
        default int count(Work work, String memberId) {
            return sound().count(work, memberId);
        }
    }

    /** Forwards to the sound comments. */
    interface Commenting extends Comments {
        /** The sound part. */
        Comments sound();

        @Override
        default Comment add(Work work, Caller caller, String imageId, String text) {
            return sound().add(work, caller, imageId, text);
        }

        @Override
        default List<Comment> list(Work work, String imageId, @Nullable Long after, int limit) {
            return sound().list(work, imageId, after, limit);
        }

        @Override
        default int count(Work work, String imageId) {
            return sound().count(work, imageId);
        }
    }

    /** Forwards to the sound collections. */
    interface Collecting extends Collections {
        /** The sound part. */
        Collections sound();

        @Override
        default Collection create(Work work, Caller caller, String name) {
            return sound().create(work, caller, name);
        }

        @Override
        default Collection read(Work work, String collectionId) {
            return sound().read(work, collectionId);
        }

        @Override
        default void place(Work work, Caller caller, String collectionId, String imageId) {
            sound().place(work, caller, collectionId, imageId);
        }

        @Override
        default void placeNew(Work work, Caller caller, String collectionId, String imageId) {
            sound().placeNew(work, caller, collectionId, imageId);
        }

        @Override
        default void take(Work work, Caller caller, String collectionId, String imageId) {
            sound().take(work, caller, collectionId, imageId);
        }
    }

    /** Forwards to the sound editor. */
    interface Editing extends Editor {
        /** The sound part. */
        Editor sound();

        @Override
        default ImageView change(
                Work work, Caller caller, String imageId, @Nullable String ifMatch, Change change) {
            return sound().change(work, caller, imageId, ifMatch, change);
        }

        @Override
        default void replace(
                Work work,
                Caller caller,
                String imageId,
                @Nullable String ifMatch,
                Picture picture) {
            sound().replace(work, caller, imageId, ifMatch, picture);
        }
    }
}
