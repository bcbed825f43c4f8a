package meanwhile.target.openapi;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a schema says of a value, with everything that it is composed of. Of alternatives the first
 * counts.
 */
final class Shape {
    private String type = "";
    private String format = "";
    private boolean nullable;
    private boolean readOnly;
    private final Part schema;
    private Part fixed;
    private final Map<String, Part> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    private Shape(Part schema) {
        this.schema = schema;
        fixed = schema.at("const");
    }

    static Shape of(Part schema) {
        Shape shape = new Shape(schema);
        shape.take(schema, Collections.newSetFromMap(new IdentityHashMap<>()));
        return shape;
    }

    /**
     * @param taken what was taken already: a schema may be composed of itself
     */
    private void take(Part part, Set<Part> taken) {
        if (!taken.add(part)) {
            return;
        }
        part.at("allOf").items().forEach(one -> take(one, taken));
        for (String alternatives : List.of("oneOf", "anyOf")) {
            part.at(alternatives).items().stream()
                    .filter(one -> !one.at("type").text().equals("null"))
                    .findFirst()
                    .ifPresent(one -> take(one, taken));
        }
        takeType(part.at("type"));
        format = part.at("format").exists() ? part.at("format").text() : format;
        nullable |= part.at("nullable").isTrue();
        readOnly |= part.at("readOnly").isTrue();
        Part all = part.at("properties");
        all.names().forEach(name -> properties.put(name, all.at(name)));
        part.at("required").items().forEach(name -> required.add(name.text()));
        for (Part example :
                List.of(
                        part.at("enum").first(),
                        part.at("default"),
                        part.at("example"),
                        part.at("examples").first())) {
            fixed = fixed.exists() ? fixed : example;
        }
        if (type.isEmpty()) {
            type =
                    !properties.isEmpty()
                            ? "object"
                            : part.at("items").exists()
                                    ? "array"
                                    : part.at("enum").exists() ? "string" : "";
        }
    }

    private void takeType(Part said) {
        if (!said.text().isEmpty()) {
            type = said.text();
        }
        for (Part one : said.items()) {
            nullable |= one.text().equals("null");
            type = type.isEmpty() && !one.text().equals("null") ? one.text() : type;
        }
    }

    /** The type's name, as JSON Schema says it; empty if it says none. */
    String type() {
        return type;
    }

    String format() {
        return format;
    }

    boolean isNullable() {
        return nullable;
    }

    boolean isNumber() {
        return type.equals("integer") || type.equals("number");
    }

    boolean isObject() {
        return type.equals("object");
    }

    boolean isArray() {
        return type.equals("array");
    }

    /** A text, a number or a boolean. */
    boolean isPlain() {
        return !isObject() && !isArray();
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** Whether only certain texts fit. */
    boolean isChosen() {
        return schema.at("enum").exists() || schema.at("const").exists();
    }

    /** The texts that fit, if only certain ones do. */
    List<String> codes() {
        return schema.at("enum").items().stream().map(Part::text).toList();
    }

    /** A value that the document itself gives, or nothing. */
    Part fixed() {
        return fixed;
    }

    Part least() {
        return schema.at("minimum");
    }

    /** The least number of elements; empty if it says none. */
    String fewest() {
        return schema.at("minItems").text();
    }

    Set<String> properties() {
        return properties.keySet();
    }

    Shape property(String name) {
        Part part = properties.get(name);
        return part == null ? of(schema.at("properties", name)) : of(part);
    }

    Shape element() {
        return of(schema.at("items"));
    }

    /** Whether it says which properties there must be. */
    boolean saysRequired() {
        return !required.isEmpty();
    }

    boolean requires(String name) {
        return required.contains(name);
    }
}
