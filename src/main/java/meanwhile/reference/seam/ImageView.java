package meanwhile.reference.seam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds an image as read by one statement.
 *
 * @param seq its position in the order of uploads
 * @param heavy the part that is costly to assemble and changes only with the version
 * @param totals the part that changes with every vote
 */
public record ImageView(long seq, Heavy heavy, Totals totals) {
    /**
     * The part worth caching.
     *
     * @param id identifier
     * @param ownerId its member
     * @param ownerName that member's name
     * @param status processing, ready or failed
     * @param failure why it failed
     * @param title title
     * @param description description
     * @param tags tags
     * @param categories categories by name
     * @param breeds at most one
     * @param width pixels
     * @param height pixels
     * @param mimeType of the bytes
     * @param sha256 of the bytes
     * @param size of the bytes
     * @param createdAt when it was uploaded
     * @param version counts its writes
     * @param taxonomy the revision of categories and breeds that it was assembled from
     */
    public record Heavy(
            String id,
            String ownerId,
            String ownerName,
            String status,
            @Nullable String failure,
            String title,
            String description,
            List<String> tags,
            List<Named> categories,
            List<Named> breeds,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String mimeType,
            @Nullable String sha256,
            @Nullable Long size,
            Instant createdAt,
            int version,
            long taxonomy) {}

    /**
     * Totals at one instant.
     *
     * @param up votes up
     * @param down votes down
     * @param favourites favourites
     * @param comments comments
     */
    public record Totals(int up, int down, int favourites, int comments) {}
}
