package meanwhile.target.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The body that an operation takes.
 *
 * @param field how a profile says it: json, form, multipart; empty if there is none, or none that a
 *     profile can fill
 * @param kind the kind of content, as the document says it; empty if there is none
 */
record RequestBody(String field, String kind, Shape shape) {
    private static final Set<String> IDS = Set.of("id", "_id", "uuid", "guid");
    private static final Map<String, String> FIELDS =
            Map.of(
                    "application/x-www-form-urlencoded", "form",
                    "multipart/form-data", "multipart");

    static RequestBody of(Route route) {
        Part body = route.operation().at("requestBody");
        Part content = body.at("content");
        Part json = Route.json(content);
        if (json.exists()) {
            return new RequestBody("json", "application/json", Shape.of(json));
        }
        for (String kind : content.names()) {
            String field = FIELDS.get(kind.toLowerCase(java.util.Locale.ROOT));
            if (field != null) {
                return new RequestBody(field, kind, Shape.of(content.at(kind, "schema")));
            }
        }
        return new RequestBody(
                "",
                content.names().stream()
                        .findFirst()
                        .orElse(body.exists() ? "of no known kind" : ""),
                Shape.of(Part.NOTHING));
    }

    boolean isJson() {
        return field.equals("json");
    }

    /**
     * A body as this kind can carry it: the fields of a form are texts.
     *
     * @param open takes what got lost
     */
    Map<String, Object> carried(Map<String, Object> filled, List<String> open) {
        if (isJson()) {
            return filled;
        }
        Map<String, Object> texts = new LinkedHashMap<>();
        filled.forEach(
                (name, value) -> {
                    if (value instanceof List<?> list && !list.isEmpty()) {
                        texts.put(name, String.valueOf(list.getFirst()));
                        open.add("%s: a form of a profile sends one of them".formatted(name));
                    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                        map.forEach(
                                (inner, one) ->
                                        texts.put(
                                                "%s[%s]".formatted(name, inner),
                                                String.valueOf(one)));
                        open.add("%s: sent as %s[…], which is a guess".formatted(name, name));
                    } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
                        open.add("%s: a form of a profile cannot send it".formatted(name));
                    } else {
                        texts.put(name, String.valueOf(value));
                    }
                });
        return texts;
    }

    /** Whether there is a body whose contents are not known. */
    boolean isUnknown() {
        return field.isEmpty()
                ? !kind.isEmpty()
                : shape.properties().isEmpty() && !shape.isObject();
    }

    /** The names of what must be sent; where that is not said, of everything. */
    Stream<String> needed() {
        return needed(shape);
    }

    static Stream<String> needed(Shape shape) {
        return shape.properties().stream()
                .filter(name -> name.indexOf('{') < 0)
                .filter(name -> !shape.property(name).isReadOnly())
                .filter(name -> shape.saysRequired() ? shape.requires(name) : !IDS.contains(name));
    }

    /** The names of what may be left out. */
    static List<String> optional(Shape shape) {
        return shape.saysRequired()
                ? shape.properties().stream()
                        .filter(name -> !shape.requires(name) && !shape.property(name).isReadOnly())
                        .toList()
                : List.of();
    }
}
