package meanwhile.driver;

import java.net.URI;
import java.util.List;
import java.util.Map;
import meanwhile.language.ImageFile;
import org.jspecify.annotations.Nullable;

/**
 * A request, ready to be sent.
 *
 * @param url with path and query, encoded
 * @param json the body as text; null for none
 * @param parts the body as a form; empty for none
 * @param raw the body as bytes; null for none
 */
record Request(
        String method,
        URI url,
        Map<String, String> headers,
        @Nullable String json,
        List<Part> parts,
        @Nullable Raw raw) {

    /** A part of a form. */
    sealed interface Part {
        String name();
    }

    /** A body of raw bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Raw(byte[] bytes, String mediaType) {}

    record TextPart(String name, String text, String mediaType) implements Part {
        TextPart(String name, String text) {
            this(name, text, "text/plain; charset=UTF-8");
        }
    }

    record FilePart(String name, ImageFile file) implements Part {}
}
