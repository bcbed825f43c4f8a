package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values that are the same in each request: those that the document gives, or made-up ones. */
final class Constants {
    private static final int DEEPEST = 4;
    private static final int LONGEST = 60;
    private static final Map<String, String> OF_FORMATS =
            Map.of(
                    "date", "2030-01-31",
                    "date-time", "2030-01-31T12:00:00Z",
                    "time", "12:00:00",
                    "email", "somebody@example.org",
                    "uuid", "00000000-0000-4000-8000-000000000001",
                    "uri", "https://example.org/",
                    "url", "https://example.org/");

    /** A schema may contain itself many times. */
    private static final int MOST = 1_000;

    private final Set<String> madeUp = new TreeSet<>();
    private int values;

    /** The names of what was made up, because the document gives no value. */
    Set<String> madeUp() {
        return madeUp;
    }

    Object of(String name, Shape shape) {
        return of(name, shape, 0);
    }

    private Object of(String name, Shape shape, int depth) {
        values++;
        if (values > MOST) {
            return "a text";
        }
        if (shape.isArray()) {
            List<Object> all = new ArrayList<>();
            shape.fixed().items().stream()
                    .map(Part::text)
                    .filter(Constants::isFit)
                    .forEach(text -> all.add(typed(shape.element(), text)));
            if (all.isEmpty() && depth < DEEPEST && isFilled(shape)) {
                all.add(of(name, shape.element(), depth + 1));
            } else if (all.isEmpty()) {
                madeUp.add(name);
            }
            return all;
        }
        if (shape.isObject()) {
            Map<String, Object> all = new LinkedHashMap<>();
            if (depth < DEEPEST && shape.saysRequired()) {
                RequestBody.needed(shape)
                        .forEach(
                                inner ->
                                        all.put(
                                                inner,
                                                of(inner, shape.property(inner), depth + 1)));
            }
            return all;
        }
        return plain(name, shape);
    }

    private static boolean isFilled(Shape list) {
        return !list.fewest().isEmpty() && !list.fewest().equals("0");
    }

    private Object plain(String name, Shape shape) {
        String given = shape.fixed().text();
        if (!given.isEmpty() && isFit(given)) {
            return typed(shape, given);
        }
        if (shape.type().equals("boolean")) {
            return false;
        }
        madeUp.add(name);
        if (shape.isNumber()) {
            String least = shape.least().text();
            return isFit(least) ? typed(shape, least.isEmpty() ? "1" : least) : Long.valueOf(1);
        }
        return OF_FORMATS.getOrDefault(shape.format(), "a text");
    }

    /** A brace would begin a gap, and what is very long is no value that a person would give. */
    private static boolean isFit(String text) {
        return text.indexOf('{') < 0 && text.indexOf('}') < 0 && text.length() <= LONGEST;
    }

    private static Object typed(Shape shape, String text) {
        boolean number = shape.isNumber() && text.matches("-?\\d{1,15}(\\.\\d{1,9})?");
        if (number) {
            return text.indexOf('.') < 0 ? (Object) Long.valueOf(text) : Double.valueOf(text);
        }
        if (shape.isNumber()) {
            return Long.valueOf(1);
        }
        return shape.type().equals("boolean") ? (Object) Boolean.valueOf(text) : text;
    }
}
