package meanwhile.check.declared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.EffectWay;
import meanwhile.model.Counter;
import meanwhile.model.Event;
import meanwhile.model.Register;
import meanwhile.model.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Checks that some order of what was done explains all looks at a fact: a number that is counted is
 * a counter or a tally, what is set is a register, with compare-and-set, and a list is a set or a
 * growing list, or its elements come and go.
 *
 * @param fact what is to be explained
 */
public record Explanation(LookedAt fact) {

    /**
     * Checks it.
     *
     * @param start what the fact was at first; null if nobody knows; no list has a beginning
     */
    public Verdict of(Changes changes, @Nullable String start) {
        if (fact.looks().isEmpty()) {
            return new Verdict.Undecided("%s could not be read".formatted(fact.what()));
        }
        if (!changes.isClear()) {
            return new Verdict.Undecided("nobody knows what was undone of " + fact.what());
        }
        List<Change> all = changes.all();
        boolean list = changes.ways().stream().anyMatch(EffectWay::lists);
        if (start == null && !list) {
            return new Verdict.Undecided(
                    "nobody said what %s was at first; the thing's “begins” does"
                            .formatted(fact.what()));
        }
        if (list) {
            return new ListExplanation(fact).of(all, changes.ways());
        }
        return changes.areCounted() ? numbers(all, Amounts.of(start)) : texts(all, start);
    }

    /** What a look showed before anything was changed; null if there was none. */
    public static @Nullable String before(Changes changes, List<Call> looks, String name) {
        long first = changes.all().stream().mapToLong(Change::begun).min().orElse(Long.MAX_VALUE);
        return looks.stream()
                .filter(look -> look.times().ended() < first)
                .map(look -> DeedFacts.told(look).get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Verdict numbers(List<Change> changes, BigDecimal start) {
        List<Call> calls = new ArrayList<>();
        List<Event<Tally.Op>> events = new ArrayList<>();
        boolean ones = start.stripTrailingZeros().scale() <= 0;
        for (Change change : changes) {
            BigDecimal amount = Amounts.of(change.operand());
            if (change.way() == EffectWay.MINUS) {
                amount = amount.negate();
            }
            ones &= amount.compareTo(BigDecimal.ONE) == 0;
            events.add(LookedAt.event(calls, change, new Tally.Change(amount)));
        }
        for (Call look : fact.looks()) {
            BigDecimal seen = Amounts.of(DeedFacts.told(look).get(fact.name()));
            ones &= seen.stripTrailingZeros().scale() <= 0;
            events.add(fact.look(calls, look, new Tally.Read(seen)));
        }
        return fact.told(
                ones
                        ? Counter.check(
                                events.stream().map(Explanation::one).toList(), start.longValue())
                        : Tally.check(events, start, fact.budget()),
                calls);
    }

    private static Event<Counter.Op> one(Event<Tally.Op> event) {
        return event.with(
                event.op() instanceof Tally.Read(BigDecimal value)
                        ? new Counter.Read(value.longValue())
                        : new Counter.Add());
    }

    private Verdict texts(List<Change> changes, @Nullable String start) {
        List<Call> calls = new ArrayList<>();
        List<Event<Register.Op>> events = new ArrayList<>();
        boolean told = true;
        for (Change change : changes) {
            if (change.result() == Change.Result.MISSED) {
                events.add(
                        LookedAt.event(
                                calls,
                                change,
                                new Register.Miss(Amounts.alike(change.expected()))));
            } else if (change.operand() == null) {
                told = false;
            } else if (change.expected() == null) {
                events.add(
                        LookedAt.event(
                                calls,
                                change,
                                new Register.Write(Amounts.alike(change.operand()))));
            } else {
                events.add(
                        LookedAt.event(
                                calls,
                                change,
                                new Register.Swap(
                                        Amounts.alike(change.expected()),
                                        Amounts.alike(change.operand()))));
            }
        }
        for (Call look : fact.looks()) {
            events.add(
                    fact.look(
                            calls,
                            look,
                            new Register.Read(
                                    Amounts.alike(DeedFacts.told(look).get(fact.name())))));
        }
        Verdict verdict =
                fact.told(Register.check(events, Amounts.alike(start), fact.budget()), calls);
        return told || !(verdict instanceof Verdict.Contradicted)
                ? verdict
                : new Verdict.Undecided(
                        "nobody was told what some who got no answer made of " + fact.what());
    }
}
