package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the things of a document. */
final class Kinds {
    /** Words that mean something else to a profile. */
    private static final Set<String> TAKEN =
            Set.of("number", "amount", "text", "name", "time span", "person");

    private final List<Route> routes;
    private final Map<String, Kind> byPath = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();

    Kinds(List<Route> routes) {
        this.routes = routes;
        routes.stream()
                .filter(route -> route.is("POST") && route.gaps().isEmpty())
                .forEach(this::consider);
        // What is made out of other things cannot be made by its name alone.
        List<Kind> candidates = List.copyOf(byPath.values());
        for (Kind kind : candidates) {
            RequestBody.of(kind.maker())
                    .needed()
                    .map(PlainWords::of)
                    .map(words -> other(kind, words))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(other -> drop(kind, other));
        }
    }

    /** What a property of a thing refers to, if that is something else. */
    private Optional<String> other(Kind kind, List<String> words) {
        Optional<Kind> known = reference(words);
        if (known.isPresent()) {
            return known.filter(other -> !other.equals(kind)).map(Kind::name);
        }
        boolean named = words.size() > 1 && words.getLast().equals("id");
        String name = PlainWords.join(PlainWords.withoutId(words));
        return named && !name.equals(kind.name()) ? Optional.of(name) : Optional.empty();
    }

    private void drop(Kind kind, String other) {
        byPath.remove(kind.maker().alike());
        open.add(
                "things: “%s” is made for “%s”, so that it is no thing, but what comes of an operation (%s)"
                        .formatted(kind.name(), other, kind.maker().title()));
    }

    private void consider(Route maker) {
        String gap = gapBehind(maker.alike());
        if (gap == null) {
            return;
        }
        String name = name(maker);
        Kind kind = Kind.madeBy(maker, name, gap);
        if (kind == null) {
            open.add(
                    "things: no “%s”, as the answer to %s names no id; with a header it would be"
                                    .formatted(name, maker.title())
                            + " answer: {id: header Location %s/(.+)}".formatted(maker.path()));
        } else {
            byPath.put(maker.alike(), kind);
        }
    }

    /** The name of the gap in the paths that lie below another; null if there are none. */
    @Nullable String gapBehind(String alike) {
        for (Route route : routes) {
            for (String gap : route.gaps()) {
                if (route.before(gap).equals(alike)) {
                    return gap;
                }
            }
        }
        return null;
    }

    private String name(Route maker) {
        String name = PlainWords.join(PlainWords.singular(Route.lastWords(maker.path())));
        String plain = name.isEmpty() || TAKEN.contains(name) ? (name + " record").strip() : name;
        int slash = maker.path().lastIndexOf('/');
        String outer =
                PlainWords.join(
                        PlainWords.singular(Route.lastWords(maker.path().substring(0, slash))));
        String full = isTaken(plain) && !outer.isEmpty() ? outer + " " + plain : plain;
        String unique = full;
        for (int i = 2; isTaken(unique); i++) {
            unique = full + " " + i;
        }
        return unique;
    }

    private boolean isTaken(String name) {
        return byPath.values().stream().anyMatch(kind -> kind.name().equals(name));
    }

    /** All kinds, in the order of the document. */
    List<Kind> all() {
        return List.copyOf(byPath.values());
    }

    /** What is not known of things. */
    List<String> open() {
        return open;
    }

    /** Whether a route does nothing but make a thing. */
    boolean isMaker(Route route) {
        return byPath.values().stream().anyMatch(kind -> kind.maker().equals(route));
    }

    /** The kind of thing that a gap in a path speaks of. */
    Optional<Kind> at(Route route, String gap) {
        return Optional.ofNullable(byPath.get(route.before(gap)));
    }

    /** The kind of thing that a property refers to: “petId”, “from_account”, “room”. */
    Optional<Kind> reference(List<String> words) {
        List<String> named = PlainWords.withoutId(words);
        boolean mere = named.equals(words);
        return byPath.values().stream()
                .filter(kind -> endsWith(named, List.of(kind.name().split(" "))))
                .filter(kind -> !mere || named.size() <= 2)
                .findFirst();
    }

    private static boolean endsWith(List<String> words, List<String> end) {
        int from = words.size() - end.size();
        return from >= 0 && Objects.equals(words.subList(from, words.size()), end);
    }

    /** The kind of thing that a route replaces or changes, if its body may name the id. */
    Optional<Kind> replacedBy(Route route) {
        Kind kind =
                route.endsWithGap()
                        ? at(route, route.gaps().getLast()).orElse(null)
                        : byPath.get(route.alike());
        boolean changes = route.is("PUT") || route.is("PATCH");
        return Optional.ofNullable(kind).filter(one -> changes && one.id().lastIndexOf('/') == 0);
    }

    /** How what stands at a path is taken away, if anything does that. */
    Optional<Route> removal(String alike) {
        return routes.stream()
                .filter(route -> route.is("DELETE") && route.alike().equals(alike + "/{}"))
                .findFirst();
    }
}
