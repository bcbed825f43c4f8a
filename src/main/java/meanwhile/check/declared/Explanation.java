package meanwhile.check.declared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import meanwhile.check.CallEvents;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.model.Counter;
import meanwhile.model.Event;
import meanwhile.model.Presence;
import meanwhile.model.Register;
import meanwhile.model.Ruling;
import meanwhile.model.Snapshots;
import meanwhile.model.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Checks that some order of what was done explains all looks at a fact: a number that is counted is
 * a counter or a tally, what is set is a register, with compare-and-set, and a list is a set or a
 * growing list, or its elements come and go.
 *
 * @param what whose fact it is, in words: "the stock of “Lamp”"
 * @param fact its name
 * @param expected what is promised of it, for a contradiction
 * @param looks the looks at it
 * @param delay the nanoseconds by which a look may lag
 * @param budget the number of steps that a search may try
 */
public record Explanation(
        String what, String fact, String expected, List<Call> looks, long delay, long budget) {
    public Explanation {
        looks = looks.stream().filter(Call::accepted).toList();
    }

    /**
     * Checks it.
     *
     * @param start what the fact was at first; null if nobody knows; no list has a beginning
     */
    public Verdict of(Changes changes, @Nullable String start) {
        if (looks.isEmpty()) {
            return new Verdict.Undecided("%s could not be read".formatted(what));
        }
        if (!changes.isClear()) {
            return new Verdict.Undecided("nobody knows what was undone of " + what);
        }
        List<Change> all = changes.all();
        boolean list = changes.ways().stream().anyMatch(Domain.Way::lists);
        if (start == null && !list) {
            return new Verdict.Undecided(
                    "nobody said what %s was at first; the thing's “begins” does".formatted(what));
        }
        if (list) {
            return lists(all);
        }
        return changes.areCounted() ? numbers(all, Amounts.of(start)) : texts(all, start);
    }

    /** What a look showed before anything was changed; null if there was none. */
    public static @Nullable String before(Changes changes, List<Call> looks, String fact) {
        long first = changes.all().stream().mapToLong(Change::begun).min().orElse(Long.MAX_VALUE);
        return looks.stream()
                .filter(look -> look.times().ended() < first)
                .map(look -> DeedFacts.told(look).get(fact))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static <O> Event<O> event(List<Call> calls, Change change, O op) {
        calls.add(change.call());
        return new Event<>(
                calls.size() - 1,
                change.call().actor().toString(),
                op,
                change.begun(),
                change.call().times().ended(),
                change.result() != Change.Result.MAYBE);
    }

    private <O> Event<O> look(List<Call> calls, Call look, O op) {
        calls.add(look);
        return CallEvents.event(calls.size() - 1, look, op).lagging(delay);
    }

    private Verdict told(Ruling<?> ruling, List<Call> calls) {
        return ruling instanceof Ruling.Illegal<?> illegal
                ? Verdict.contradicted(
                        expected,
                        illegal.why().stream().map(event -> calls.get(event.source())).toList(),
                        illegal.expected())
                : CallEvents.verdict(ruling, calls);
    }

    private Verdict numbers(List<Change> changes, BigDecimal start) {
        List<Call> calls = new ArrayList<>();
        List<Event<Tally.Op>> events = new ArrayList<>();
        boolean ones = start.stripTrailingZeros().scale() <= 0;
        for (Change change : changes) {
            BigDecimal amount = Amounts.of(change.operand());
            if (change.way() == Domain.Way.MINUS) {
                amount = amount.negate();
            }
            ones &= amount.compareTo(BigDecimal.ONE) == 0;
            events.add(event(calls, change, new Tally.Change(amount)));
        }
        for (Call look : looks) {
            BigDecimal seen = Amounts.of(DeedFacts.told(look).get(fact));
            ones &= seen.stripTrailingZeros().scale() <= 0;
            events.add(look(calls, look, new Tally.Read(seen)));
        }
        return told(
                ones
                        ? Counter.check(
                                events.stream().map(Explanation::one).toList(), start.longValue())
                        : Tally.check(events, start, budget),
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
                        event(calls, change, new Register.Miss(Amounts.alike(change.expected()))));
            } else if (change.operand() == null) {
                told = false;
            } else if (change.expected() == null) {
                events.add(
                        event(calls, change, new Register.Write(Amounts.alike(change.operand()))));
            } else {
                events.add(
                        event(
                                calls,
                                change,
                                new Register.Swap(
                                        Amounts.alike(change.expected()),
                                        Amounts.alike(change.operand()))));
            }
        }
        for (Call look : looks) {
            events.add(
                    look(
                            calls,
                            look,
                            new Register.Read(Amounts.alike(DeedFacts.told(look).get(fact)))));
        }
        Verdict verdict = told(Register.check(events, Amounts.alike(start), budget), calls);
        return told || !(verdict instanceof Verdict.Contradicted)
                ? verdict
                : new Verdict.Undecided(
                        "nobody was told what some who got no answer made of " + what);
    }

    private Verdict lists(List<Change> changes) {
        List<Change> known = changes.stream().filter(one -> one.operand() != null).toList();
        List<Change> nameless = new ArrayList<>(changes);
        nameless.removeAll(known);
        if (nameless.stream().anyMatch(change -> change.result() == Change.Result.DONE)) {
            return new Verdict.Undecided("a deed does not tell what it made of " + what);
        }
        Set<String> added = new HashSet<>();
        for (Change change : known) {
            if (change.way() != Domain.Way.LOSES && !added.add(String.valueOf(change.operand()))) {
                return new Verdict.Undecided(
                        "“%s” was added twice to %s".formatted(change.operand(), what));
            }
        }
        List<Change> all = new ArrayList<>(known);
        all.addAll(identified(nameless, unexplained(added)));
        boolean grows = all.stream().noneMatch(change -> change.way() == Domain.Way.LOSES);
        return grows ? growing(all) : comingAndGoing(all);
    }

    /** What looks show and no deed of a known name explains. */
    private List<String> unexplained(Set<String> added) {
        Set<String> foreign = new LinkedHashSet<>();
        looks.forEach(look -> foreign.addAll(elements(look)));
        foreign.removeAll(added);
        return List.copyOf(foreign);
    }

    /**
     * Whoever got no answer was told no name. What is seen and was added by nobody else may be
     * theirs, as long as there are enough of them; which one is whose is not asked.
     */
    private static List<Change> identified(List<Change> nameless, List<String> elements) {
        if (elements.size() > nameless.size() || nameless.isEmpty()) {
            return List.of();
        }
        Change first = nameless.getFirst();
        long begun = nameless.stream().mapToLong(Change::begun).min().orElseThrow();
        return elements.stream()
                .map(
                        element ->
                                new Change(
                                        first.way(),
                                        element,
                                        null,
                                        Change.Result.MAYBE,
                                        first.call(),
                                        begun))
                .toList();
    }

    private List<String> elements(Call look) {
        Answer.DeclaredSeen seen = look.answer(Answer.DeclaredSeen.class);
        return seen == null ? List.of() : seen.lists().getOrDefault(fact, List.of());
    }

    private Verdict growing(List<Change> changes) {
        List<Call> calls = new ArrayList<>();
        List<Event<Snapshots.Op>> events = new ArrayList<>();
        for (Change change : changes) {
            events.add(event(calls, change, new Snapshots.Add(String.valueOf(change.operand()))));
        }
        for (Call look : looks) {
            events.add(look(calls, look, new Snapshots.Read(elements(look))));
        }
        boolean ordered =
                !changes.isEmpty()
                        && changes.stream().allMatch(change -> change.way() == Domain.Way.APPENDS);
        return told(ordered ? Snapshots.list(events) : Snapshots.set(events), calls);
    }

    private Verdict comingAndGoing(List<Change> changes) {
        List<Call> calls = new ArrayList<>();
        List<Event<Presence.Op>> events = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        Set<String> gone = new HashSet<>();
        for (Change change : changes) {
            String element = String.valueOf(change.operand());
            boolean goes = change.way() == Domain.Way.LOSES;
            if (!goes) {
                all.add(element);
            } else if (!gone.add(element)) {
                return new Verdict.Undecided(
                        "“%s” was removed twice from %s".formatted(element, what));
            }
            events.add(
                    event(
                            calls,
                            change,
                            goes ? new Presence.Remove(element) : new Presence.Add(element)));
        }
        looks.forEach(look -> all.addAll(elements(look)));
        for (Call look : looks) {
            List<String> shown = elements(look);
            for (String element : all) {
                events.add(look(calls, look, new Presence.Look(element, shown.contains(element))));
            }
            if (new HashSet<>(shown).size() < shown.size()) {
                return Verdict.contradicted(
                        "Expected each once among %s, saw one twice".formatted(what),
                        List.of(look),
                        "Each was added once");
            }
        }
        return told(Presence.check(events), calls);
    }
}
