package meanwhile.language;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload. A history keeps its fingerprint but not its bytes.
 *
 * @param name its name, with an extension
 * @param mediaType for example {@code image/png}
 * @param sha256 the fingerprint of its bytes, in lower-case hexadecimal
 * @param length its number of bytes
 * @param content the bytes themselves; null when read back from a history
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: the fingerprint stands for the bytes
public record ImageFile(
        String name, String mediaType, String sha256, int length, byte @Nullable [] content) {

    /** A file with these bytes, which must not be changed afterwards. */
    public static ImageFile of(String name, String mediaType, byte[] bytes) {
        return new ImageFile(name, mediaType, fingerprint(bytes), bytes.length, bytes);
    }

    /** The bytes, for sending. */
    public byte[] bytes() {
        return Objects.requireNonNull(content, "a file read from a history cannot be sent again");
    }

    /** SHA-256 of any bytes, in lower-case hexadecimal. */
    public static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return name + " (" + length + " bytes)";
    }
}
