package meanwhile.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks that a look at a record shows each change of it wholly or not at all. It does not ask in
 * which order the changes came, nor which of those that may be missing a look shows: a look may be
 * stale, a half is never seen. Sound, and complete within the budget.
 */
public final class Wholes {
    private Wholes() {}

    /**
     * What a change does to one place of the record.
     *
     * @param value what is written there
     * @param added what is added to the number there; then no value is written
     */
    public record Part(Object value, boolean added) {
        /** Writes a value. */
        public static Part written(Object value) {
            return new Part(value, false);
        }

        /** Adds to a number. */
        public static Part added(BigDecimal amount) {
            return new Part(amount, true);
        }

        private Object after(Object before) {
            return added ? plain(((BigDecimal) before).add((BigDecimal) value)) : value;
        }
    }

    /**
     * Checks one look.
     *
     * @param initial what stood in each place at first
     * @param done the changes that it must show, each by its places
     * @param maybe those that it may show; equal ones may come several times
     * @param seen what the look shows of these places
     * @return the fewest places that together cannot be explained; none if all can
     */
    public static Halves check(
            Map<String, Object> initial,
            List<Map<String, Part>> done,
            List<Map<String, Part>> maybe,
            Map<String, Object> seen,
            long budget) {
        List<Map<String, Part>> changes = new ArrayList<>(done);
        changes.addAll(maybe);
        Look look = new Look(initial, changes, done.size(), seen, budget);
        Set<String> places = new TreeSet<>(seen.keySet());
        places.retainAll(initial.keySet());
        return switch (look.explain(places)) {
            case Linearizer.Explained _ -> new Halves(Set.of(), false);
            case Linearizer.GaveUp _ -> new Halves(Set.of(), true);
            case Linearizer.Stuck _ -> new Halves(look.fewest(places), false);
        };
    }

    /**
     * What was found.
     *
     * @param places those that show halves
     * @param gaveUp whether there were too many orders to know
     */
    public record Halves(Set<String> places, boolean gaveUp) {
        public Halves {
            places = Set.copyOf(places);
        }
    }

    /**
     * A look that is to be explained.
     *
     * @param changes first those that it must show
     * @param done how many it must show
     */
    private record Look(
            Map<String, Object> initial,
            List<Map<String, Part>> changes,
            int done,
            Map<String, Object> seen,
            long budget) {

        /** Fewer places are easier to explain, so each is left out that can be. */
        Set<String> fewest(Set<String> places) {
            Set<String> kept = new TreeSet<>(places);
            for (String place : places) {
                kept.remove(place);
                if (!(explain(kept) instanceof Linearizer.Stuck)) {
                    kept.add(place);
                }
            }
            return kept;
        }

        /** Searches for changes that lead to what it shows of these places. */
        Linearizer.End explain(Set<String> places) {
            List<Event<Integer>> events = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                if (!Collections.disjoint(changes.get(i).keySet(), places)) {
                    events.add(new Event<>(events.size(), "", i, 0, 1, i < done));
                }
            }
            events.add(new Event<>(events.size(), "", changes.size(), 2, 3, true));
            return Linearizer.search(
                    events,
                    new Records(events, within(initial, places), changes, within(seen, places)),
                    budget);
        }

        private static Map<String, Object> within(Map<String, Object> all, Set<String> places) {
            Map<String, Object> some = new TreeMap<>();
            all.forEach(
                    (place, value) -> {
                        if (places.contains(place)) {
                            some.put(place, plain(value));
                        }
                    });
            return some;
        }
    }

    /** 1.0 and 1 are one number. */
    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /** Records by their numbers; the last event is the look. */
    private static final class Records implements Linearizer.Steps {
        private static final int IMPOSSIBLE = -1;

        private final List<Event<Integer>> events;
        private final List<Map<String, Part>> changes;
        private final Map<String, Object> seen;
        private final Numbering<Map<String, Object>> states = new Numbering<>();
        private final Numbering<Map<String, Part>> kinds = new Numbering<>();

        Records(
                List<Event<Integer>> events,
                Map<String, Object> initial,
                List<Map<String, Part>> changes,
                Map<String, Object> seen) {
            this.events = events;
            this.changes = changes;
            this.seen = seen;
            states.of(initial);
        }

        @Override
        public int initial() {
            return 0;
        }

        @Override
        public int next(int state, int event) {
            Map<String, Object> now = states.get(state);
            if (pure(event)) {
                return now.equals(seen) ? state : IMPOSSIBLE;
            }
            Map<String, Object> next = new TreeMap<>(now);
            changes.get(events.get(event).op())
                    .forEach(
                            (place, part) ->
                                    next.computeIfPresent(
                                            place,
                                            (_, before) ->
                                                    plain(
                                                            Objects.requireNonNull(
                                                                    part.after(before)))));
            return states.of(next);
        }

        @Override
        public boolean pure(int event) {
            return events.get(event).op() == changes.size();
        }

        @Override
        public int kind(int event) {
            return kinds.of(changes.get(events.get(event).op()));
        }
    }
}
