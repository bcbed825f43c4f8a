package meanwhile.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/**
 * The words of a declared domain as parameters of phrases. Everything that can be said of it is
 * said by a few phrases whose parameters are its words, so that a table, a crowd or “meanwhile”
 * takes its sentences like those of the gallery.
 */
public final class DomainWords {
    private static final String DEVICE = "(?:his|her|their) \\w+|device \\d+";
    private static final String QUOTED = "\"[^\"]+\"";
    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern MADE =
            Pattern.compile("an? (.+?) (" + QUOTED + ")(?: with (" + NUMBER + ").*)?");

    /** Fits nothing. */
    private static final String NOTHING = "(?!)";

    /**
     * A type of parameter.
     *
     * @param name its name in phrases
     * @param regex what fits, without groups that capture
     * @param kind the class of its values
     * @param reading from the text to the value
     */
    public record Word(
            String name, String regex, Class<?> kind, Function<String, Object> reading) {}

    /**
     * What somebody does, as it was said.
     *
     * @param readings what it may mean: one, unless phrases differ by the kinds of their things
     */
    public record Deed(String said, List<Reading> readings) {}

    /**
     * What a sentence may mean.
     *
     * @param spoken the parameters as they were said, by name
     */
    public record Reading(Domain.Action action, Map<String, String> spoken) {}

    /** A new thing, and the number that it begins with, if one was said. */
    public record NewThing(Domain.Thing kind, String name, @Nullable String with) {}

    /** One thing by its name, or all of a kind. */
    public record Things(@Nullable String name, Domain.@Nullable Thing every) {}

    /** The name of a fact: "free seats" is {@code free-seats} in the profile. */
    public record Fact(String key) {
        /** Whether it is not what a thing shows, but whether it is there. */
        boolean isPresence() {
            return key.equals(Domain.Effect.THERE);
        }

        String words() {
            return key.replace('-', ' ');
        }
    }

    /** The name of a reason to refuse. */
    public record Reason(String name) {}

    /** The parameters without which nothing of a domain is said. */
    private static final List<String> GENERIC =
            List.of("{newThing}", "{person}", "{noun}", "{deeds}", "{things}", "{kinds}");

    private final Domain domain;
    private final Pattern who;
    private final DomainNouns nouns;
    private final DomainVocabulary vocabulary;
    private final Map<Domain.Action, Pattern> actions = new LinkedHashMap<>();

    /**
     * @param domain may be empty; then its words fit nothing
     */
    public DomainWords(Domain domain) {
        this.domain = domain;
        who =
                Pattern.compile(
                        "(?<member>%s)(?: on (?<device>%s))?"
                                .formatted(domain.regex(Domain.Type.PERSON), DEVICE));
        nouns = new DomainNouns(domain);
        vocabulary = new DomainVocabulary(domain);
        domain.actions().forEach(action -> actions.put(action, pattern(action)));
    }

    /** All types of parameters that depend on the domain. */
    public List<Word> all() {
        String deeds = any(nouns.words());
        String parts = any(vocabulary.parts());
        EventWords events = new EventWords(domain);
        String actor = uncaptured(who.pattern());
        return List.of(
                word("actor", actor + before(), ActorName.class, this::actor),
                word("person", actor, ActorName.class, this::actor),
                word("deed", any(deeds()), Deed.class, this::deed),
                word("newThing", newThing(), NewThing.class, this::newThing),
                word("noun", any(vocabulary.nouns()), DomainNouns.Noun.class, nouns::of),
                word("deeds", any(vocabulary.plurals()), DomainNouns.Noun.class, nouns::of),
                word("things", things(), Things.class, this::things),
                word("kinds", any(plurals().keySet().stream()), Domain.Thing.class, this::kind),
                word("fact", any(vocabulary.facts()), Fact.class, DomainWords::fact),
                word("list", any(vocabulary.lists()), Fact.class, DomainWords::fact),
                word(
                        "terms",
                        DomainNouns.terms(deeds, parts),
                        DomainNouns.Terms.class,
                        text -> nouns.terms(text, deeds, parts)),
                word("event", any(events.nouns()), Domain.Event.class, events::event),
                word("done", any(events.done()), EventWords.Done.class, EventWords.Done::new),
                word(
                        "reason",
                        any(vocabulary.reasons()),
                        Reason.class,
                        text -> new Reason(bare(text))));
    }

    private static Word word(
            String name, String regex, Class<?> kind, Function<String, Object> reading) {
        return new Word(name, regex, kind, reading);
    }

    /** Whoever does what a domain declares is no actor of the gallery's phrases: its words win. */
    private String before() {
        return domain.actions().isEmpty() ? "" : "(?! (?:" + any(deeds()) + ")(?: \\d+ times)?$)";
    }

    private Stream<String> deeds() {
        return actions.values().stream().map(pattern -> uncaptured(pattern.pattern()));
    }

    private static String uncaptured(String regex) {
        return regex.replaceAll("\\(\\?<\\w+>", "(?:");
    }

    private static String any(Stream<String> regexes) {
        String all =
                regexes.distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .collect(Collectors.joining("|"));
        return all.isEmpty() ? NOTHING : all;
    }

    private Pattern pattern(Domain.Action action) {
        List<String> texts = action.texts();
        StringBuilder regex = new StringBuilder(quoted(texts.getFirst()));
        for (int i = 0; i < action.parameters().size(); i++) {
            regex.append("(?<p%d>%s)".formatted(i, domain.regex(action.parameters().get(i).type())))
                    .append(quoted(texts.get(i + 1)));
        }
        return Pattern.compile(regex.toString());
    }

    /** Cucumber's own regular expressions do not know {@code \Q…\E}. */
    private static String quoted(String text) {
        return text.replaceAll("([^\\p{L}\\d ])", "\\\\$1");
    }

    private Deed deed(String text) {
        List<Reading> readings = new ArrayList<>();
        for (Map.Entry<Domain.Action, Pattern> one : actions.entrySet()) {
            Matcher matcher = one.getValue().matcher(text);
            if (matcher.matches()) {
                Map<String, String> spoken = new HashMap<>();
                List<Domain.Parameter> parameters = one.getKey().parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    spoken.put(parameters.get(i).name(), bare(matcher.group("p" + i)));
                }
                readings.add(new Reading(one.getKey(), spoken));
            }
        }
        return new Deed(shown(text), readings);
    }

    private String newThing() {
        return domain.things().isEmpty()
                ? NOTHING
                : "an? (?:%s) %s(?: with %s(?: [\\p{L} ]+)?)?"
                        .formatted(any(domain.things().keySet().stream()), QUOTED, NUMBER);
    }

    private NewThing newThing(String text) {
        Matcher made = MADE.matcher(text);
        Domain.Thing kind = made.matches() ? domain.things().get(made.group(1)) : null;
        if (kind == null) {
            throw new IllegalStateException("no thing of the domain fits “" + text + "”");
        }
        return new NewThing(kind, bare(made.group(2)), made.group(3));
    }

    private String things() {
        String kinds = any(domain.things().keySet().stream());
        return domain.things().isEmpty() ? NOTHING : QUOTED + "|(?:every|each) (?:" + kinds + ")";
    }

    private Things things(String text) {
        return text.startsWith("\"")
                ? new Things(bare(text), null)
                : new Things(null, domain.things().get(text.substring(text.indexOf(' ') + 1)));
    }

    private Map<String, Domain.Thing> plurals() {
        return domain.things().values().stream()
                .collect(Collectors.toMap(Domain.Thing::plural, thing -> thing));
    }

    private Object kind(String text) {
        return Objects.requireNonNull(plurals().get(text));
    }

    private static Object fact(String text) {
        return new Fact(text.replace(' ', '-'));
    }

    private Object actor(String text) {
        Matcher said = who.matcher(text);
        if (!said.matches()) {
            throw new IllegalStateException("nobody is called “" + text + "”");
        }
        return new ActorName(said.group("member"), said.group("device"));
    }

    private static String bare(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /** With the quotes of prose. */
    private static String shown(String text) {
        return text.replaceAll("\"([^\"]*)\"", "“$1”");
    }

    /** Whether a phrase of the suite means something only where a domain is declared. */
    public static boolean isGeneric(String phrase) {
        return GENERIC.stream().anyMatch(phrase::contains);
    }

    /** The phrases of the domain, as its profile words them. */
    public List<String> phrases() {
        List<String> phrases = new ArrayList<>();
        domain.actions().forEach(action -> phrases.add("{person} " + action.phrase()));
        return phrases;
    }
}
