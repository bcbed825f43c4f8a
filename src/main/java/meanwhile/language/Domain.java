package meanwhile.language;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a profile declares of a domain of its own: the things there are, what people do with them,
 * and in which words.
 *
 * @param things the kinds of things, by name
 * @param actions what people do
 * @param events what the target asks of others because of it
 * @param refusals the domain's own reasons to refuse
 * @param laws sentences that are true whenever all is quiet
 * @param people who does it, beside those whom every feature knows
 * @param contract the feature that states its contract; null if it names none
 */
public record Domain(
        Map<String, Thing> things,
        List<Action> actions,
        List<Event> events,
        List<String> refusals,
        List<Law> laws,
        List<String> people,
        @Nullable Path contract) {
    /** A parameter in a phrase: {@code {show}}, or {@code {from: account}} with a type. */
    public static final Pattern GAP = Pattern.compile("\\{([^}:]+)(?::([^}]+))?}");

    /** Nothing is declared. */
    public static final Domain NONE =
            new Domain(Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

    /** How a person may be called. */
    public static final Pattern PERSON = Pattern.compile("\\p{Lu}\\p{L}+");

    public Domain {
        // In the order written, so that the same seed makes the same choices.
        things = Collections.unmodifiableMap(new LinkedHashMap<>(things));
        actions = List.copyOf(actions);
        events = List.copyOf(events);
        refusals = List.copyOf(refusals);
        laws = List.copyOf(laws);
        people = List.copyOf(people);
    }

    /** What may be said in the place of a parameter, without groups that capture. */
    public String regex(Type type) {
        return type == Type.PERSON && !people.isEmpty()
                ? String.join("|", people) + "|" + type.regex
                : type.regex;
    }

    /** Whether nothing is declared. */
    public boolean isEmpty() {
        return things.isEmpty() && actions.isEmpty();
    }

    /** The reasons to refuse a change because somebody else was faster. */
    public Set<String> conflicts() {
        return actions.stream()
                .flatMap(action -> action.effects().stream())
                .filter(effect -> effect.expected() != null)
                .map(Effect::otherwise)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The name of the operation that makes a thing of this kind. */
    public static String maker(String kind) {
        return "make-" + kind.replace(' ', '-');
    }

    /** Whether an operation leaves something that is to be taken away by itself. */
    public boolean leaves(String operation) {
        return things.values().stream().anyMatch(thing -> thing.maker().equals(operation))
                || actions.stream()
                        .anyMatch(action -> action.name().equals(operation) && action.takenAway());
    }

    /**
     * A kind of thing.
     *
     * @param name "show"
     * @param plural "shows"
     * @param administered whether the administrator makes it
     * @param counted whether it begins with a number: "with 3 seats"
     * @param begins what its facts are at first, where that is not this number
     */
    public record Thing(
            String name,
            String plural,
            boolean administered,
            boolean counted,
            Map<String, String> begins) {
        public Thing {
            begins = Map.copyOf(begins);
        }

        /** The name of the operation that makes one. */
        public String maker() {
            return Domain.maker(name);
        }
    }

    /**
     * Something that people do.
     *
     * @param name its name in the profile
     * @param phrase what is said of who does it, with parameters in braces: "books a seat at
     *     {show}"
     * @param noun what comes of it: "booking"; null if it only reads
     * @param plural several of them
     * @param parameters in the order in which the phrase names them
     * @param facts the names of the single facts that its answer carries
     * @param lists the names of the facts of which its answer carries several
     * @param takenAway whether the profile says how what comes of it is taken away
     * @param undoes the name of the operation that it undoes; null if it undoes none
     * @param effects what it does to the facts of things
     */
    public record Action(
            String name,
            String phrase,
            @Nullable String noun,
            @Nullable String plural,
            List<Parameter> parameters,
            List<String> facts,
            List<String> lists,
            boolean takenAway,
            @Nullable String undoes,
            List<Effect> effects) {
        public Action {
            effects = List.copyOf(effects);
            parameters = List.copyOf(parameters);
            facts = List.copyOf(facts);
            lists = List.copyOf(lists);
        }

        /** The texts of the phrase before, between and after its parameters. */
        public List<String> texts() {
            return List.of(GAP.split(phrase, -1));
        }

        /** The phrase with a text in the place of each parameter. */
        public String filled(Function<Parameter, String> value) {
            List<String> texts = texts();
            StringBuilder filled = new StringBuilder(texts.getFirst());
            for (int i = 0; i < parameters.size(); i++) {
                filled.append(value.apply(parameters.get(i))).append(texts.get(i + 1));
            }
            return filled.toString();
        }

        /** Whether it changes something. */
        public boolean writes() {
            return noun != null;
        }

        /** The kind of thing that it reads; null unless it reads one thing and needs no more. */
        public @Nullable String looksAt() {
            return !writes() && parameters.size() == 1 ? parameters.getFirst().thing() : null;
        }
    }

    /**
     * Something that the target asks of somebody else because people do something: of the payment
     * service that it charges an order.
     *
     * @param name its name in histories
     * @param noun one of them: "charge"
     * @param plural several of them
     * @param done what is said of the deed: an order is "charged"
     * @param of the name of the operation because of which it is asked
     * @param by the fact of the event that is equal to the parameter, or the fact of the answer, of
     *     the same name: it says which deed is meant
     */
    public record Event(
            String name, String noun, String plural, String done, String of, String by) {
        /** What says which deed a call is; null if the call is another one, or does not tell. */
        public @Nullable String deed(Operation operation, Outcome outcome) {
            if (!(operation instanceof Operation.DeclaredWrite write) || !write.name().equals(of)) {
                return null;
            }
            String said = write.values().get(by);
            return said == null && outcome instanceof Outcome.Accepted(_, Answer.DeclaredSeen seen)
                    ? seen.facts().get(by)
                    : said;
        }

        /** What says of which deed an event is. */
        public @Nullable String deed(Operation.DeclaredEvent event) {
            return event.name().equals(name) ? event.values().get(by) : null;
        }
    }

    /**
     * A parameter of a phrase.
     *
     * @param name its name in requests
     * @param type what may be said there
     * @param thing the kind of thing, if it is one; otherwise null
     */
    public record Parameter(String name, Type type, @Nullable String thing) {}

    /**
     * What an accepted deed does to a fact of a thing.
     *
     * @param fact the name of the fact; {@link #THERE} for the thing itself
     * @param thing the kind of thing
     * @param of the parameter that is the thing
     * @param way what it does
     * @param operand with what: a number, or the name of a parameter or of a fact of its answer
     * @param expected the parameter that the fact must equal before; null if it need not
     * @param otherwise the reason for which it is refused if the fact does not; null if it is none
     *     of its own
     */
    public record Effect(
            String fact,
            String thing,
            String of,
            EffectWay way,
            String operand,
            @Nullable String expected,
            @Nullable String otherwise) {
        /** Whether the thing is there; no fact of a profile has this name. */
        public static final String THERE = "";
    }

    /** What may stand in the place of a parameter. */
    public enum Type {
        /** A thing, by its name in quotes. */
        THING("\"[^\"]+\""),
        /** A whole number. */
        NUMBER("-?\\d+"),
        /** A number that may have a fraction. */
        AMOUNT("-?\\d+(?:\\.\\d+)?"),
        /** A text in quotes. */
        TEXT("\"[^\"]*\""),
        /** A name in quotes, in its place one that is new in each round, and the same for all. */
        NAME("\"[^\"]+\""),
        /** A time span, in seconds when it is sent: "30 minutes". */
        SPAN("\\d+ (?:second|minute|hour|day)s?"),
        /** Somebody: "Ana". */
        PERSON("Ana|Ben|Chloe|Dan|Mara|member \\d+");

        /** What a phrase calls them; a thing is called by its kind. */
        public static final Map<String, Type> NAMES =
                Map.of(
                        "number", NUMBER,
                        "amount", AMOUNT,
                        "text", TEXT,
                        "name", NAME,
                        "time span", SPAN,
                        "person", PERSON);

        private final String regex;

        Type(String regex) {
            this.regex = regex;
        }
    }

    /**
     * A sentence that is true whenever all is quiet, as a Then step would say it.
     *
     * @param sentence the words
     * @param place where it stands, for messages
     */
    public record Law(String sentence, String place) {}
}
