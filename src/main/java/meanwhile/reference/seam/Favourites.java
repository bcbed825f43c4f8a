package meanwhile.reference.seam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps members' favourite images, each at most once. */
public interface Favourites {
    /** Adds; 409 duplicate, 409 not ready, 404, 410. */
    Favourite add(Work work, Caller caller, String imageId);

    /** Removes once; 404, 410, 403. */
    void remove(Work work, Caller caller, String favouriteId);

    /** A member's favourites in the order added. */
    List<Favourite> list(Work work, String memberId, @Nullable Long after, int limit);

    /** The number of the member's favourites. */
    int count(Work work, String memberId);

    /**
     * A favourite.
     *
     * @param seq its position
     * @param id identifier
     * @param imageId the image
     * @param createdAt when added
     */
    record Favourite(long seq, String id, String imageId, Instant createdAt) {}
}
