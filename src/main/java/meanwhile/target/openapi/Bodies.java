package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Fills the bodies of requests: with what a phrase says, and otherwise with constants. */
final class Bodies {
    private static final int DEEPEST = 3;
    private static final List<String> NAMES =
            List.of("name", "title", "code", "label", "login", "username", "email", "owner");
    private static final Set<String> COUNTS =
            Set.of(
                    "stock",
                    "seats",
                    "places",
                    "capacity",
                    "quantity",
                    "balance",
                    "amount",
                    "available",
                    "inventory",
                    "limit",
                    "count",
                    "total",
                    "units",
                    "uses");
    private static final Set<String> UNIQUE = Set.of("name", "title", "code", "username");
    private static final Set<String> PERSONS =
            Set.of(
                    "buyer",
                    "owner",
                    "author",
                    "guest",
                    "holder",
                    "user",
                    "username",
                    "sender",
                    "me");

    private final Kinds kinds;
    private final Constants constants = new Constants();
    private final List<String> left = new ArrayList<>();

    Bodies(Kinds kinds) {
        this.kinds = kinds;
    }

    /** What was made up. */
    Set<String> madeUp() {
        return constants.madeUp();
    }

    /** What was left out, because it need not be sent. */
    List<String> left() {
        return left;
    }

    /** The body with which a thing is made: from its name, and the number that it begins with. */
    Map<String, Object> maker(RequestBody body) {
        return maker(body.shape(), body.isJson(), 0);
    }

    private Map<String, Object> maker(Shape shape, boolean json, int depth) {
        List<String> needed = RequestBody.needed(shape).toList();
        left.addAll(RequestBody.optional(shape));
        Optional<String> named = named(shape, needed);
        Optional<String> counted =
                needed.stream()
                        .filter(name -> shape.property(name).isNumber())
                        .filter(name -> counts(PlainWords.of(name)))
                        .findFirst();
        Map<String, Object> filled = new LinkedHashMap<>();
        for (String name : needed) {
            Shape property = shape.property(name);
            if (Optional.of(name).equals(named)) {
                boolean mail = property.format().equals("email") || name.equals("email");
                filled.put(name, mail ? "{name}@example.org" : "{name}");
            } else if (Optional.of(name).equals(counted)) {
                filled.put(name, json ? "{with:number}" : "{with}");
            } else if (needed.size() == 1 && property.isObject() && depth < DEEPEST) {
                // A mere wrapper, like {article: {title: …}}.
                filled.put(name, maker(property, json, depth + 1));
            } else if (shape.saysRequired() || property.isPlain()) {
                filled.put(name, constants.of(name, property));
            } else {
                left.add(name);
            }
        }
        return filled;
    }

    private static Optional<String> named(Shape shape, List<String> needed) {
        Predicate<String> text =
                name ->
                        shape.property(name).type().equals("string")
                                && !shape.property(name).isChosen()
                                && Set.of("", "email").contains(shape.property(name).format())
                                && !PlainWords.join(PlainWords.of(name)).endsWith(" id");
        return NAMES.stream()
                .flatMap(
                        word ->
                                needed.stream()
                                        .filter(name -> PlainWords.of(name).equals(List.of(word))))
                .filter(text)
                .findFirst()
                .or(() -> needed.stream().filter(text).findFirst());
    }

    /** Whether a number of this name says how many there are of something. */
    static boolean counts(List<String> words) {
        return words.stream().anyMatch(COUNTS::contains);
    }

    /**
     * The body of what people do.
     *
     * @param replaced the kind of thing whose id the body itself names, if it does
     */
    Map<String, Object> deed(RequestBody body, Speech speech, Optional<Kind> replaced) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (Kind kind : replaced.stream().toList()) {
            String id = kind.id().substring(1);
            if (body.shape().properties().contains(id)) {
                Speech.Parameter thing = speech.thing(kind, List.of(kind.name().split(" ", -1)));
                filled.put(id, body.isJson() ? thing.gapInJson() : thing.gap());
            }
        }
        deed(body.shape(), body.isJson(), speech, 0).forEach(filled::putIfAbsent);
        left.removeAll(filled.keySet());
        return filled;
    }

    private Map<String, Object> deed(Shape shape, boolean json, Speech speech, int depth) {
        Map<String, Object> filled = new LinkedHashMap<>();
        left.addAll(RequestBody.optional(shape));
        for (String name : RequestBody.needed(shape).toList()) {
            Optional<Object> said = said(name, shape.property(name), json, speech);
            Shape property = shape.property(name);
            if (said.isPresent()) {
                filled.put(name, said.get());
            } else if (!shape.saysRequired()) {
                left.add(name);
            } else if (property.isObject() && depth < DEEPEST) {
                filled.put(name, deed(property, json, speech, depth + 1));
            } else {
                filled.put(name, constants.of(name, property));
            }
        }
        return filled;
    }

    private Optional<Object> said(String name, Shape property, boolean json, Speech speech) {
        List<String> words = PlainWords.of(name);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Optional<Kind> kind = kinds.reference(words);
        Shape one = property.isArray() ? property.element() : property;
        if (kind.isPresent() && one.isPlain()) {
            Speech.Parameter thing = speech.thing(kind.get(), PlainWords.singular(words));
            String gap = json ? thing.gapInJson() : thing.gap();
            return Optional.of(property.isArray() && json ? List.of(gap) : gap);
        }
        if (!property.isPlain()) {
            return Optional.empty();
        }
        if (property.type().equals("string") && PERSONS.contains(words.getLast())) {
            return Optional.of("{me}");
        }
        return type(property, words)
                .flatMap(type -> speech.free(words, type))
                .map(said -> json ? said.gapInJson() : said.gap());
    }

    /** The type of a number or text that people say; empty if they say no such thing. */
    static Optional<String> type(Shape shape, List<String> words) {
        return switch (shape.type()) {
            case "integer" -> Optional.of("number");
            case "number" -> Optional.of("amount");
            case "string" ->
                    Optional.of(
                            !shape.isChosen() && UNIQUE.contains(words.getLast())
                                    ? "name"
                                    : "text");
            default -> Optional.empty();
        };
    }
}
