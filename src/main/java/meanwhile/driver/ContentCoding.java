package meanwhile.driver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an answer that is compressed though no request asks for it; some servers do that. What
 * cannot be decoded stays as it came, with its {@code Content-Encoding}.
 */
final class ContentCoding {
    static final String HEADER = "Content-Encoding";

    private ContentCoding() {}

    /**
     * The decoded body; null if the coding is unknown or the body does not have it.
     *
     * @param longest the maximum length of the decoded body
     * @throws IOException if the decoded body is longer
     */
    static byte @Nullable [] decoded(byte[] body, String coding, int longest) throws IOException {
        byte[] decoded;
        try (InputStream in = stream(body, coding)) {
            if (in == null) {
                return null;
            }
            decoded = in.readNBytes(longest + 1);
        } catch (IOException malformed) {
            return null;
        }
        if (decoded.length > longest) {
            throw new IOException("the answer is longer than %d bytes".formatted(longest));
        }
        return decoded;
    }

    private static @Nullable InputStream stream(byte[] body, String coding) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> in;
            case "gzip", "x-gzip" -> body.length == 0 ? in : new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            default -> null;
        };
    }
}
