package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Validates every answer that any test gets against the published OpenAPI document: the operation,
 * its status, media type and shape must be in it. It supports the part of JSON Schema that the
 * document uses.
 */
final class Contract {
    private static final JsonNode DOCUMENT = document();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private Contract() {}

    private static JsonNode document() {
        try (InputStream file = Contract.class.getResourceAsStream("/gallery/openapi.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** All operation identifiers. */
    static Set<String> operations() {
        ConcurrentHashMap.KeySetView<String, Boolean> all = ConcurrentHashMap.<String>newKeySet();
        DOCUMENT.path("paths")
                .forEach(path -> path.forEach(one -> all.add(one.path("operationId").asString())));
        return all;
    }

    /** The operations that were answered with a success so far. */
    static Set<String> seen() {
        return SEEN;
    }

    static void check(String method, String path, Client.Reply reply) {
        String template = template(path, method.toLowerCase(Locale.ROOT));
        String where = method + " " + template + " answered " + reply.status();
        if (reply.status() >= 400) {
            assertThat(reply.header("Content-Type"))
                    .as(where)
                    .isEqualTo("application/problem+json");
            matches(schema("Problem"), reply.json(), where);
            assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
        }
        if (reply.status() == 429 || reply.status() == 503) {
            assertThat(reply.header("Retry-After")).as(where).matches("[1-9][0-9]*");
        }
        JsonNode operation =
                DOCUMENT.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            assertThat(reply.status()).as(where).isIn(404, 405);
            return;
        }
        JsonNode answer = resolved(operation.path("responses").path("" + reply.status()));
        assertThat(answer.isMissingNode()).as(where + ", which is not documented").isFalse();
        if (reply.status() < 400) {
            SEEN.add(operation.path("operationId").asString());
            JsonNode content = answer.path("content");
            if (content.isMissingNode()) {
                assertThat(reply.raw().body()).as(where).isEmpty();
            } else {
                JsonNode schema = content.path(reply.header("Content-Type")).path("schema");
                assertThat(schema.isMissingNode()).as(where + ", media type").isFalse();
                if (!schema.path("format").asString("").equals("binary")) {
                    matches(schema, reply.json(), where);
                }
            }
        }
    }

    private static String template(String path, String method) {
        String found = path;
        for (String candidate : DOCUMENT.path("paths").propertyNames()) {
            if (path.matches(candidate.replaceAll("\\{\\w+}", "[^/]+"))
                    && DOCUMENT.path("paths").path(candidate).has(method)) {
                // A literal path goes before one with parameters.
                if (!candidate.contains("{")) {
                    return candidate;
                }
                found = candidate;
            }
        }
        return found;
    }

    private static JsonNode schema(String name) {
        return DOCUMENT.path("components").path("schemas").path(name);
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : DOCUMENT.at(reference.substring(1));
    }

    private static void matches(JsonNode unresolved, JsonNode value, String where) {
        JsonNode schema = resolved(unresolved);
        JsonNode types = schema.path("type");
        if (types.isArray()) {
            assertThat(types.valueStream().anyMatch(type -> is(type.asString(), value)))
                    .as("%s: %s is %s", where, value, types)
                    .isTrue();
        } else {
            assertThat(is(types.asString(), value))
                    .as("%s: %s is %s", where, value, types)
                    .isTrue();
        }
        if (schema.has("enum")) {
            assertThat(schema.path("enum").valueStream()).as(where).contains(value);
        }
        schema.path("required")
                .forEach(
                        name ->
                                assertThat(value.has(name.asString()))
                                        .as("%s: %s has %s", where, value, name)
                                        .isTrue());
        if (schema.has("properties") && value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                JsonNode known = schema.path("properties").path(property.getKey());
                assertThat(known.isMissingNode())
                        .as("%s: %s is not documented", where, property.getKey())
                        .isFalse();
                matches(known, property.getValue(), where);
            }
        }
        if (value.isArray()) {
            value.forEach(item -> matches(schema.path("items"), item, where));
        }
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new AssertionError("the document uses type " + type);
        };
    }
}
