package meanwhile.reference.seam;

import org.jspecify.annotations.Nullable;

/**
 * Holds the bytes of an uploaded file that should be an image.
 *
 * @param bytes as sent
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param mimeType from the first bytes
 * @param width in pixels, null if the header cannot be read
 * @param height in pixels, null if the header cannot be read
 */
@SuppressWarnings("ArrayRecordComponent") // No one compares pictures; copying is costly.
public record Picture(
        byte[] bytes,
        String sha256,
        String mimeType,
        @Nullable Integer width,
        @Nullable Integer height) {}
