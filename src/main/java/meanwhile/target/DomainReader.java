package meanwhile.target;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/** Reads what a profile declares of a domain of its own. */
final class DomainReader {
    private static final List<String> THING = List.of("plural", "by", "begins", "clean-up");
    private static final List<String> ACTION =
            List.of("phrase", "noun", "plural", "undoes", "does", "clean-up");

    private final Set<String> secrets;
    private final @Nullable Entry domain;
    private final @Nullable Path folder;
    private final Set<String> reserved;
    private final ParametersReader words;
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
     * @param folder where the profile is; null if it is in no file
     */
    DomainReader(Set<String> secrets, @Nullable Entry domain, @Nullable Path folder) {
        this.folder = folder;
        this.secrets = new TreeSet<>(secrets);
        this.domain = domain;
        effects = new EffectsReader(refusals(domain));
        reserved = new TreeSet<>(secrets);
        reserved.addAll(List.of(Names.ME, Names.TOKEN, Names.REFRESH_TOKEN));
        words = new ParametersReader(things, reserved);
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

    /** A domain may be in a file of its own, which is named beside the profile. */
    static Entry inItsFile(Entry domain, @Nullable Path folder) {
        if (!domain.isText()) {
            return domain;
        }
        if (folder == null) {
            throw domain.fault("a profile that is in no file cannot name another");
        }
        try {
            return Entry.document(folder.resolve(domain.text()).toString());
        } catch (InvalidPathException malformed) {
            throw domain.fault("“%s” names no file".formatted(Entry.shown(domain.text())));
        } catch (ProfileException unfit) {
            throw domain.fault(String.valueOf(unfit.getMessage()));
        }
    }

    Profile.Declarations read() {
        Entry entry = domain;
        if (entry == null) {
            return Profile.Declarations.NONE;
        }
        Map<String, Entry> fields =
                entry.fields(
                        List.of(
                                "people",
                                "things",
                                "refusals",
                                "operations",
                                "sinks",
                                "laws",
                                "contract"));
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
        SinkReader sinks = new SinkReader(actions, nouns());
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
                        people(fields.get("people")),
                        contract(fields.get("contract"))),
                bindings,
                cleanUp,
                sinks.sinks());
    }

    /** The feature that states what is true one call at a time. */
    private @Nullable Path contract(@Nullable Entry said) {
        if (said == null) {
            return null;
        }
        if (folder == null) {
            throw said.fault("a profile that is in no file cannot name a feature");
        }
        Path feature = folder.resolve(said.text());
        if (!Files.isRegularFile(feature)) {
            throw said.fault("there is no file " + Entry.shown(feature.toString()));
        }
        return feature;
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
        if (!Entry.areWords(name) || Domain.Type.NAMES.containsKey(name)) {
            throw entry.fault(
                    "“%s” cannot name a thing; use small letters, and none of %s"
                            .formatted(Entry.shown(name), String.join(", ", words.types())));
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
        List<Domain.Parameter> parameters = words.parameters(phrase);
        if (!phrases.add(ParametersReader.shape(phrase.text(), parameters))) {
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
    private Set<String> nouns() {
        Set<String> words = new HashSet<>(plurals.keySet());
        words.addAll(plurals.values());
        return words;
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
