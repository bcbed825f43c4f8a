package meanwhile.reference.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Reads image files: their declared type and size, and their pixels. */
public final class Media {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] GIF = {'G', 'I', 'F', '8'};
    private static final int THUMBNAIL_PIXELS = 128;

    static {
        // ImageIO would otherwise write every stream to a temporary file first.
        ImageIO.setUseCache(false);
    }

    private Media() {}

    /** The media type from the first bytes: PNG, JPEG or GIF; empty for anything else. */
    public static Optional<String> type(byte[] bytes) {
        if (startsWith(bytes, PNG)) {
            return Optional.of("image/png");
        }
        if (startsWith(bytes, JPEG)) {
            return Optional.of("image/jpeg");
        }
        return startsWith(bytes, GIF) ? Optional.of("image/gif") : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** Width and height from the header alone, without decoding; empty if it cannot be read. */
    public static Optional<Bounds> bounds(byte[] bytes) {
        try (ImageInputStream input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return Optional.of(new Bounds(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // A broken file makes ImageIO throw nearly anything; here all of it means: no header.
            return Optional.empty();
        }
    }

    /** SHA-256, lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Decodes the whole image and makes a PNG thumbnail, or says why it cannot. */
    public static Decoded decode(byte[] bytes) {
        ByteArrayOutputStream thumbnail = new ByteArrayOutputStream();
        // A small image is not enlarged.
        int side =
                bounds(bytes)
                        .map(size -> Math.max(size.width(), size.height()))
                        .map(longer -> Math.clamp(longer, 1, THUMBNAIL_PIXELS))
                        .orElse(THUMBNAIL_PIXELS);
        try {
            Thumbnails.of(new ByteArrayInputStream(bytes))
                    .size(side, side)
                    .outputFormat("png")
                    .toOutputStream(thumbnail);
            return new Decoded.Thumbnail(thumbnail.toByteArray());
        } catch (IOException | RuntimeException broken) {
            // As above: any exception from decoding means that the file is corrupt.
            return new Decoded.Corrupt("the file is corrupt");
        }
    }

    /**
     * Size in pixels.
     *
     * @param width pixels
     * @param height pixels
     */
    public record Bounds(int width, int height) {
        /** Their product. */
        public long pixels() {
            return (long) width * height;
        }
    }

    /** The result of decoding. */
    public sealed interface Decoded {
        /**
         * It is an image.
         *
         * @param png its thumbnail
         */
        @SuppressWarnings("ArrayRecordComponent") // No one compares thumbnails.
        record Thumbnail(byte[] png) implements Decoded {}

        /**
         * It is none.
         *
         * @param reason for people
         */
        record Corrupt(String reason) implements Decoded {}
    }
}
