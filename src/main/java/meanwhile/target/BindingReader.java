package meanwhile.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how one operation is sent. Every placeholder in its templates must be known. */
final class BindingReader {
    private static final Pattern REQUEST =
            Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (?:([a-z][a-z0-9-]*):)?(/\\S*)");
    private static final Pattern ODD_TYPE =
            Pattern.compile("\\{([a-z0-9][a-z0-9-]*):(?!number})[^}\\s]*}");
    private static final Pattern FACT = Pattern.compile("[a-z][a-z0-9-]*");
    private static final List<String> FIRST_FIELDS =
            List.of(
                    "request",
                    "query",
                    "session",
                    "headers",
                    "json",
                    "multipart",
                    "form",
                    "body",
                    "accepted",
                    "answer");
    private static final List<String> FIELDS =
            java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("first"), FIRST_FIELDS.stream())
                    .toList();
    private static final List<String> WELCOMES = List.of("sign-up", "log-in");
    private static final String PLACES =
            "a JSON pointer like /votes/up, “count /POINTER”, “header NAME”, “header NAME"
                    + " REGULAR-EXPRESSION”, “cookie NAME”, “link RELATION PARAMETER”, “text"
                    + " REGULAR-EXPRESSION”, “= A TEXT” and, for the next page, “page”, “page from"
                    + " 0” and “offset”";
    private static final Pattern PLACE =
            Pattern.compile(
                    "(/.*)?|\\[].*|count( /.*)?|header \\S+( .+)?|cookie \\S+|link \\S+ \\S+|text"
                            + " .+|= ?.*|page|page from \\d{1,9}|offset");

    private final String key;
    private final @Nullable List<String> facts;
    private final Set<String> names;
    private final Set<String> used = new TreeSet<>();

    /**
     * @param key what is bound, for messages
     * @param parameters the names that its templates may use
     * @param facts what its answer may carry; null for anything
     * @param secrets the names that every template may use
     */
    BindingReader(
            String key, Set<String> parameters, @Nullable List<String> facts, Set<String> secrets) {
        this.key = key;
        this.facts = facts;
        names = new TreeSet<>(parameters);
        names.addAll(List.of(Names.ME, Names.TOKEN, Names.REFRESH_TOKEN));
        names.addAll(secrets);
    }

    private BindingReader(String key, Set<String> names) {
        this.key = key;
        this.facts = null;
        this.names = new TreeSet<>(names);
    }

    /** Reads templates that may use these names alone. */
    static BindingReader of(String key, Set<String> names) {
        return new BindingReader(key, names);
    }

    /** Reads an operation. */
    static Binding operation(String key, Set<String> secrets, Entry entry) {
        return new BindingReader(key, Names.parameters(key), Names.facts(key), secrets).read(entry);
    }

    /** The fields of a binding, and these. */
    static List<String> with(List<String> more) {
        return java.util.stream.Stream.concat(FIELDS.stream(), more.stream()).toList();
    }

    Binding read(Entry entry) {
        return read(entry, List.of());
    }

    /** Reads it from an entry that has more fields, which mean something to somebody else. */
    Binding read(Entry entry, List<String> more) {
        Map<String, Entry> fields = entry.fields(with(more));
        List<Binding.Request> requests = new ArrayList<>();
        Entry first = fields.get("first");
        if (first != null) {
            for (Entry before : first.items()) {
                before.fields(FIRST_FIELDS);
                requests.add(request(before, null));
            }
        }
        requests.add(request(entry, facts));
        return new Binding(entry.place(), requests, used);
    }

    /**
     * @param facts the facts that the answer may carry; null for any
     */
    private Binding.Request request(Entry entry, @Nullable List<String> facts) {
        Map<String, Entry> fields = entry.fields();
        Entry line = entry.required("request");
        Matcher words = line(line, "GET /images/{image}");
        checked(line, words.group(3));
        Binding.Request request =
                new Binding.Request(
                        words.group(2),
                        words.group(1),
                        words.group(3),
                        templates(fields.get("query")),
                        session(fields.get("session")),
                        templates(fields.get("headers")),
                        body(entry, fields),
                        entry.required("accepted").items().stream()
                                .map(status -> status.number(100, 599))
                                .toList(),
                        answer(fields.get("answer"), facts));
        names.addAll(request.answer().keySet());
        return request;
    }

    /** A method, the name of an address if there is one, and a path. */
    static Matcher line(Entry line, String example) {
        Matcher matcher = REQUEST.matcher(line.text());
        if (!matcher.matches()) {
            throw line.wrong("a method and a path, like " + example);
        }
        return matcher;
    }

    /** Somebody who signs up or logs in does not do so as a member, unless the profile says so. */
    private boolean session(@Nullable Entry entry) {
        return entry == null
                ? !WELCOMES.contains(key)
                : entry.oneOf(List.of("sent", "none")).equals("sent");
    }

    private Binding.Body body(Entry entry, Map<String, Entry> fields) {
        List<String> kinds =
                List.of("json", "multipart", "form", "body").stream()
                        .filter(fields::containsKey)
                        .toList();
        if (kinds.size() > 1) {
            throw entry.fault(
                    "a request has one body, not " + String.join(" and ", kinds) + " as well");
        }
        Entry json = fields.get("json");
        if (json != null) {
            return new Binding.Json(json(json));
        }
        if (fields.containsKey("multipart")) {
            return new Binding.Form(templates(fields.get("multipart")));
        }
        if (fields.containsKey("form")) {
            return new Binding.Fields(templates(fields.get("form")));
        }
        Entry raw = fields.get("body");
        return raw == null ? new Binding.NoBody() : new Binding.Raw(checked(raw, raw.text()));
    }

    /** JSON whose texts and field names are templates. */
    Map<String, @Nullable Object> json(Entry json) {
        checkAll(json, json.value());
        Map<String, @Nullable Object> values = new java.util.LinkedHashMap<>();
        json.fields().forEach((name, entry) -> values.put(name, entry.value()));
        return values;
    }

    private Map<String, String> answer(@Nullable Entry entry, @Nullable List<String> facts) {
        if (entry == null) {
            return Map.of();
        }
        entry.fields()
                .forEach(
                        (name, place) -> {
                            if (facts != null && !facts.contains(name)) {
                                throw unknownFact(name, place, facts);
                            }
                            if (!FACT.matcher(name).matches()) {
                                throw place.fault(
                                        "a name has only lower-case letters, digits and dashes");
                            }
                            checkPlace(place);
                        });
        return entry.texts();
    }

    private ProfileException unknownFact(String name, Entry place, List<String> facts) {
        return new ProfileException(
                "%s: the answer to %s has no “%s”; %s"
                        .formatted(
                                place.place(),
                                key,
                                name,
                                facts.isEmpty()
                                        ? "it has no facts"
                                        : "it may have " + String.join(", ", facts)));
    }

    void checkPlace(Entry place) {
        String text = place.text();
        if (!PLACE.matcher(text).matches()) {
            throw place.wrong(PLACES);
        }
        if (text.startsWith("text ")) {
            regex(place, text.substring("text ".length()));
        }
        String[] words = text.split(" ", 3);
        if (words[0].equals("header") && words.length == 3) {
            regex(place, words[2]);
        }
        if (text.startsWith("=")) {
            checked(place, text);
        }
    }

    static String regex(Entry place, String regex) {
        try {
            LinearPattern.of(regex);
            return regex;
        } catch (IllegalArgumentException unsupported) {
            throw place.fault(
                    "“%s” is not a regular expression: %s"
                            .formatted(Entry.shown(regex), unsupported.getMessage()));
        }
    }

    private Map<String, String> templates(@Nullable Entry entry) {
        if (entry == null) {
            return Map.of();
        }
        entry.fields().values().forEach(value -> checked(value, value.text()));
        return entry.texts();
    }

    private void checkAll(Entry place, @Nullable Object value) {
        switch (value) {
            case String text -> checked(place, text);
            case List<?> list -> list.forEach(item -> checkAll(place, item));
            case Map<?, ?> map ->
                    map.forEach(
                            (name, item) -> {
                                checkAll(place, name);
                                checkAll(place, item);
                            });
            case null, default -> {}
        }
    }

    String checked(Entry place, String template) {
        Matcher odd = ODD_TYPE.matcher(template);
        if (odd.find()) {
            throw place.fault(
                    "unknown type in %1$s; known are {%2$s:number} and {%2$s:text}"
                            .formatted(odd.group(), odd.group(1)));
        }
        for (String name : Template.names(template)) {
            if (!names.contains(name)) {
                throw place.fault(
                        "unknown placeholder {%s} in %s; known here are %s"
                                .formatted(name, key, String.join(", ", names)));
            }
            used.add(name);
        }
        return template;
    }
}
