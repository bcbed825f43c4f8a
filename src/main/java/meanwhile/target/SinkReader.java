package meanwhile.target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/** Reads the sinks of a domain: where we listen, what is asked there, and because of which deed. */
public final class SinkReader {
    /** In the answer of a sink: the number of the request, so that it can name what it made. */
    public static final String NUMBER = "number";

    private static final int LAST_PORT = 65_535;
    private static final String PLACES =
            "a JSON pointer like /order/id, “count /POINTER”, “header NAME”, “header NAME"
                    + " REGULAR-EXPRESSION”, “text REGULAR-EXPRESSION” and “= A TEXT”";
    private static final Pattern PLACE =
            Pattern.compile("(/(?!.*\\[]).*)?|count( /.*)?|header \\S+( .+)?|text .+|= ?.*");
    private static final List<String> EVENT =
            List.of("phrase", "plural", "done", "of", "by", "request", "facts", "answers");

    private final List<Domain.Action> actions;
    private final Set<String> nouns;
    private final List<Domain.Event> events = new ArrayList<>();
    private final List<Sink> sinks = new ArrayList<>();
    private final Set<String> requests = new HashSet<>();

    /**
     * @param actions because of which something is asked
     * @param nouns the words that mean something already
     */
    SinkReader(List<Domain.Action> actions, Set<String> nouns) {
        this.actions = actions;
        this.nouns = nouns;
    }

    /** The sinks' gaps, by which a request tells the target where to call. */
    static Set<String> gaps(@Nullable Entry entry, Set<String> taken) {
        Set<String> gaps = new TreeSet<>();
        if (entry != null) {
            entry.fields()
                    .forEach(
                            (name, sink) -> {
                                if (!Entry.areWords(name) || !Entry.isName(Sink.gap(name))) {
                                    throw sink.fault(
                                            "“%s” cannot name a sink; use small letters"
                                                    .formatted(Entry.shown(name)));
                                }
                                if (taken.contains(Sink.gap(name)) || !gaps.add(Sink.gap(name))) {
                                    throw sink.fault(
                                            "{%s} means something else already"
                                                    .formatted(Sink.gap(name)));
                                }
                            });
        }
        return gaps;
    }

    void read(@Nullable Entry entry) {
        if (entry != null) {
            entry.fields().forEach(this::sink);
        }
    }

    List<Domain.Event> events() {
        return events;
    }

    List<Sink> sinks() {
        return sinks;
    }

    private void sink(String name, Entry entry) {
        Map<String, Entry> fields = entry.fields(List.of("port", "host", "events"));
        Entry host = fields.get("host");
        if (host != null && !host.text().matches("[A-Za-z0-9.:-]+")) {
            throw host.wrong("a name or an address of this machine, like 127.0.0.1");
        }
        List<Sink.Asked> asked = new ArrayList<>();
        requests.clear();
        entry.required("events").fields().forEach((noun, event) -> asked.add(event(noun, event)));
        sinks.add(
                new Sink(
                        name,
                        host == null ? "127.0.0.1" : host.text(),
                        entry.required("port").number(0, LAST_PORT),
                        asked));
    }

    private Sink.Asked event(String noun, Entry entry) {
        if (!Entry.areWords(noun)) {
            throw entry.fault(
                    "“%s” cannot name an event; use words in small letters"
                            .formatted(Entry.shown(noun)));
        }
        Map<String, Entry> fields = entry.fields(EVENT);
        Sink.Asked asked = asked(noun.replace(' ', '-'), entry, fields);
        Set<String> facts = new TreeSet<>(asked.facts().keySet());
        facts.addAll(asked.inPath());
        Domain.Action action = action(entry.required("of"));
        Entry by = fields.get("by");
        String identity = by == null ? "id" : by.text();
        requireIdentity(by == null ? entry : by, identity, action, facts);
        Entry plural = fields.get("plural");
        Domain.Event event =
                new Domain.Event(
                        asked.event(),
                        noun,
                        plural == null ? noun + "s" : plural.words(),
                        entry.required("done").words(),
                        action.name(),
                        identity);
        for (String word : new TreeSet<>(List.of(event.noun(), event.plural()))) {
            if (!nouns.add(word)) {
                throw entry.fault("“%s” means something else already".formatted(word));
            }
        }
        if (events.stream()
                .anyMatch(
                        other ->
                                other.of().equals(event.of())
                                        && other.done().equals(event.done()))) {
            throw entry.fault(
                    "“%s” is said of %s already".formatted(event.done(), action.plural()));
        }
        events.add(event);
        return asked;
    }

    private Sink.Asked asked(String name, Entry entry, Map<String, Entry> fields) {
        Entry line = entry.required("request");
        Matcher words = BindingReader.line(line, "POST /charges");
        List<String> inPath = Sink.inPath(words.group(3));
        if (words.group(2) != null
                || words.group(3).matches(".*[?#].*")
                || inPath.contains(NUMBER)
                || !inPath.equals(List.copyOf(Template.names(words.group(3))))) {
            throw line.wrong(
                    "a method and a path with a fact in braces, like POST /charges/{order}");
        }
        if (!requests.add(words.group(1) + words.group(3).replaceAll("\\{[^}]*}", "{}"))) {
            throw line.fault("another event of this sink is the same request");
        }
        Map<String, String> facts = facts(fields.get("facts"));
        Set<String> known = new TreeSet<>(inPath);
        for (String fact : known) {
            if (facts.containsKey(fact)) {
                throw line.fault("{%s} is a fact of the body as well".formatted(fact));
            }
        }
        known.addAll(facts.keySet());
        Entry phrase = entry.required("phrase");
        BindingReader.of(name, known).checked(phrase, phrase.text());
        known.add(NUMBER);
        Entry answers = fields.get("answers");
        Map<String, Entry> said =
                answers == null ? Map.of() : answers.fields(List.of("status", "json"));
        Entry status = said.get("status");
        Entry json = said.get("json");
        return new Sink.Asked(
                name,
                words.group(1),
                words.group(3),
                phrase.text(),
                facts,
                status == null ? 200 : status.number(200, 299),
                json == null ? null : BindingReader.of(name, known).json(json));
    }

    private static Map<String, String> facts(@Nullable Entry entry) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (entry != null) {
            BindingReader reader = BindingReader.of("facts", Set.of());
            entry.fields()
                    .forEach(
                            (name, place) -> {
                                if (!Entry.isName(name) || name.equals(NUMBER)) {
                                    throw place.fault(
                                            "“%s” cannot name a fact; use small letters and dashes, and not “%s”"
                                                    .formatted(Entry.shown(name), NUMBER));
                                }
                                if (!PLACE.matcher(place.text()).matches()) {
                                    throw place.wrong(PLACES);
                                }
                                reader.checkPlace(place);
                                facts.put(name, place.text());
                            });
        }
        return facts;
    }

    private Domain.Action action(Entry of) {
        return actions.stream()
                .filter(action -> of.text().equals(action.noun()))
                .findFirst()
                .orElseThrow(
                        () ->
                                of.wrong(
                                        String.join(
                                                ", ",
                                                actions.stream()
                                                        .map(Domain.Action::noun)
                                                        .filter(Objects::nonNull)
                                                        .toList())));
    }

    /** What says which deed is meant must be there, and differ from round to round. */
    private static void requireIdentity(
            Entry place, String by, Domain.Action action, Set<String> facts) {
        if (!facts.contains(by)) {
            throw place.fault(
                    "an event has no fact “%s”; it has %s"
                            .formatted(Entry.shown(by), String.join(", ", facts)));
        }
        Set<String> fitting = new TreeSet<>(action.facts());
        for (Domain.Parameter parameter : action.parameters()) {
            fitting.remove(parameter.name());
            if (parameter.type() == Domain.Type.NAME) {
                fitting.add(parameter.name());
            }
        }
        if (!fitting.contains(by)) {
            throw place.fault(
                    "“%s” does not say which %s is meant; a parameter that is a name does, and a fact of its answer: %s"
                            .formatted(
                                    Entry.shown(by),
                                    action.noun(),
                                    fitting.isEmpty()
                                            ? "there is none"
                                            : String.join(", ", fitting)));
        }
    }
}
