package meanwhile.reference.web;

import io.javalin.http.Context;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Limits;
import meanwhile.reference.seam.Picture;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Spool;
import meanwhile.reference.seam.Upload;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** Reads multipart uploads, within bounds. */
final class Forms {
    /** Room for the other fields and the boundaries, in bytes. */
    static final int FIELDS = 256 << 10;

    private static final int LONGEST = 10_000;

    private Forms() {}

    /** The upload in the request; 413, 415 or 422. */
    static Upload upload(Context context, Spool spool, Limits limits) {
        Collection<Part> parts = parts(context, limits.uploadBytes());
        return new Upload(
                picture(parts, spool, limits),
                field(parts, "title", ""),
                field(parts, "description", ""),
                list(field(parts, "tags", "")),
                list(field(parts, "category_ids", "")),
                blankToNull(field(parts, "breed_id", "")),
                blankToNull(field(parts, "collection_id", "")));
    }

    /** Only the file in the request. */
    static Picture file(Context context, Spool spool, Limits limits) {
        return picture(parts(context, limits.uploadBytes()), spool, limits);
    }

    private static Collection<Part> parts(Context context, int limit) {
        if (context.req().getContentLengthLong() > (long) limit + FIELDS) {
            throw RefusedRequest.tooLarge(limit);
        }
        if (!context.isMultipartFormData()) {
            throw RefusedRequest.unsupported("Send the file as multipart/form-data.");
        }
        try {
            context.uploadedFiles();
            return context.req().getParts();
        } catch (IOException
                | ServletException
                | IllegalStateException
                | HttpException.RuntimeException
                | io.javalin.http.HttpResponseException malformed) {

            throw refusal(malformed, limit);
        }
    }

    private static RefusedRequest refusal(Exception malformed, int limit) {
        for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            // Jetty has no exception type for it: "max file size exceeded", "max length …".
            if (message != null && message.contains("exceeded")) {
                return RefusedRequest.tooLarge(limit);
            }
        }
        return RefusedRequest.invalid("The multipart body is malformed.");
    }

    private static Picture picture(Collection<Part> parts, Spool spool, Limits limits) {
        Part part =
                parts.stream()
                        .filter(one -> one.getName().equals("file"))
                        .findFirst()
                        .orElseThrow(() -> RefusedRequest.invalid("\"file\" is required."));
        try (InputStream stream = part.getInputStream()) {
            return picture(spool.hold(stream, limits.uploadBytes()), limits);
        } catch (IOException broken) {
            throw RefusedRequest.invalid("The file could not be read to its end.");
        }
    }

    private static Picture picture(byte[] bytes, Limits limits) {
        if (bytes.length == 0) {
            throw RefusedRequest.invalid("\"file\" is empty.");
        }
        String type =
                Media.type(bytes)
                        .orElseThrow(
                                () ->
                                        RefusedRequest.unsupported(
                                                "A file must be PNG, JPEG or GIF."));
        Optional<Media.Bounds> bounds = Media.bounds(bytes);
        if (bounds.isPresent() && bounds.get().pixels() > limits.pixels()) {
            throw RefusedRequest.invalid(
                    "An image may have at most " + limits.pixels() + " pixels.");
        }
        return new Picture(
                bytes,
                Media.sha256(bytes),
                type,
                bounds.map(Media.Bounds::width).orElse(null),
                bounds.map(Media.Bounds::height).orElse(null));
    }

    private static String field(Collection<Part> parts, String name, String otherwise) {
        for (Part part : parts) {
            if (part.getName().equals(name)) {
                try (InputStream stream = part.getInputStream()) {
                    byte[] bytes = stream.readNBytes(LONGEST + 1);
                    if (bytes.length > LONGEST) {
                        throw RefusedRequest.invalid(
                                "\"" + name + "\" may have at most " + LONGEST + " bytes.");
                    }
                    return Json.storable(name, new String(bytes, StandardCharsets.UTF_8));
                } catch (IOException broken) {
                    throw RefusedRequest.invalid("\"" + name + "\" could not be read.");
                }
            }
        }
        return otherwise;
    }

    /** The words between commas, without blanks and duplicates. */
    static List<String> list(@Nullable String commaSeparated) {
        return commaSeparated == null
                ? List.of()
                : Arrays.stream(commaSeparated.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }

    static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
