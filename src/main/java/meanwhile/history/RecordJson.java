package meanwhile.history;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import meanwhile.language.Operation;
import meanwhile.language.RecordPart;
import meanwhile.language.Secret;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts any record to JSON and back by its components, so that the language needs no annotations
 * and a new operation or answer needs no code here. A record is an object; a record of a sealed
 * family carries its name as {@code type}; a record that only wraps a text is that text. Names are
 * in kebab case, times and durations as in {@link HistoryFile}, absent facts are left out. Secrets
 * are masked and bytes are never written.
 */
final class RecordJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordJson() {}

    /** A value does not have the form that is required at its place. */
    static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misfit(String message) {
            super(message);
        }

        Misfit in(String place) {
            return new Misfit(place + ": " + getMessage());
        }
    }

    /** Converts a value to JSON. */
    static JsonNode write(Object value) {
        return switch (value) {
            case Secret _ -> JSON.stringNode(Secret.MASK);
            case VoteValue vote -> JSON.numberNode(vote.number());
            case Enum<?> constant -> JSON.stringNode(key(constant));
            case String text -> JSON.stringNode(text);
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer number -> JSON.numberNode(number.intValue());
            case Long number -> JSON.numberNode(number.longValue());
            case Duration duration -> JSON.stringNode(duration.toString());
            case Collection<?> many -> array(many);
            case Map<?, ?> entries -> object(entries);
            case Record parts -> record(parts);
            default ->
                    throw new IllegalArgumentException(
                            "a history file cannot hold " + value.getClass());
        };
    }

    /** Converts JSON to a value of this type. */
    static Object read(JsonNode json, Type type) {
        if (type instanceof ParameterizedType generic) {
            return many(json, generic);
        }
        return one(json, (Class<?>) type);
    }

    private static JsonNode array(Collection<?> many) {
        ArrayNode array = JSON.arrayNode();
        many.forEach(each -> array.add(write(each)));
        return array;
    }

    private static JsonNode object(Map<?, ?> entries) {
        ObjectNode object = JSON.objectNode();
        entries.forEach((name, value) -> object.set((String) name, write(value)));
        return object;
    }

    private static JsonNode record(Record parts) {
        List<RecordPart> components = RecordPart.in(parts.getClass());
        if (isText(parts.getClass())) {
            return write(Objects.requireNonNull(components.getFirst().of(parts)));
        }
        ObjectNode object = JSON.objectNode();
        if (inFamily(parts.getClass())) {
            object.put("type", Operation.keyOf(parts.getClass()));
        }
        for (RecordPart component : components) {
            Object value = component.type() == byte[].class ? null : component.of(parts);
            if (value != null) {
                object.set(component.name(), write(value));
            }
        }
        return object;
    }

    private static Object many(JsonNode json, ParameterizedType generic) {
        Type element =
                generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        if (generic.getRawType() == Map.class) {
            require(json.isObject(), json, "an object");
            Map<String, Object> entries = new LinkedHashMap<>();
            json.forEachEntry((name, value) -> entries.put(name, within(name, value, element)));
            return entries;
        }
        require(json.isArray(), json, "a list");
        List<Object> values = new ArrayList<>();
        json.forEach(value -> values.add(within("[" + values.size() + "]", value, element)));
        return generic.getRawType() == List.class ? values : new java.util.LinkedHashSet<>(values);
    }

    private static Object one(JsonNode json, Class<?> type) {
        if (type == long.class || type == Long.class) {
            require(json.isIntegralNumber() && json.canConvertToLong(), json, "a whole number");
            return json.longValue();
        }
        if (type == int.class || type == Integer.class) {
            require(json.isIntegralNumber() && json.canConvertToInt(), json, "a whole number");
            return json.intValue();
        }
        if (type == boolean.class || type == Boolean.class) {
            require(json.isBoolean(), json, "true or false");
            return json.booleanValue();
        }
        if (type == VoteValue.class) {
            boolean fits = json.canConvertToInt() && Math.abs(json.intValue()) == 1;
            require(json.isIntegralNumber() && fits, json, "1 or -1");
            return VoteValue.of(json.intValue());
        }
        if (type.isSealed() || inFamily(type)) {
            return member(json, type);
        }
        return type.isRecord() && !isText(type) ? build(json, type) : scalar(json, type);
    }

    private static Object scalar(JsonNode json, Class<?> type) {
        require(json.isString(), json, "a text");
        String text = json.stringValue();
        if (type == String.class) {
            return text;
        }
        if (type == Duration.class) {
            return duration(text);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> key((Enum<?>) constant).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new Misfit("unknown value “" + text + "”"));
        }
        if (type.isRecord()) {
            return construct(type, new @Nullable Object[] {text});
        }
        throw new IllegalArgumentException("a history file cannot hold " + type);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException malformed) {
            throw new Misfit("“" + text + "” is not a duration such as PT1.5S");
        }
    }

    private static Object member(JsonNode json, Class<?> family) {
        require(json.isObject(), json, "an object");
        JsonNode type = json.get("type");
        if (type == null) {
            throw new Misfit("“type” is missing");
        }
        require(type.isString(), type, "a text as type");
        String key = type.stringValue();
        Class<?> found =
                RecordPart.recordsOf(family)
                        .filter(kind -> Operation.keyOf(kind).equals(key))
                        .findFirst()
                        .orElseThrow(() -> new Misfit("unknown type “" + key + "”"));
        return build(json, found);
    }

    private static Object build(JsonNode json, Class<?> type) {
        require(json.isObject(), json, "an object");
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            JsonNode value = json.get(component.getName());
            if (value != null && component.getType() != byte[].class) {
                values[i] = within(component.getName(), value, component.getGenericType());
            } else if (!optional(component)) {
                throw new Misfit("“" + component.getName() + "” is missing");
            }
        }
        json.propertyNames().forEach(name -> requireKnown(name, type, components));
        return construct(type, values);
    }

    private static void requireKnown(String name, Class<?> type, RecordComponent[] components) {
        boolean known =
                (name.equals("type") && inFamily(type))
                        || Arrays.stream(components)
                                .anyMatch(
                                        component ->
                                                component.getName().equals(name)
                                                        && component.getType() != byte[].class);
        if (!known) {
            throw new Misfit("“" + name + "” is not allowed here");
        }
    }

    private static Object within(String place, JsonNode json, Type type) {
        try {
            return read(json, type);
        } catch (Misfit misfit) {
            throw misfit.in(place);
        }
    }

    private static Object construct(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new Misfit(Objects.requireNonNull(refused.getCause()).toString());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " is a record", impossible);
        }
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean inFamily(Class<?> type) {
        return type.isRecord() && Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    /** Whether it is a record that only wraps a text: an identifier, a cursor, a secret. */
    private static boolean isText(Class<?> type) {
        return type.isRecord()
                && !inFamily(type)
                && RecordPart.in(type).size() == 1
                && RecordPart.in(type).getFirst().type() == String.class;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void require(boolean fits, JsonNode json, String expected) {
        if (!fits) {
            String text = json.toString();
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            throw new Misfit("expected " + expected + ", found " + shown);
        }
    }
}
