package meanwhile.reference.seam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the votes: at most one per member and image. */
public interface VoteBook {
    /**
     * Casts or changes a vote.
     *
     * @param ifMatch the entity tag of the vote that the change is conditional on (412), if any
     */
    Cast cast(Work work, Caller caller, String imageId, int value, @Nullable String ifMatch);

    /** Withdraws once; 404 never existed, 410 already withdrawn, 403 another member's. */
    void withdraw(Work work, Caller caller, String voteId);

    /** A member's votes in the order first cast, after the cursor if one is given. */
    List<Vote> history(Work work, String memberId, @Nullable Long after, int limit);

    /** The number of the member's votes. */
    int count(Work work, String memberId);

    /**
     * A cast vote.
     *
     * @param vote as it is now
     * @param first whether it is the member's first on this image
     */
    record Cast(Vote vote, boolean first) {}

    /**
     * A vote.
     *
     * @param seq its position in the order first cast
     * @param id identifier
     * @param imageId the image
     * @param value 1 or -1
     * @param version counts its changes from 1
     * @param createdAt when first cast
     * @param updatedAt when last changed
     */
    record Vote(
            long seq,
            String id,
            String imageId,
            int value,
            int version,
            Instant createdAt,
            Instant updatedAt) {}
}
