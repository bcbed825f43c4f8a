package meanwhile.reference.web;

import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import meanwhile.reference.seam.RefusedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON, with refusals that name the field. */
final class Json {
    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private static final int LONGEST = 10_000;

    private final JsonNode node;

    private Json(JsonNode node) {
        this.node = node;
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The request's body, which must be a JSON object. */
    static Json of(Context context) {
        try {
            JsonNode node = MAPPER.readTree(context.bodyAsBytes());
            if (node.isObject()) {
                return new Json(node);
            }
        } catch (JacksonException malformed) {
            throw RefusedRequest.invalid("The body is not JSON: " + malformed.getOriginalMessage());
        }
        throw RefusedRequest.invalid("The body must be a JSON object.");
    }

    /** A text that must be present and not blank. */
    String text(String field) {
        String text = textOrNull(field);
        if (text == null || text.isBlank()) {
            throw RefusedRequest.invalid("\"" + field + "\" is required.");
        }
        return text;
    }

    @Nullable String textOrNull(String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > LONGEST) {
            throw RefusedRequest.invalid(
                    "\"" + field + "\" must be a text of at most " + LONGEST + " characters.");
        }
        return storable(field, value.stringValue());
    }

    String textOr(String field, String otherwise) {
        String text = textOrNull(field);
        return text == null ? otherwise : text;
    }

    /** A list of texts, without blanks and duplicates. */
    @Nullable List<String> textsOrNull(String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isArray() || value.size() > LONGEST) {
            throw RefusedRequest.invalid("\"" + field + "\" must be a list of texts.");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode one : value) {
            if (!one.isString()) {
                throw RefusedRequest.invalid("\"" + field + "\" must be a list of texts.");
            }
            texts.add(storable(field, one.stringValue().strip()));
        }
        texts.remove("");
        return List.copyOf(texts);
    }

    /** Refuses the character U+0000, which PostgreSQL cannot store. */
    static String storable(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw RefusedRequest.invalid("\"" + field + "\" contains the character U+0000.");
        }
        return text;
    }

    int number(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw RefusedRequest.invalid("\"" + field + "\" must be a whole number.");
        }
        return value.intValue();
    }

    @Nullable Integer numberOrNull(String field) {
        return node.has(field) ? number(field) : null;
    }

    boolean flag(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isBoolean()) {
            throw RefusedRequest.invalid("\"" + field + "\" must be true or false.");
        }
        return value.booleanValue();
    }

    boolean has(String field) {
        return node.has(field);
    }
}
