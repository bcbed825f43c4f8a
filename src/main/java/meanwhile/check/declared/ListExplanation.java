package meanwhile.check.declared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.EffectWay;
import meanwhile.model.Event;
import meanwhile.model.Presence;
import meanwhile.model.Queue;
import meanwhile.model.Snapshots;

/**
 * Checks that some order of what was done explains all looks at a list: one that grows, one whose
 * elements come and go, or a queue.
 *
 * @param list what is to be explained
 */
record ListExplanation(LookedAt list) {
    /**
     * Checks it.
     *
     * @param ways the ways in which operations change the list
     */
    Verdict of(List<Change> changes, Set<EffectWay> ways) {
        if (changes.stream().anyMatch(ListExplanation::tellsNothing)) {
            return new Verdict.Undecided("a deed does not tell what it made of " + list.what());
        }
        Predicate<Change> isNameless = change -> change.way().adds() && change.operand() == null;
        List<Change> nameless = changes.stream().filter(isNameless).toList();
        List<Change> known = changes.stream().filter(isNameless.negate()).toList();
        Set<String> added = new HashSet<>();
        for (Change change : known) {
            if (change.way().adds() && !added.add(String.valueOf(change.operand()))) {
                return new Verdict.Undecided(
                        "“%s” was added twice to %s".formatted(change.operand(), list.what()));
            }
        }
        List<Change> all = new ArrayList<>(known);
        all.addAll(identified(nameless, unexplained(known, added)));
        if (ways.contains(EffectWay.TAKES)) {
            return inTurn(all);
        }
        boolean grows = all.stream().noneMatch(change -> change.way() == EffectWay.LOSES);
        return grows ? growing(all) : comingAndGoing(all);
    }

    private static boolean tellsNothing(Change change) {
        return change.result() == Change.Result.DONE && change.operand() == null;
    }

    /** What looks show, or somebody took, and no deed of a known name explains. */
    private List<String> unexplained(List<Change> known, Set<String> added) {
        Set<String> foreign = new LinkedHashSet<>();
        list.looks().forEach(look -> foreign.addAll(elements(look)));
        known.stream()
                .filter(change -> change.way() == EffectWay.TAKES)
                .map(Change::operand)
                .filter(Objects::nonNull)
                .forEach(foreign::add);
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
        return seen == null ? List.of() : seen.lists().getOrDefault(list.name(), List.of());
    }

    private Verdict growing(List<Change> changes) {
        List<Call> calls = new ArrayList<>();
        List<Event<Snapshots.Op>> events = new ArrayList<>();
        for (Change change : changes) {
            events.add(
                    LookedAt.event(
                            calls, change, new Snapshots.Add(String.valueOf(change.operand()))));
        }
        for (Call look : list.looks()) {
            events.add(list.look(calls, look, new Snapshots.Read(elements(look))));
        }
        boolean ordered =
                !changes.isEmpty()
                        && changes.stream().allMatch(change -> change.way() == EffectWay.APPENDS);
        return list.told(ordered ? Snapshots.list(events) : Snapshots.set(events), calls);
    }

    private Verdict comingAndGoing(List<Change> changes) {
        List<Call> calls = new ArrayList<>();
        List<Event<Presence.Op>> events = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        Set<String> gone = new HashSet<>();
        for (Change change : changes) {
            String element = String.valueOf(change.operand());
            boolean goes = change.way() == EffectWay.LOSES;
            if (!goes) {
                all.add(element);
            } else if (!gone.add(element)) {
                return new Verdict.Undecided(
                        "“%s” was removed twice from %s".formatted(element, list.what()));
            }
            events.add(
                    LookedAt.event(
                            calls,
                            change,
                            goes ? new Presence.Remove(element) : new Presence.Add(element)));
        }
        list.looks().forEach(look -> all.addAll(elements(look)));
        for (Call look : list.looks()) {
            List<String> shown = elements(look);
            for (String element : all) {
                events.add(
                        list.look(
                                calls, look, new Presence.Look(element, shown.contains(element))));
            }
            if (new HashSet<>(shown).size() < shown.size()) {
                return Verdict.contradicted(
                        "Expected each once among %s, saw one twice".formatted(list.what()),
                        List.of(look),
                        "Each was added once");
            }
        }
        return list.told(Presence.check(events), calls);
    }

    /** A queue: what was appended first is taken first. */
    private Verdict inTurn(List<Change> changes) {
        List<Call> calls = new ArrayList<>();
        List<Event<Queue.Op>> events = new ArrayList<>();
        for (Change change : changes) {
            Queue.Op op =
                    change.result() == Change.Result.MISSED
                            ? new Queue.Miss()
                            : change.way() == EffectWay.TAKES
                                    ? new Queue.Take(change.operand())
                                    : new Queue.Put(String.valueOf(change.operand()));
            events.add(LookedAt.event(calls, change, op));
        }
        for (Call look : list.looks()) {
            events.add(list.look(calls, look, new Queue.Read(elements(look))));
        }
        return list.told(Queue.check(events, list.budget()), calls);
    }
}
