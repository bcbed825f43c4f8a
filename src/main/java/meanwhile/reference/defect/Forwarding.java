package meanwhile.reference.defect;

import java.util.List;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.Taxonomy;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Forwards everything to the sound parts; a faulty part overrides one or two methods. */
final class Forwarding {
    private Forwarding() {}

    /** Forwards to the sound shelf. */
    interface Shelves extends Shelf {
        /** The sound part. */
        Shelf sound();

        @Override
        default String add(Work work, String ownerId, Upload upload) {
            return sound().add(work, ownerId, upload);
        }

        @Override
        default List<ImageView> own(Work work, String ownerId, @Nullable Long before, int limit) {
            return sound().own(work, ownerId, before, limit);
        }

        @Override
        default int ownCount(Work work, String ownerId) {
            return sound().ownCount(work, ownerId);
        }

        @Override
        default ImageView image(Work work, String imageId) {
            return sound().image(work, imageId);
        }

        @Override
        default Stored file(Work work, String imageId) {
            return sound().file(work, imageId);
        }

        @Override
        default Stored thumbnail(Work work, String imageId) {
            return sound().thumbnail(work, imageId);
        }
    }

    /** Forwards to the sound search index. */
    interface Search extends SearchIndex {
        /** The sound part. */
        SearchIndex sound();

        @Override
        default void put(Work work, String imageId) {
            sound().put(work, imageId);
        }

        @Override
        default void remove(Work work, String imageId) {
            sound().remove(work, imageId);
        }

        @Override
        default List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
            return sound().search(work, query, before, limit);
        }

        @Override
        default int count(Work work, Query query) {
            return sound().count(work, query);
        }

        @Override
        default int rebuild(Work work) {
            return sound().rebuild(work);
        }
    }

    /** Forwards to the sound counters. */
    interface Counting extends Counters {
        /** The sound part. */
        Counters sound();

        @Override
        default void votes(Work work, String imageId, int up, int down) {
            sound().votes(work, imageId, up, down);
        }

        @Override
        default void favourites(Work work, String imageId, int count) {
            sound().favourites(work, imageId, count);
        }

        @Override
        default void comments(Work work, String imageId, int count) {
            sound().comments(work, imageId, count);
        }

        @Override
        default void usage(Work work, String memberId, int images, long bytes) {
            sound().usage(work, memberId, images, bytes);
        }
    }

    /** Forwards to the sound taxonomy. */
    interface Classifying extends Taxonomy {
        /** The sound part. */
        Taxonomy sound();

        @Override
        default List<Entry> list(Work work, Kind kind) {
            return sound().list(work, kind);
        }

        @Override
        default Entry create(Work work, Kind kind, String name) {
            return sound().create(work, kind, name);
        }

        @Override
        default Entry rename(Work work, Kind kind, String id, String name) {
            return sound().rename(work, kind, id, name);
        }

        @Override
        default void remove(Work work, Kind kind, String id, @Nullable String moveTo) {
            sound().remove(work, kind, id, moveTo);
        }

        @Override
        default Entry merge(Work work, Kind kind, String id, String into) {
            return sound().merge(work, kind, id, into);
        }
    }

    /** Forwards to the sound image cache. */
    interface Images extends ImageCache {
        /** The sound part. */
        ImageCache sound();

        @Override
        default ImageView image(Work work, String imageId) {
            return sound().image(work, imageId);
        }

        @Override
        default void invalidate(String imageId) {
            sound().invalidate(imageId);
        }

        @Override
        default void clear() {
            sound().clear();
        }
    }

    /** Forwards to the sound locks. */
    interface Locking extends Locks {
        /** The sound part. */
        Locks sound();

        @Override
        default Locked image(Work work, String imageId) {
            return sound().image(work, imageId);
        }

        @Override
        default void member(Work work, String memberId) {
            sound().member(work, memberId);
        }
    }

    /** Forwards to the sound limiter. */
    interface Limiting extends Limiter {
        /** The sound part. */
        Limiter sound();

        @Override
        default Standing standing(Work work, String memberId) {
            return sound().standing(work, memberId);
        }

        @Override
        default Standing admit(Work work, String memberId) {
            return sound().admit(work, memberId);
        }
    }
}
