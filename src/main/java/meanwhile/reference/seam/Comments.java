package meanwhile.reference.seam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps comments in one order for all: their positions count from 1 without gaps. */
public interface Comments {
    /** Appends a comment; 409 not ready, 404, 410. */
    Comment add(Work work, Caller caller, String imageId, String text);

    /** An image's comments by position; 404, 410. */
    List<Comment> list(Work work, String imageId, @Nullable Long after, int limit);

    /** The number of comments. */
    int count(Work work, String imageId);

    /**
     * A comment.
     *
     * @param id identifier
     * @param imageId the image
     * @param position from 1
     * @param authorId its member
     * @param author that member's name
     * @param text the text
     * @param createdAt when added
     */
    record Comment(
            String id,
            String imageId,
            int position,
            String authorId,
            String author,
            String text,
            Instant createdAt) {}
}
