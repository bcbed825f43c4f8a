package meanwhile.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.language.Cursor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The facts of an answer, found where the profile says: at a JSON pointer ({@code /votes/up}), in a
 * header ({@code header Pagination-Count}), or in a parameter of a link ({@code link next after}).
 */
final class Facts {
    private final Map<String, String> places;
    private final Response response;
    private final @Nullable JsonNode body;

    Facts(Map<String, String> places, Response response, @Nullable JsonNode body) {
        this.places = places;
        this.response = response;
        this.body = body;
    }

    /** An answer that lacks what it should say. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /** A fact that must be there. */
    String text(String name) {
        String value = optional(name);
        if (value == null) {
            throw new Unfit(
                    "no “"
                            + name
                            + "” at "
                            + places.getOrDefault(name, "a place the profile does not name"));
        }
        return value;
    }

    /** A whole number that must be there. */
    long count(String name) {
        Long number = number(name);
        if (number == null) {
            throw new Unfit("no “" + name + "”");
        }
        return number;
    }

    /** A whole number, if the profile names a place for it and it is there. */
    @Nullable Long number(String name) {
        String value = optional(name);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException word) {
            throw new Unfit("“" + name + "” is not a whole number");
        }
    }

    /** A fact, if the profile names a place for it and it is there. */
    @Nullable String optional(String name) {
        String place = places.get(name);
        if (place == null) {
            return null;
        }
        if (place.startsWith("header ")) {
            return response.header(place.substring("header ".length()));
        }
        if (place.startsWith("link ")) {
            String[] words = place.split(" ", 3);
            return link(words[1], words[2]);
        }
        JsonNode node = body == null ? null : body.at(place);
        return node == null || node.isMissingNode() || node.isNull() ? null : node.asString();
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
            texts.add(node.at(parts.length > 1 ? parts[1] : "").asString(""));
        }
        return texts;
    }

    /** The elements of a list, each with facts of its own. */
    <T> List<T> items(Function<Facts, T> reading) {
        return items("items", reading);
    }

    /** The same of a list that the profile need not name; null if it does not. */
    <T> @Nullable List<T> itemsIfNamed(String name, Function<Facts, T> reading) {
        return places.containsKey(name) ? items(name, reading) : null;
    }

    /** Whether the answer has no body that could say anything. */
    boolean empty() {
        return body == null;
    }

    private <T> List<T> items(String name, Function<Facts, T> reading) {
        String place = places.getOrDefault(name, "");
        JsonNode list = body == null ? null : body.at(place);
        if (list == null || !list.isArray()) {
            throw new Unfit("no list at “" + place + "”");
        }
        List<T> items = new ArrayList<>();
        for (JsonNode node : list) {
            items.add(reading.apply(new Facts(places, response, node)));
        }
        return items;
    }

    /** Where the next page begins; null on the last. */
    @Nullable Cursor cursor() {
        String next = optional("next");
        return next == null ? null : new Cursor(next);
    }

    private @Nullable String link(String relation, String parameter) {
        String header = response.header("Link");
        if (header == null) {
            return null;
        }
        Matcher matcher =
                Pattern.compile("<([^>]*)>\\s*;[^,]*rel=\"?" + Pattern.quote(relation) + "\"?")
                        .matcher(header);
        if (!matcher.find()) {
            return null;
        }
        Matcher value =
                Pattern.compile("[?&]" + Pattern.quote(parameter) + "=([^&]*)")
                        .matcher(matcher.group(1));
        return value.find()
                ? java.net.URLDecoder.decode(
                        value.group(1), java.nio.charset.StandardCharsets.UTF_8)
                : null;
    }
}
