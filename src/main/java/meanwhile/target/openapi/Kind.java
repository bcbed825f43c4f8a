package meanwhile.target.openapi;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing: what is made at a path of its own and answered with an id, by which other paths
 * speak of it.
 *
 * @param name "show"
 * @param maker what makes one
 * @param id where its id stands in the answer
 * @param numbered whether the id is a number
 */
record Kind(String name, Route maker, String id, boolean numbered) {
    private static final Set<String> UNIQUE = Set.of("id", "_id", "uuid", "guid");

    /** A property that names something, and what it is. */
    private record Place(String pointer, Shape shape) {}

    /**
     * Where an answer names the id of what was made; null if it does not say.
     *
     * @param gap the name of the gap in the paths that speak of it; null if none do
     */
    private static @Nullable Place place(Route maker, String kind, @Nullable String gap) {
        Shape answer = maker.answer();
        Place place = within(answer, "", kind, gap);
        if (place != null) {
            return place;
        }
        for (String name : answer.properties()) {
            Shape inner = answer.property(name);
            Place deeper =
                    inner.isObject() && Facts.isSafe(name)
                            ? within(inner, "/" + name, kind, gap)
                            : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private static @Nullable Place within(
            Shape shape, String pointer, String kind, @Nullable String gap) {
        for (List<String> wanted :
                List.of(
                        List.of(gap == null ? "id" : plain(gap)),
                        List.copyOf(UNIQUE),
                        List.of(plain(kind) + "id"))) {
            for (String name : shape.properties()) {
                Shape property = shape.property(name);
                boolean fits = wanted.contains(plain(name)) || wanted.contains(name);
                if (fits && property.isPlain() && Facts.isSafe(name)) {
                    return new Place(pointer + "/" + name, property);
                }
            }
        }
        return null;
    }

    private static String plain(String name) {
        return String.join("", PlainWords.of(name));
    }

    /** The kind of thing that somebody makes; null if the answer names no id. */
    static @Nullable Kind madeBy(Route maker, String name, String gap) {
        Place place = place(maker, name, gap);
        return place == null
                ? null
                : new Kind(name, maker, place.pointer(), place.shape().isNumber());
    }

    /** The place of the id of what comes of an operation; null if its answer names none. */
    static @Nullable String idOf(Route route, String noun, @Nullable String gap) {
        Place place = place(route, noun, gap);
        return place == null ? null : place.pointer();
    }
}
