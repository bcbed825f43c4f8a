package meanwhile.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.language.Domain;
import meanwhile.language.EffectWay;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the operations of a domain do to the facts of things: {@code stock: minus quantity}.
 */
final class EffectsReader {
    /** What may be said, for messages and for the JSON Schema. */
    static final String WAYS =
            "plus X, minus X, set to X, set to X if it was Y, set to X if it was Y, else REFUSAL,"
                + " gains X, appends X, loses X, takes X, takes X, else REFUSAL; of a thing itself:"
                + " goes";

    static final String FORM =
            "(?:goes|(plus|minus|set to|gains|appends|loses|takes) ([^\\s,]+)(?: if it was"
                    + " ([^\\s,]+))?(?:, else (.+))?)";
    private static final String GOES = "goes";
    private static final Pattern WAY = Pattern.compile(FORM);
    private static final Pattern FACT = Pattern.compile("([a-z][a-z0-9-]*)(?: of (\\S+))?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private record Read(Entry entry, Domain.Effect effect) {}

    private final List<String> refusals;
    private final List<Read> all = new ArrayList<>();

    /**
     * @param refusals the domain's own reasons to refuse
     */
    EffectsReader(List<String> refusals) {
        this.refusals = refusals;
    }

    /**
     * The effects of one operation.
     *
     * @param writes whether it changes something
     * @param facts the single facts of its answer
     * @param lists those of which there are several
     */
    List<Domain.Effect> read(
            @Nullable Entry does,
            boolean writes,
            List<Domain.Parameter> parameters,
            List<String> facts,
            List<String> lists) {
        if (does == null) {
            return List.of();
        }
        if (!writes) {
            throw does.fault("what does something needs a noun");
        }
        List<Domain.Effect> effects = new ArrayList<>();
        for (Map.Entry<String, Entry> one : does.fields().entrySet()) {
            Domain.Effect effect = effect(one.getKey(), one.getValue(), parameters, facts, lists);
            effects.add(effect);
            all.add(new Read(one.getValue(), effect));
        }
        return effects;
    }

    /** The operation that another undoes: one that stands above it, and speaks of as much. */
    static Domain.@Nullable Action undone(
            @Nullable Entry undoes,
            @Nullable String noun,
            List<Domain.Parameter> parameters,
            List<Domain.Action> actions) {
        if (undoes == null) {
            return null;
        }
        if (noun == null) {
            throw undoes.fault("what undoes something needs a noun");
        }
        List<Domain.Action> above = actions.stream().filter(Domain.Action::writes).toList();
        if (above.isEmpty()) {
            throw undoes.fault("what it undoes stands above it; nothing does");
        }
        String name = undoes.oneOf(above.stream().map(Domain.Action::name).toList());
        Domain.Action undone =
                above.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        if (undone.effects().stream().anyMatch(effect -> !effect.way().canBeUndone())) {
            throw undoes.fault(
                    "%s sets or takes something, and nobody knows what was there".formatted(name));
        }
        for (Domain.Parameter parameter : parameters) {
            if (!undone.parameters().contains(parameter)) {
                throw undoes.fault(
                        "“%s” is no parameter of %s, which it undoes"
                                .formatted(parameter.name(), name));
            }
        }
        return undone;
    }

    private Domain.Effect effect(
            String key,
            Entry entry,
            List<Domain.Parameter> parameters,
            List<String> facts,
            List<String> lists) {
        if (entry.text().equals(GOES)) {
            return gone(key, entry, parameters);
        }
        Domain.Parameter thing = thing(key, entry, parameters);
        Matcher said = WAY.matcher(entry.text());
        if (!said.matches()) {
            throw entry.wrong(WAYS);
        }
        String word = said.group(1);
        EffectWay way =
                word.equals("set to")
                        ? EffectWay.SET
                        : EffectWay.valueOf(word.toUpperCase(Locale.ROOT));
        String expected = said.group(3);
        String otherwise = said.group(4);
        boolean conditional = way == EffectWay.TAKES || expected != null;
        if ((expected != null && way != EffectWay.SET) || (otherwise != null && !conditional)) {
            throw entry.wrong(WAYS);
        }
        Set<String> known = new TreeSet<>(facts);
        parameters.forEach(parameter -> known.add(parameter.name()));
        if (lists.contains(said.group(2))) {
            throw entry.fault(
                    "“%s” are several, and a deed does something with one"
                            .formatted(said.group(2)));
        }
        if (!(way.counts() && NUMBER.matcher(said.group(2)).matches())) {
            requireKnown(entry, said.group(2), known);
        }
        if (expected != null) {
            requireKnown(entry, expected, known);
        }
        requireRefusal(entry, otherwise);
        Matcher fact = FACT.matcher(key);
        return new Domain.Effect(
                fact.matches() ? fact.group(1) : key,
                String.valueOf(thing.thing()),
                thing.name(),
                way,
                said.group(2),
                expected,
                otherwise);
    }

    /** A thing that is no longer there. */
    private static Domain.Effect gone(String key, Entry entry, List<Domain.Parameter> parameters) {
        List<Domain.Parameter> things =
                parameters.stream().filter(one -> one.type() == Domain.Type.THING).toList();
        Domain.Parameter thing =
                things.stream()
                        .filter(one -> one.name().equals(key))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        entry.fault(
                                                "a thing goes that the phrase names: %s"
                                                        .formatted(
                                                                things.isEmpty()
                                                                        ? "it names none"
                                                                        : String.join(
                                                                                " or ",
                                                                                things.stream()
                                                                                        .map(
                                                                                                Domain
                                                                                                                .Parameter
                                                                                                        ::name)
                                                                                        .toList()))));
        return new Domain.Effect(
                Domain.Effect.THERE,
                String.valueOf(thing.thing()),
                thing.name(),
                EffectWay.GOES,
                GOES,
                null,
                null);
    }

    private void requireRefusal(Entry entry, @Nullable String otherwise) {
        if (otherwise != null && !refusals.contains(otherwise)) {
            throw entry.fault(
                    "“%s” is no refusal of the domain; there are %s"
                            .formatted(Entry.shown(otherwise), String.join(", ", refusals)));
        }
    }

    private static void requireKnown(Entry entry, String name, Set<String> known) {
        if (!known.contains(name)) {
            throw entry.fault(
                    "“%s” is no parameter and no fact of the answer; known are %s"
                            .formatted(Entry.shown(name), String.join(", ", known)));
        }
    }

    /** The parameter whose fact it is; it need be said only where there are several. */
    private static Domain.Parameter thing(
            String key, Entry entry, List<Domain.Parameter> parameters) {
        List<Domain.Parameter> things =
                parameters.stream().filter(one -> one.type() == Domain.Type.THING).toList();
        Matcher fact = FACT.matcher(key);
        if (!fact.matches() || things.isEmpty()) {
            throw entry.fault(
                    "a fact of a thing that the phrase names is expected, like “stock” or “balance"
                            + " of from”");
        }
        List<Domain.Parameter> meant =
                things.stream()
                        .filter(one -> fact.group(2) == null || one.name().equals(fact.group(2)))
                        .toList();
        if (meant.size() != 1) {
            throw entry.fault(
                    "say of which thing: "
                            + String.join(
                                    " or ",
                                    things.stream()
                                            .map(one -> fact.group(1) + " of " + one.name())
                                            .toList()));
        }
        return meant.getFirst();
    }

    /**
     * Checks that a look shows what is changed, and that all change it in ways that go together.
     */
    void check(List<Domain.Action> actions) {
        for (Read read : all) {
            Domain.Effect effect = read.effect();
            Set<String> shown = new TreeSet<>();
            for (Domain.Action action : actions) {
                if (effect.thing().equals(action.looksAt())) {
                    shown.addAll(shown(effect.way(), action));
                }
            }
            if (!shown.contains(effect.fact())) {
                throw read.entry()
                        .fault(
                                "no look at one %s shows such a %s; there are %s"
                                        .formatted(
                                                effect.thing(),
                                                effect.way().lists() ? "list" : "fact",
                                                shown.isEmpty()
                                                        ? "none"
                                                        : String.join(", ", shown)));
            }
            for (Read other : all) {
                Domain.Effect another = other.effect();
                if (isSame(another, effect) && another.way().counts() != effect.way().counts()) {
                    throw other.entry().fault("what is set elsewhere cannot be counted, too");
                }
                if (isSame(another, effect)
                        && effect.way() == EffectWay.TAKES
                        && another.way() != EffectWay.TAKES
                        && another.way() != EffectWay.APPENDS) {
                    throw other.entry()
                            .fault("where somebody takes the first, the others append or take");
                }
            }
        }
    }

    private static List<String> shown(EffectWay way, Domain.Action look) {
        return switch (way) {
            case GOES -> List.of(Domain.Effect.THERE);
            case GAINS, APPENDS, LOSES, TAKES -> look.lists();
            case PLUS, MINUS, SET -> look.facts();
        };
    }

    private static boolean isSame(Domain.Effect one, Domain.Effect other) {
        return one.fact().equals(other.fact()) && one.thing().equals(other.thing());
    }
}
