package meanwhile.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an acceptance says. Facts that a target does not give are null. */
public sealed interface Answer {

    /** It was done; there is nothing else to say. */
    record Done() implements Answer {}

    /** Somebody became a member. */
    record MemberCreated(MemberId id) implements Answer {}

    /** A session was opened. */
    record SessionOpened(Secret accessToken) implements Answer {}

    /**
     * A member's own account.
     *
     * @param images how many images they have
     * @param storedBytes how many bytes count against their storage quota
     */
    record MemberSeen(@Nullable Long images, @Nullable Long storedBytes) implements Answer {}

    /** An upload was taken; the image may still be processing. */
    record UploadTaken(ImageId id) implements Answer {}

    /** An image's record. Totals are the votes that count now. */
    record ImageSeen(
            ImageId id,
            @Nullable ImageStatus status,
            @Nullable String title,
            @Nullable Long up,
            @Nullable Long down,
            @Nullable Long version)
            implements Answer {}

    /** An image's bytes, by their fingerprint. */
    record BytesSeen(String sha256, long length) implements Answer {}

    /**
     * A page of images.
     *
     * @param ids in the order listed
     * @param next where the next page begins; null on the last
     * @param total how many there are in all, where the target says
     */
    record ImagesListed(List<ImageId> ids, @Nullable Cursor next, @Nullable Long total)
            implements Answer {
        public ImagesListed {
            ids = List.copyOf(ids);
        }
    }

    /** A vote was taken. */
    record VoteTaken(VoteId id) implements Answer {}

    /** One vote of a member. */
    record VoteSeen(VoteId id, ImageId image, VoteValue value) {}

    /** A page of a member's votes, in the order listed. */
    record VotesListed(List<VoteSeen> votes, @Nullable Cursor next, @Nullable Long total)
            implements Answer {
        public VotesListed {
            votes = List.copyOf(votes);
        }
    }

    /** The gallery's totals. */
    record TotalsSeen(@Nullable Long images, @Nullable Long votes) implements Answer {}

    /** The value of the knowingly racy counter. */
    record CanarySeen(long value) implements Answer {}
}
