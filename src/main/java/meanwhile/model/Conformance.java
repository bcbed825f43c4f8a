package meanwhile.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that some order of the operations keeps to a {@link Contract}. Where an object may be in
 * one of several states, the search goes on with the set of all of them (the subset construction of
 * automata), so that a contract may allow several answers, and things that happen by themselves.
 * Sound, and complete within the budget.
 *
 * @param <S> the states of the object
 * @param <O> the operations
 * @param <A> the answers
 */
public final class Conformance<S, O, A> {
    /** More states than these at once are not followed. */
    private static final int MOST_STATES = 1_000;

    /** What is tried at most to leave a call out of the story. */
    private static final long SHRINKING = 100_000;

    private final Contract<S, O, A> contract;
    private final long budget;

    /**
     * @param budget the number of steps that may be tried
     */
    public Conformance(Contract<S, O, A> contract, long budget) {
        this.contract = contract;
        this.budget = budget;
    }

    /**
     * What was found.
     *
     * @param <S> the states
     * @param <O> the operations
     * @param <A> the answers
     */
    public sealed interface Finding<S, O, A> {}

    /** Some order keeps to the contract. */
    public record Kept<S, O, A>() implements Finding<S, O, A> {}

    /** It was not decided. */
    public record Open<S, O, A>(String reason) implements Finding<S, O, A> {}

    /**
     * No order does.
     *
     * @param why the fewest events that show it: whatever else there was, happened or not
     * @param stuck the one of them that cannot be answered as it was
     * @param states the states in which the object may have been then
     */
    public record Broken<S, O, A>(
            List<Event<Contract.Asked<O, A>>> why, Event<Contract.Asked<O, A>> stuck, Set<S> states)
            implements Finding<S, O, A> {
        public Broken {
            why = List.copyOf(why);
            states = Set.copyOf(states);
        }
    }

    /** Judges a history; its events may come in any order. */
    public Finding<S, O, A> check(List<Event<Contract.Asked<O, A>>> history) {
        List<Event<Contract.Asked<O, A>>> events = Event.inOrder(history);
        Search search = search(events, budget);
        return switch (search.end) {
            case Linearizer.Explained _ -> new Kept<>();
            case Linearizer.GaveUp _ ->
                    new Open<>(
                            search.overflown
                                    ? "the contract allows more than %,d states at once"
                                            .formatted(MOST_STATES)
                                    : "too many orders: gave up after %,d steps".formatted(budget));
            case Linearizer.Stuck(int event, List<Integer> states) ->
                    broken(events, events.get(event), search.possible(states));
        };
    }

    /**
     * A call need not be told if no order explains the others even where it may have happened or
     * not, with any answer.
     */
    private Finding<S, O, A> broken(
            List<Event<Contract.Asked<O, A>>> all,
            Event<Contract.Asked<O, A>> last,
            Set<S> states) {
        List<Event<Contract.Asked<O, A>>> events =
                all.stream()
                        .filter(event -> event.begun() <= last.ended())
                        .map(event -> hasEnded(event, last, all) ? event : underWay(event))
                        .toList();
        List<Event<Contract.Asked<O, A>>> few =
                Shrinker.minimal(
                        events,
                        fewer ->
                                search(doubting(events, fewer), Math.min(budget, SHRINKING)).end
                                        instanceof Linearizer.Stuck,
                        _ -> _ -> true);
        // Without the last of them the others are explained: it is one of the few.
        return new Broken<>(few, last, states);
    }

    /** Whether it had ended when the last one did; of two at one moment the earlier of the list. */
    private static <T> boolean hasEnded(Event<T> event, Event<T> last, List<Event<T>> all) {
        return event.latest() < last.ended()
                || (event.latest() == last.ended() && all.indexOf(event) <= all.indexOf(last));
    }

    /** It need not have taken effect yet; what came later may explain it. */
    private static <T> Event<T> underWay(Event<T> event) {
        return new Event<>(
                event.source(), event.process(), event.op(), event.begun(), event.ended(), false);
    }

    private static <O, A> List<Event<Contract.Asked<O, A>>> doubting(
            List<Event<Contract.Asked<O, A>>> all, List<Event<Contract.Asked<O, A>>> certain) {
        Set<Integer> sources = new HashSet<>();
        certain.forEach(event -> sources.add(event.source()));
        return all.stream()
                .map(
                        event ->
                                sources.contains(event.source())
                                        ? event
                                        : new Event<>(
                                                event.source(),
                                                event.process(),
                                                new Contract.Asked<O, A>(
                                                        event.op().operation(), null),
                                                event.begun(),
                                                event.ended(),
                                                false))
                .toList();
    }

    private Search search(List<Event<Contract.Asked<O, A>>> events, long steps) {
        Search quick = new Search(events, false, steps);
        // A look is no longer one that changes nothing where it tells which state it was.
        return quick.steps.branched ? new Search(events, true, steps) : quick;
    }

    /** One search. */
    private final class Search {
        final States steps;
        final Linearizer.End end;
        final boolean overflown;

        Search(List<Event<Contract.Asked<O, A>>> events, boolean branching, long most) {
            steps = new States(events, branching);
            Linearizer.End found = Linearizer.search(events, steps, most);
            overflown = steps.overflown;
            end = overflown ? new Linearizer.GaveUp() : found;
        }

        Set<S> possible(List<Integer> numbers) {
            Set<S> possible = new LinkedHashSet<>();
            numbers.forEach(number -> possible.addAll(steps.states.get(number)));
            return possible;
        }
    }

    /** Sets of states by their numbers. */
    private final class States implements Linearizer.Steps {
        private static final int IMPOSSIBLE = -1;

        private final List<Event<Contract.Asked<O, A>>> events;
        private final boolean branching;
        private final Numbering<Set<S>> states = new Numbering<>();
        private final Numbering<Contract.Asked<O, A>> kinds = new Numbering<>();
        private final Map<Long, Integer> known = new HashMap<>();
        private boolean branched;
        private boolean overflown;

        States(List<Event<Contract.Asked<O, A>>> events, boolean branching) {
            this.events = events;
            this.branching = branching;
            number(Set.of(contract.initial()));
        }

        @Override
        public int initial() {
            return 0;
        }

        @Override
        public int next(int state, int event) {
            return known.computeIfAbsent(
                    (long) state << 32 | kindAndDoubt(event), _ -> after(state, event));
        }

        /** An unknown event that changes nothing need not be tried. */
        private int after(int state, int event) {
            Contract.Asked<O, A> asked = events.get(event).op();
            Set<S> reached = new HashSet<>();
            for (S one : states.get(state)) {
                Set<S> next = contract.step(one, asked.operation(), asked.answer());
                reached.addAll(next);
            }
            if (!events.get(event).known() && states.get(state).containsAll(reached)) {
                return IMPOSSIBLE;
            }
            return reached.isEmpty() ? IMPOSSIBLE : number(reached);
        }

        private int number(Set<S> some) {
            Set<S> all = new HashSet<>(some);
            Deque<S> open = new ArrayDeque<>(some);
            while (!open.isEmpty() && all.size() <= MOST_STATES) {
                for (S next : contract.byItself(open.pop())) {
                    if (all.add(next)) {
                        open.push(next);
                    }
                }
            }
            branched |= all.size() > 1;
            overflown |= all.size() > MOST_STATES;
            return states.of(all);
        }

        @Override
        public boolean pure(int event) {
            Contract.Asked<O, A> asked = events.get(event).op();
            return !branching && contract.reads(asked.operation(), asked.answer());
        }

        @Override
        public int kind(int event) {
            return kinds.of(events.get(event).op());
        }

        private int kindAndDoubt(int event) {
            return kind(event) << 1 | (events.get(event).known() ? 1 : 0);
        }
    }
}
