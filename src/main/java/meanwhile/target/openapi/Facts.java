package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The facts that an answer carries, by the places where they stand: its numbers and ids, and of its
 * lists the ids in them. A fact that is declared must be there in each answer, so only what the
 * document requires is declared, or everything where it requires nothing.
 */
final class Facts {
    private static final Pattern SAFE = Pattern.compile("[\\w$.-]+");
    private static final int MOST = 12;

    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private boolean unsure;

    private Facts() {}

    /** Whether a name can stand in the place of a fact. */
    static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }

    /**
     * The facts of an answer.
     *
     * @param listed the name of what a list without a name contains
     */
    static Facts of(Shape answer, String listed) {
        Facts facts = new Facts();
        if (answer.isArray()) {
            facts.list(answer, "", listed);
        } else {
            facts.take(answer, "", List.of());
        }
        return facts;
    }

    /** The places by the names of the facts. */
    Map<String, String> places() {
        return places;
    }

    /** What the document does not require, and what was too much. */
    List<String> left() {
        return left;
    }

    /** Whether the document does not say which facts there must be. */
    boolean isUnsure() {
        return unsure;
    }

    private void take(Shape shape, String pointer, List<String> outer) {
        for (String name : shape.properties()) {
            Shape property = shape.property(name);
            List<String> words = new ArrayList<>(outer);
            words.addAll(PlainWords.of(name));
            String place = pointer + "/" + name;
            if (!isSafe(name) || words.isEmpty()) {
                continue;
            }
            if (property.isNullable() || (shape.saysRequired() && !shape.requires(name))) {
                leave(property, words);
            } else if (property.isArray()) {
                list(property, place, PlainWords.join(words));
            } else if (property.isObject() && outer.isEmpty()) {
                take(property, place, words);
            } else if (property.isPlain() && isFact(property, words)) {
                unsure |= !shape.saysRequired();
                put(words, place);
            }
        }
    }

    private void leave(Shape property, List<String> words) {
        if (property.isPlain() && isFact(property, words)) {
            left.add(PlainWords.join(words));
        }
    }

    private static boolean isFact(Shape property, List<String> words) {
        return property.isNumber() || words.getLast().equals("id");
    }

    private void list(Shape list, String place, String name) {
        Shape element = list.element();
        List<String> words = List.of(name.split(" "));
        if (element.isPlain() && !element.type().isEmpty()) {
            put(words, place + "[]");
            return;
        }
        for (String id :
                List.of("id", "_id", "uuid", PlainWords.singular(words.getLast()) + "id")) {
            for (String property : element.properties()) {
                boolean named =
                        property.equals(id) || String.join("", PlainWords.of(property)).equals(id);
                if (named && isSafe(property)) {
                    put(words, place + "[]/" + property);
                    return;
                }
            }
        }
    }

    private void put(List<String> words, String place) {
        String name = PlainWords.kebab(words);
        if (places.size() >= MOST) {
            left.add(PlainWords.join(words));
        } else {
            places.putIfAbsent(name, place);
        }
    }
}
