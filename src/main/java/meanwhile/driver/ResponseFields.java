package meanwhile.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import meanwhile.language.Cursor;
import meanwhile.target.LinearPattern;
import meanwhile.target.Template;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The facts of an answer, found where the profile says: at a JSON pointer ({@code /votes/up}), in a
 * header ({@code header Pagination-Count}, {@code header Location /images/(.+)}), as the length of
 * a list ({@code count /likes}), in a cookie ({@code cookie sid}), in a parameter of a link ({@code
 * link next after}), in the text ({@code text id=(\\d+)}), or as a constant in the profile ({@code
 * = ready}).
 */
final class ResponseFields {
    private static final String SEVERAL = "[]";

    private final Map<String, String> places;
    private final Context context;
    private final @Nullable JsonNode body;

    /**
     * The context of the facts.
     *
     * @param words for each fact, the meaning of the target's words
     * @param values of the operation's parameters
     * @param shown a text as it may be shown, without secrets
     */
    record Context(
            Response response,
            Map<String, Map<String, String>> words,
            Map<String, Object> values,
            UnaryOperator<String> shown) {}

    ResponseFields(Map<String, String> places, Context context, @Nullable JsonNode body) {
        this.places = places;
        this.context = context;
        this.body = body;
    }

    /** An answer lacks a required fact. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /** A required fact. */
    String text(String name) {
        return context.shown().apply(required(name));
    }

    /** A required fact as it stands there, which must never be shown. */
    String required(String name) {
        String value = plain(name);
        if (value == null) {
            String place = places.get(name);
            throw new Unfit(
                    place == null
                            ? "the profile does not say where “%s” is; if no answer contains it, the profile can state a constant: {%s: = A TEXT}"
                                    .formatted(name, name)
                            : "no “%s” at “%s”".formatted(name, place));
        }
        return value;
    }

    /** A required whole number. */
    long count(String name) {
        Long number = number(name);
        if (number == null) {
            throw new Unfit("no “" + name + "”");
        }
        return number;
    }

    /** A whole number; null if the profile names no place for it or the answer lacks it. */
    @Nullable Long number(String name) {
        String value = plain(name);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException word) {
            throw new Unfit("“" + name + "” is not a whole number");
        }
    }

    /**
     * A fact; null if the profile names no place for it or the answer lacks it. A number stays a
     * number.
     */
    @Nullable Object raw(String name) {
        String place = places.get(name);
        if (place == null) {
            return null;
        }
        JsonNode node = isPointer(place) && body != null ? body.at(place) : null;
        return node != null && node.isIntegralNumber() && node.canConvertToLong()
                ? (Object) node.asLong()
                : plain(name);
    }

    /** A fact as text; null if the profile names no place for it or the answer lacks it. */
    @Nullable String optional(String name) {
        String value = plain(name);
        return value == null ? null : context.shown().apply(value);
    }

    /** The same as it stands there: a token, or what is not shown. */
    @Nullable String plain(String name) {
        String place = places.get(name);
        String found = place == null ? null : found(place);
        return found == null
                ? null
                : context.words().getOrDefault(name, Map.of()).getOrDefault(found, found);
    }

    private @Nullable String found(String place) {
        String[] words = place.split(" ", 2);
        return switch (words[0]) {
            case "header" -> inHeader(words[1].split(" ", 2));
            case "count" -> counted(words.length > 1 ? words[1] : "");
            case "cookie" -> context.response().cookie(words[1]);
            case "link" -> link(words[1].split(" ", 2));
            case "text" -> inText(words[1]);
            default -> place.startsWith("=") ? constant(place) : at(place);
        };
    }

    private static boolean isPointer(String place) {
        return place.isEmpty() || place.startsWith("/") || place.startsWith(SEVERAL);
    }

    private @Nullable String at(String place) {
        JsonNode node = body == null ? null : body.at(place);
        return node == null || node.isMissingNode() || node.isNull() ? null : node.asString("");
    }

    private @Nullable String constant(String place) {
        Object filled = Template.fill(place.substring(1).strip(), context.values());
        return filled == null ? null : String.valueOf(filled);
    }

    /** The number of elements of a list. */
    private @Nullable String counted(String pointer) {
        JsonNode node = body == null ? null : body.at(pointer);
        return node == null || !node.isArray() ? null : String.valueOf(node.size());
    }

    private @Nullable String inHeader(String[] words) {
        String value = context.response().header(words[0]);
        return value == null || words.length == 1
                ? value
                : LinearPattern.of(words[1]).firstIn(value);
    }

    private @Nullable String inText(String regex) {
        return LinearPattern.of(regex).firstIn(context.response().text());
    }

    /** Texts in a list, at a place like {@code /tags[]} or {@code /categories[]/id}. */
    @Nullable List<String> texts(String name) {
        String place = places.get(name);
        if (place == null || body == null) {
            return null;
        }
        String[] parts = place.split("\\[]", 2);
        JsonNode list = body.at(parts[0]);
        if (!list.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list) {
            String text = node.at(parts.length > 1 ? parts[1] : "").asString("");
            texts.add(context.shown().apply(text));
        }
        return texts;
    }

    /** The elements of a list, each with facts of its own. */
    <T> List<T> items(Function<ResponseFields, T> reading) {
        return items("items", reading);
    }

    /** The elements of a list that the profile need not name; null if it does not. */
    <T> @Nullable List<T> itemsIfNamed(String name, Function<ResponseFields, T> reading) {
        return places.containsKey(name) ? items(name, reading) : null;
    }

    /** The names of the facts that the profile places. */
    Set<String> names() {
        return places.keySet();
    }

    /** Whether there are several of this fact, at a place like {@code /tags[]}. */
    boolean isOfSeveral(String name) {
        String place = places.getOrDefault(name, "");
        return isPointer(place) && place.contains(SEVERAL);
    }

    /** Texts in a list that must be there, each of them. */
    List<String> requiredTexts(String name) {
        String[] parts = places.getOrDefault(name, "").split("\\[]", 2);
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list(parts[0])) {
            JsonNode text = node.at(parts[1]);
            if (!text.isValueNode() || text.isNull()) {
                throw new Unfit(
                        "no “%s” in element %d at “%s”"
                                .formatted(name, texts.size() + 1, places.get(name)));
            }
            texts.add(context.shown().apply(text.asString("")));
        }
        return texts;
    }

    /** Whether the answer has no body that could hold facts. */
    boolean empty() {
        return body == null;
    }

    private <T> List<T> items(String name, Function<ResponseFields, T> reading) {
        List<T> items = new ArrayList<>();
        for (JsonNode node : list(places.getOrDefault(name, ""))) {
            items.add(reading.apply(new ResponseFields(places, context, node)));
        }
        return items;
    }

    private JsonNode list(String place) {
        JsonNode list = body == null ? null : body.at(place);
        if (list == null || !list.isArray()) {
            throw new Unfit(
                    place.isEmpty()
                            ? "the answer itself is not a list, and the profile names no “items”"
                            : "no list at “%s”".formatted(place));
        }
        return list;
    }

    /** Where the next page begins; null on the last. */
    @Nullable Cursor cursor() {
        String place = places.getOrDefault("next", "");
        if (place.startsWith("page") || place.equals("offset")) {
            return numbered(place.equals("offset") ? "offset" : "page");
        }
        String next = optional("next");
        return next == null || next.isEmpty() ? null : new Cursor(next);
    }

    /** A page that is not full is the last. */
    private @Nullable Cursor numbered(String parameter) {
        int count = list(places.getOrDefault("items", "")).size();
        long limit = value("limit", Long.MAX_VALUE);
        long step = parameter.equals("page") ? 1 : count;
        return count == 0 || count < limit
                ? null
                : new Cursor(String.valueOf(value(parameter, 0) + step));
    }

    private long value(String parameter, long fallback) {
        Object value = context.values().get(parameter);
        return value == null ? fallback : Long.parseLong(String.valueOf(value));
    }

    private @Nullable String link(String[] words) {
        try {
            return LinkHeader.parameter(context.response(), words);
        } catch (IllegalArgumentException malformed) {
            throw new Unfit("a link’s “%s” is not URL-encoded".formatted(words[1]));
        }
    }
}
