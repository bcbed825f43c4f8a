package meanwhile.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/** Reads what a profile declares of a domain of its own. */
final class DomainReader {
    private static final Map<String, Domain.Type> TYPES =
            Map.of(
                    "number", Domain.Type.NUMBER,
                    "amount", Domain.Type.AMOUNT,
                    "text", Domain.Type.TEXT,
                    "name", Domain.Type.NAME,
                    "time span", Domain.Type.SPAN,
                    "person", Domain.Type.PERSON);
    private static final List<String> THING = List.of("plural", "by", "begins", "clean-up");
    private static final List<String> ACTION =
            List.of("phrase", "noun", "plural", "undoes", "does", "clean-up");

    private final Set<String> secrets;
    private final @Nullable Entry domain;
    private final Set<String> reserved;
    private final EffectsReader effects;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Map<String, CleanUp.Way> cleanUp = new HashMap<>();
    private final Map<String, Domain.Thing> things = new LinkedHashMap<>();
    private final List<Domain.Action> actions = new ArrayList<>();
    private final Set<String> phrases = new HashSet<>();
    private final Map<String, String> plurals = new HashMap<>();

    /**
     * @param secrets the names that every template may use
     * @param domain what is declared; null if nothing is
     */
    DomainReader(Set<String> secrets, @Nullable Entry domain) {
        this.secrets = new TreeSet<>(secrets);
        this.domain = domain;
        effects = new EffectsReader(refusals(domain));
        reserved = new TreeSet<>(secrets);
        reserved.addAll(List.of(Names.ME, Names.TOKEN, Names.REFRESH_TOKEN));
    }

    /**
     * The domain's own reasons to refuse, which the profile's refusals may mean.
     *
     * @param domain null if the profile declares none
     */
    static List<String> refusals(@Nullable Entry domain) {
        Entry refusals = domain == null ? null : domain.fields().get("refusals");
        return refusals == null ? List.of() : refusals.items().stream().map(Entry::words).toList();
    }

    Profile.Declarations read() {
        Entry entry = domain;
        if (entry == null) {
            return Profile.Declarations.NONE;
        }
        Map<String, Entry> fields =
                entry.fields(
                        List.of("people", "things", "refusals", "operations", "sinks", "laws"));
        // A request may tell the target where to call.
        Set<String> gaps = SinkReader.gaps(fields.get("sinks"), reserved);
        secrets.addAll(gaps);
        reserved.addAll(gaps);
        Entry declaredThings = fields.get("things");
        if (declaredThings != null) {
            declaredThings.fields().forEach(this::thing);
        }
        entry.required("operations").fields().forEach(this::action);
        effects.check(actions);
        SinkReader sinks = new SinkReader(actions, words());
        sinks.read(fields.get("sinks"));
        Entry laws = fields.get("laws");
        return new Profile.Declarations(
                new Domain(
                        things,
                        actions,
                        sinks.events(),
                        refusals(entry),
                        laws == null
                                ? List.of()
                                : laws.items().stream()
                                        .map(law -> new Domain.Law(law.text(), law.place()))
                                        .toList(),
                        people(fields.get("people"))),
                bindings,
                cleanUp,
                sinks.sinks());
    }

    private static List<String> people(@Nullable Entry people) {
        return people == null
                ? List.of()
                : people.items().stream().map(DomainReader::person).toList();
    }

    private static String person(Entry entry) {
        if (!Domain.PERSON.matcher(entry.text()).matches()) {
            throw entry.wrong("first names, like Eva");
        }
        return entry.text();
    }

    private void thing(String name, Entry entry) {
        if (!Entry.areWords(name) || TYPES.containsKey(name)) {
            throw entry.fault(
                    "“%s” cannot name a thing; use small letters, and none of %s"
                            .formatted(Entry.shown(name), String.join(", ", types())));
        }
        Map<String, Entry> fields = entry.fields(BindingReader.with(THING));
        Entry by = fields.get("by");
        Entry begins = fields.get("begins");
        Binding binding = bind(Domain.maker(name), Set.of("name", "with"), entry, THING);
        Domain.Thing thing =
                new Domain.Thing(
                        name,
                        plural(fields.get("plural"), name),
                        by != null && by.oneOf(List.of("administrator", "member")).startsWith("a"),
                        binding.names().contains("with"),
                        begins == null ? Map.of() : begins.texts());
        if (things.values().stream().anyMatch(other -> other.plural().equals(thing.plural()))) {
            throw entry.fault("two things have the plural “%s”".formatted(thing.plural()));
        }
        Map<String, String> answer = binding.last().answer();
        if (!answer.containsKey("id") || several(answer, "id")) {
            throw entry.fault("the answer must name the “id” of the %s".formatted(name));
        }
        Set<String> names = new TreeSet<>(answer.keySet());
        names.add("name");
        cleanUp(thing.maker(), fields.get("clean-up"), names);
        things.put(name, thing);
    }

    private void action(String name, Entry entry) {
        if (!Entry.isName(name) || Names.operations().contains(name)) {
            throw entry.fault(
                    "“%s” cannot name an operation of a domain; use small letters and dashes, and no operation of the gallery"
                            .formatted(Entry.shown(name)));
        }
        Map<String, Entry> fields = entry.fields(BindingReader.with(ACTION));
        Entry phrase = entry.required("phrase");
        List<Domain.Parameter> parameters = parameters(phrase);
        if (!phrases.add(shape(phrase.text(), parameters))) {
            throw phrase.fault("another operation has the same phrase");
        }
        Set<String> names = new TreeSet<>();
        parameters.forEach(parameter -> names.add(parameter.name()));
        Entry said = fields.get("noun");
        String noun = said == null ? null : said.words();
        String plural = noun == null ? null : plural(entry, noun, fields.get("plural"));
        Domain.Action undone =
                EffectsReader.undone(fields.get("undoes"), noun, parameters, actions);
        if (undone != null) {
            names.addAll(undone.facts());
        }
        Binding binding = bind(name, names, entry, ACTION);
        for (Domain.Parameter parameter : parameters) {
            if (!binding.names().contains(parameter.name())) {
                throw phrase.fault(
                        "no request of %s has a place for {%s}, so that it would get lost"
                                .formatted(name, parameter.name()));
            }
        }
        Map<String, String> answer = binding.last().answer();
        actions.add(
                new Domain.Action(
                        name,
                        phrase.text(),
                        noun,
                        plural,
                        parameters,
                        facts(answer, false),
                        facts(answer, true),
                        fields.containsKey("clean-up"),
                        undone == null ? null : undone.name(),
                        effects.read(
                                fields.get("does"),
                                noun != null,
                                parameters,
                                facts(answer, false),
                                facts(answer, true))));
        names.addAll(answer.keySet());
        cleanUp(name, fields.get("clean-up"), names);
    }

    /** Several operations may have one noun, and then its plural is the same for all. */
    private String plural(Entry entry, String noun, @Nullable Entry said) {
        String known = plurals.get(noun);
        String plural = said == null && known != null ? known : plural(said, noun);
        if (known != null && !known.equals(plural)) {
            throw entry.fault("the plural of “%s” is “%s” above".formatted(noun, known));
        }
        if (known == null) {
            for (String word : List.of(noun, plural)) {
                if (plurals.containsKey(word) || plurals.containsValue(word)) {
                    throw entry.fault("“%s” is the word for two nouns".formatted(word));
                }
            }
            plurals.put(noun, plural);
        }
        return plural;
    }

    /** All nouns, of one and of several. */
    private Set<String> words() {
        Set<String> words = new HashSet<>(plurals.keySet());
        words.addAll(plurals.values());
        return words;
    }

    private List<Domain.Parameter> parameters(Entry phrase) {
        String text = phrase.text();
        if (!Character.isLowerCase(text.isEmpty() ? ' ' : text.charAt(0))) {
            throw phrase.wrong("what is said of who does it, like “books a seat at {show}”");
        }
        List<Domain.Parameter> parameters = new ArrayList<>();
        Matcher gaps = Domain.GAP.matcher(text);
        while (gaps.find()) {
            String named = gaps.group(1).strip();
            String type = gaps.group(2) == null ? named : gaps.group(2).strip();
            String name = named.replace(' ', '-');
            boolean twice = parameters.stream().anyMatch(other -> other.name().equals(name));
            if (!Entry.isName(name) || twice || reserved.contains(name)) {
                throw phrase.fault(
                        "“%s” cannot name a parameter%s"
                                .formatted(
                                        Entry.shown(named),
                                        twice
                                                ? " twice"
                                                : "; use small letters, and none of "
                                                        + String.join(", ", reserved)));
            }
            if (things.containsKey(type)) {
                parameters.add(new Domain.Parameter(name, Domain.Type.THING, type));
            } else if (TYPES.containsKey(type)) {
                parameters.add(new Domain.Parameter(name, TYPES.get(type), null));
            } else {
                throw phrase.fault(
                        "“%s” is no kind of parameter; known are %s"
                                .formatted(Entry.shown(type), String.join(", ", types())));
            }
        }
        return parameters;
    }

    /** Phrases may differ by the kinds of their things alone. */
    private static String shape(String phrase, List<Domain.Parameter> parameters) {
        return Domain.GAP.matcher(phrase).replaceAll("{}")
                + parameters.stream().map(Domain.Parameter::thing).toList();
    }

    private List<String> types() {
        List<String> types = new ArrayList<>(things.keySet());
        types.addAll(TYPES.keySet().stream().sorted().toList());
        return types;
    }

    private Binding bind(String name, Set<String> names, Entry entry, List<String> more) {
        Binding binding = new BindingReader(name, names, null, secrets).read(entry, more);
        if (bindings.put(name, binding) != null) {
            throw entry.fault("two operations are called “%s”".formatted(name));
        }
        return binding;
    }

    private void cleanUp(String name, @Nullable Entry entry, Set<String> names) {
        if (entry != null) {
            cleanUp.put(
                    name,
                    new CleanUp.ByRequest(
                            new BindingReader("clean-up of " + name, names, List.of(), secrets)
                                    .read(entry)));
        }
    }

    /** The names of the single facts of an answer, or of those of which it carries several. */
    private static List<String> facts(Map<String, String> answer, boolean several) {
        return answer.keySet().stream()
                .filter(fact -> several(answer, fact) == several)
                .sorted()
                .toList();
    }

    /** Whether the answer carries several of this fact. */
    static boolean several(Map<String, String> answer, String fact) {
        String place = answer.getOrDefault(fact, "");
        return (place.startsWith("/") || place.startsWith("[]")) && place.contains("[]");
    }

    private static String plural(@Nullable Entry said, String one) {
        return said == null ? one + "s" : said.words();
    }
}
