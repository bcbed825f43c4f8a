package meanwhile.reference.seam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores the images' rows and bytes. */
public interface Shelf {
    /** Stores an image with its bytes and requests its processing; returns its identifier. */
    String add(Work work, String ownerId, Upload upload);

    /** A member's own images, newest first, before the cursor (a position) if one is given. */
    List<ImageView> own(Work work, String ownerId, @Nullable Long before, int limit);

    /** The number of the member's images. */
    int ownCount(Work work, String ownerId);

    /** An image; 404 never existed, 410 deleted. */
    ImageView image(Work work, String imageId);

    /** The bytes that readers get; 409 while processing, 422 if failed, 404, 410. */
    Stored file(Work work, String imageId);

    /** The thumbnail, a PNG; refusals as {@link #file}. */
    Stored thumbnail(Work work, String imageId);

    /**
     * Bytes as stored.
     *
     * @param bytes the bytes
     * @param mimeType their type
     * @param sha256 of the image's bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // No one compares them; copying is costly.
    record Stored(byte[] bytes, String mimeType, String sha256) {}
}
