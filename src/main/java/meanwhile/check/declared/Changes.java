package meanwhile.check.declared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Domain;
import meanwhile.language.EffectWay;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was done to one fact of one thing, as the profile says what each operation does.
 *
 * @param all each change, in no order
 * @param ways the ways in which operations change it
 * @param isClear false if nobody knows which of several deeds was undone
 */
public record Changes(List<Change> all, Set<EffectWay> ways, boolean isClear) {
    /**
     * One fact of one thing.
     *
     * @param kind the kind of thing
     * @param id the thing
     * @param fact the name of the fact
     */
    public record Subject(String kind, String id, String fact) {
        private boolean isOf(Domain.Effect effect) {
            return effect.thing().equals(kind) && effect.fact().equals(fact);
        }

        private boolean isOf(Call call, Domain.Effect effect) {
            return id.equals(DeedFacts.said(call).get(effect.of()));
        }
    }

    /** Whether the fact is a number that grows and shrinks. */
    public boolean areCounted() {
        return ways.stream().anyMatch(EffectWay::counts);
    }

    /** The same, where nothing is certain but what these calls did. */
    public Changes certainBy(Predicate<Call> some) {
        List<Change> weaker =
                all.stream()
                        .filter(
                                change ->
                                        some.test(change.call())
                                                || change.result() != Change.Result.MISSED)
                        .map(change -> some.test(change.call()) ? change : change.maybe())
                        .toList();
        return new Changes(weaker, ways, isClear);
    }

    /** All changes of a fact in a history. */
    public static Changes of(History history, Domain domain, Subject subject) {
        List<Change> all = new ArrayList<>();
        Set<EffectWay> ways = EnumSet.noneOf(EffectWay.class);
        boolean clear = true;
        for (Domain.Action action : domain.actions()) {
            for (Domain.Effect effect : action.effects()) {
                if (subject.isOf(effect)) {
                    ways.add(effect.way());
                    List<Call> deeds = calls(history, action, subject, effect);
                    deeds.forEach(deed -> add(all, deed, effect));
                    clear &= undo(all, history, domain, action, effect, deeds);
                }
            }
        }
        return new Changes(List.copyOf(all), ways, clear);
    }

    private static List<Call> calls(
            History history, Domain.Action action, Subject subject, Domain.Effect effect) {
        return history.calls().stream()
                .filter(call -> call.operation().key().equals(action.name()))
                .filter(call -> subject.isOf(call, effect))
                .toList();
    }

    private static void add(List<Change> all, Call deed, Domain.Effect effect) {
        Change.Result result = result(deed, effect);
        if (result != null) {
            all.add(
                    new Change(
                            effect.way(),
                            operand(deed, effect),
                            effect.expected() == null ? null : value(deed, effect.expected()),
                            result,
                            deed,
                            deed.times().begun()));
        }
    }

    private static Change.@Nullable Result result(Call deed, Domain.Effect effect) {
        if (deed.outcome() instanceof Outcome.Refused refused) {
            return effect.otherwise() != null && Objects.equals(refused.named(), effect.otherwise())
                    ? Change.Result.MISSED
                    : null;
        }
        return deed.accepted() ? Change.Result.DONE : Change.Result.MAYBE;
    }

    private static @Nullable String operand(Call deed, Domain.Effect effect) {
        if (effect.way() == EffectWay.GOES) {
            return effect.operand();
        }
        String known = value(deed, effect.operand());
        return known == null && Character.isDigit(effect.operand().charAt(0))
                ? effect.operand()
                : known;
    }

    private static @Nullable String value(Call deed, String name) {
        String said = DeedFacts.said(deed).get(name);
        return said == null ? DeedFacts.told(deed).get(name) : said;
    }

    /**
     * Adds what was undone of these deeds, once for each deed, however often it was tried: what is
     * undone already cannot be undone again. Returns false if nobody knows which one was undone.
     */
    private static boolean undo(
            List<Change> all,
            History history,
            Domain domain,
            Domain.Action action,
            Domain.Effect effect,
            List<Call> deeds) {
        List<Undo> undos = new ArrayList<>();
        for (Domain.Action undoing : domain.actions()) {
            if (action.name().equals(undoing.undoes())) {
                history.where(call -> call.operation().key().equals(undoing.name()))
                        .calls()
                        .forEach(call -> undos.add(new Undo(action.name(), call)));
            }
        }
        boolean clear =
                undos.stream()
                        .allMatch(
                                undo ->
                                        deeds.stream()
                                                        .filter(Call::possible)
                                                        .filter(undo::mayUndo)
                                                        .count()
                                                <= 1);
        for (Call deed : deeds) {
            List<Undo> own =
                    deed.possible()
                            ? undos.stream().filter(undo -> undo.mayUndo(deed)).toList()
                            : List.of();
            if (!own.isEmpty()) {
                all.add(undone(deed, effect, own));
            }
        }
        return clear;
    }

    private static Change undone(Call deed, Domain.Effect effect, List<Undo> undos) {
        List<Call> calls = undos.stream().map(Undo::call).toList();
        long begun = calls.stream().mapToLong(call -> call.times().begun()).min().orElseThrow();
        Comparator<Call> byEnd = Comparator.comparingLong(call -> call.times().ended());
        Call certain =
                undos.stream()
                        .filter(undo -> deed.accepted() && undo.found(deed))
                        .map(Undo::call)
                        .min(byEnd)
                        .orElse(null);
        return new Change(
                effect.way().undone(),
                operand(deed, effect),
                null,
                certain == null ? Change.Result.MAYBE : Change.Result.DONE,
                certain == null ? calls.getFirst() : certain,
                begun);
    }
}
