package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says how things are made, and what people do. */
final class Drafts {
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

    private final Kinds kinds;
    private final UniqueWords unique;
    private final Set<String> plurals = new HashSet<>();
    private @Nullable String law;

    Drafts(Kinds kinds) {
        this.kinds = kinds;
        unique = new UniqueWords(kinds);
    }

    /** A law that may hold, in the words of what was drafted; null if no number suggests one. */
    @Nullable String law() {
        return law;
    }

    /** How a thing is made. */
    Draft thing(Kind kind) {
        Route route = kind.maker();
        List<String> open = new ArrayList<>();
        for (String place : List.of("query", "header", "cookie")) {
            route.required(place).stream()
                    .map(one -> one.at("name").line())
                    .filter(name -> !IGNORED.contains(name.toLowerCase(Locale.ROOT)))
                    .forEach(name -> open.add("%s: the %s that it needs".formatted(name, place)));
        }
        RequestBody body = RequestBody.of(route);
        Bodies bodies = new Bodies(kinds);
        Map<String, Object> sent = new LinkedHashMap<>();
        if (isKnown(body, open)) {
            sent.put(body.field(), body.carried(bodies.maker(body), open));
        }
        tellMadeUp(bodies, open);
        Draft.CleanUp cleanUp =
                kinds.removal(route.alike())
                        .map(removal -> cleanUp(removal, _ -> "{id}"))
                        .orElse(null);
        if (cleanUp == null) {
            open.add("clean-up: nothing deletes a thing of this kind, so that each one stays");
        }
        return new Draft(
                kind.name(),
                plural(kind),
                "POST " + route.path(),
                sent,
                accepted(route, open),
                Map.of("id", kind.id()),
                cleanUp,
                open,
                asides(bodies, route, List.of()));
    }

    private Map<String, String> plural(Kind kind) {
        String plural = PlainWords.plural(kind.name());
        for (int i = 2; !plurals.add(plural); i++) {
            plural = PlainWords.plural(kind.name()) + " " + i;
        }
        return plural.equals(kind.name() + "s") ? Map.of() : Map.of("plural", plural);
    }

    private static Draft.CleanUp cleanUp(Route removal, UnaryOperator<String> gaps) {
        List<Integer> accepted = removal.accepted();
        return new Draft.CleanUp(
                "DELETE " + removal.filled(gaps),
                accepted.isEmpty() ? List.of(200, 204) : accepted);
    }

    /** What people do. */
    Draft operation(Route route) {
        List<String> open = new ArrayList<>();
        Speech speech = new Speech();
        Map<String, String> gaps = new LinkedHashMap<>();
        route.gaps().forEach(gap -> gaps.put(gap, gap(route, gap, speech)));
        Bodies bodies = new Bodies(kinds);
        Map<String, Object> sent = sent(route, speech, bodies, open);
        String name = unique.name(route);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("phrase", unique.phrase(route, speech, name));
        Phrasing wording = Phrasing.of(route).getFirst();
        String noun = wording.looksUp() ? null : unique.noun(route, wording);
        if (noun != null) {
            words.put("noun", noun);
            if (!PlainWords.plural(noun).equals(noun + "s")) {
                words.put("plural", PlainWords.plural(noun));
            }
        }
        Facts facts = facts(route);
        Map<String, String> answer = new LinkedHashMap<>(facts.places());
        if (facts.isUnsure()) {
            open.add("answer: the document does not say which of these facts each answer has");
        }
        if (noun == null) {
            suggestLaw(speech, answer);
        }
        Draft.CleanUp cleanUp = noun == null ? null : cleanUpOf(route, noun, answer, gaps);
        return new Draft(
                name,
                words,
                route.method() + " " + route.filled(gap -> "{" + gaps.get(gap) + "}"),
                sent,
                accepted(route, open),
                answer,
                cleanUp,
                open,
                asides(bodies, route, facts.left()));
    }

    private static Facts facts(Route route) {
        List<String> collection = Route.collection(route.path());
        String listed = PlainWords.plural(PlainWords.join(PlainWords.singular(collection)));
        return Facts.of(route.answer(), listed);
    }

    private void suggestLaw(Speech speech, Map<String, String> answer) {
        List<Speech.Parameter> said = speech.all();
        if (law == null && said.size() == 1 && said.getFirst().thing()) {
            answer.keySet().stream()
                    .filter(fact -> Bodies.counts(List.of(fact.split("-"))))
                    .findFirst()
                    .ifPresent(
                            fact ->
                                    law =
                                            "the %s of every %s %s never below 0"
                                                    .formatted(
                                                            fact.replace('-', ' '),
                                                            said.getFirst().type(),
                                                            fact.endsWith("s") ? "are" : "is"));
        }
    }

    private Map<String, Object> sent(Route route, Speech speech, Bodies bodies, List<String> open) {
        Map<String, Object> sent = new LinkedHashMap<>();
        for (String place : List.of("query", "header")) {
            Map<String, Object> parameters = parameters(route, place, speech);
            if (!parameters.isEmpty()) {
                sent.put(place.equals("query") ? place : "headers", parameters);
            }
        }
        route.required("cookie")
                .forEach(
                        one ->
                                open.add(
                                        "the cookie %s that it needs"
                                                .formatted(one.at("name").line())));
        RequestBody body = RequestBody.of(route);
        if (isKnown(body, open)) {
            Map<String, Object> filled = bodies.deed(body, speech, kinds.replacedBy(route));
            sent.put(body.field(), body.carried(filled, open));
        }
        tellMadeUp(bodies, open);
        return sent;
    }

    private static boolean isKnown(RequestBody body, List<String> open) {
        if (body.isUnknown()) {
            open.add("a body of the kind %s: say what it contains".formatted(body.kind()));
        }
        return !body.isUnknown() && !body.field().isEmpty();
    }

    /** What is made at a path of its own may be deleted below it. */
    private Draft.@Nullable CleanUp cleanUpOf(
            Route route, String noun, Map<String, String> answer, Map<String, String> gaps) {
        Optional<Route> removal =
                route.is("POST") ? kinds.removal(route.alike()) : Optional.empty();
        String id =
                removal.isEmpty() ? null : Kind.idOf(route, noun, kinds.gapBehind(route.alike()));
        if (removal.isEmpty() || id == null) {
            return null;
        }
        answer.putIfAbsent("id", id);
        List<String> outer = removal.get().gaps();
        List<String> named = List.copyOf(gaps.values());
        return cleanUp(
                removal.get(),
                one ->
                        one.equals(outer.getLast())
                                ? "{id}"
                                : "{" + named.get(outer.indexOf(one)) + "}");
    }

    private String gap(Route route, String gap, Speech speech) {
        Optional<Kind> kind = kinds.at(route, gap);
        if (kind.isPresent()) {
            return speech.thing(kind.get(), List.of(kind.get().name().split(" "))).name();
        }
        List<String> words = PlainWords.withoutId(PlainWords.of(gap));
        List<String> outer = PlainWords.singular(Route.lastWords(route.before(gap)));
        boolean bare = words.isEmpty() || words.equals(List.of("id"));
        return speech.needed(
                        bare && !outer.isEmpty() ? outer : words,
                        route.gap(gap).type().equals("integer") ? "number" : "text")
                .name();
    }

    private Map<String, Object> parameters(Route route, String place, Speech speech) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Part one : route.required(place)) {
            String name = one.at("name").text();
            List<String> words = PlainWords.of(name);
            if (!IGNORED.contains(name.toLowerCase(Locale.ROOT)) && !words.isEmpty()) {
                all.put(name, parameter(name, words, Shape.of(one.at("schema")), speech));
            }
        }
        return all;
    }

    private String parameter(String name, List<String> words, Shape shape, Speech speech) {
        return kinds.reference(words)
                .map(kind -> speech.thing(kind, words))
                .or(() -> Bodies.type(shape, words).flatMap(type -> speech.free(words, type)))
                .map(Speech.Parameter::gap)
                .orElseGet(() -> String.valueOf(new Constants().of(name, shape)));
    }

    private static void tellMadeUp(Bodies bodies, List<String> open) {
        if (!bodies.madeUp().isEmpty()) {
            open.add(
                    "made up, as the document gives no example: "
                            + String.join(", ", bodies.madeUp()));
        }
    }

    private static List<Integer> accepted(Route route, List<String> open) {
        List<Integer> accepted = route.accepted();
        if (accepted.isEmpty()) {
            open.add("accepted: the document names no status of success");
            return List.of(200, 201, 202, 204);
        }
        return accepted;
    }

    private static List<String> asides(Bodies bodies, Route route, List<String> facts) {
        List<String> left = new ArrayList<>(bodies.left());
        left.addAll(route.optional());
        List<String> asides = new ArrayList<>();
        if (!left.isEmpty()) {
            asides.add("left out, as it need not be sent: " + String.join(", ", left));
        }
        if (!facts.isEmpty()) {
            asides.add("no fact here, as not each answer has it: " + String.join(", ", facts));
        }
        return asides;
    }
}
