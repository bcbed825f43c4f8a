package meanwhile.model;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Searches for a linearization: an order of events that respects real-time order and takes an
 * object through legal states.
 *
 * <p>After J. Wing and C. Gong, "Testing and Verifying Concurrent Objects" (1993), in the
 * just-in-time form of G. Lowe, "Testing for Linearizability" (2017): the search walks through time
 * once, with the set of all configurations (a state, and the pending events already done) that
 * explain everything so far; an event is done at the latest when it ends. Our deviations: an event
 * that changes nothing is done as soon as it can be, which excludes no possibility; an event of
 * unknown outcome need not be done at all; a configuration that used more of these than an
 * otherwise equal one is dropped; of several indefinite events that do the same only the first is
 * tried. Exponential at worst, so there is a budget of steps.
 */
final class Linearizer {
    /** An object whose states and events are small numbers. */
    interface Steps {
        /** The initial state. */
        int initial();

        /** The state after the event, done in this state; negative if it cannot be done there. */
        int next(int state, int event);

        /** Whether the event, whenever it can be done, leaves the state as it was. */
        boolean pure(int event);

        /** A number that is the same for events that do the same. */
        int kind(int event);
    }

    /** How the search ended. */
    sealed interface End {}

    /** Some order explains the events. */
    record Explained() implements End {}

    /**
     * No order does: this event cannot have ended when it did.
     *
     * @param event the event's index
     * @param states the states in which the object could have been until then
     */
    record Stuck(int event, List<Integer> states) implements End {}

    /** The budget is used up. */
    record GaveUp() implements End {}

    private final List<? extends Event<?>> events;
    private final Steps steps;
    private long budget;
    private final int[] endings;
    private final int[] bits;
    private final int[] alike;
    private final int[] pending;
    private int pendings;
    private final long[] base;
    private final long[] scratch;
    private Configurations frontier;
    private Configurations reached;
    private final Configurations explored;

    private Linearizer(List<? extends Event<?>> events, Steps steps, long budget) {
        this.events = events;
        this.steps = steps;
        this.budget = budget;
        endings = endings(events);
        bits = new int[events.size()];
        alike = new int[events.size()];
        pending = new int[events.size()];
        int definite = (giveBits() + 63) >> 6;
        int indefinite = (giveIndefiniteBits(definite << 6) + 63) >> 6;
        frontier = new Configurations(definite, indefinite);
        reached = new Configurations(definite, indefinite);
        explored = new Configurations(definite, indefinite);
        base = new long[1 + definite + indefinite];
        scratch = new long[base.length];
    }

    /**
     * @param events the events in the order in which they began
     * @param steps the object
     * @param budget the number of steps that may be tried
     */
    static End search(List<? extends Event<?>> events, Steps steps, long budget) {
        return new Linearizer(events, steps, budget).run();
    }

    private End run() {
        scratch[0] = steps.initial();
        frontier.add(scratch);
        int begun = 0;
        for (int ending : endings) {
            // Intervals are closed: an event that begins at the very moment of an end may be before
            // it.
            long moment = events.get(ending).ended();
            while (begun < events.size() && events.get(begun).begun() <= moment) {
                begin(begun++);
            }
            finish(ending);
            if (budget < 0) {
                return new GaveUp();
            }
            if (reached.isEmpty()) {
                return new Stuck(ending, states());
            }
            Configurations free = frontier;
            frontier = reached;
            reached = free;
        }
        return new Explained();
    }

    private void begin(int event) {
        boolean known = events.get(event).known();
        if (!known && steps.pure(event)) {
            return;
        }
        pending[pendings++] = event;
        if (steps.pure(event)) {
            for (int i = 0; i < frontier.size(); i++) {
                if (steps.next(frontier.state(i), event) >= 0) {
                    frontier.mark(i, 1 + (bits[event] >> 6), 1L << bits[event]);
                }
            }
        }
    }

    /**
     * Moves all configurations to those in which the event is done; the event is then forgotten.
     */
    private void finish(int event) {
        reached.clear();
        explored.clear();
        for (int i = 0; i < frontier.size(); i++) {
            frontier.get(i, scratch);
            keep(event);
        }
        for (int i = 0; i < explored.size() && budget >= 0; i++) {
            explored.get(i, base);
            for (int j = 0; j < pendings; j++) {
                if (mayTry(pending[j])) {
                    step(pending[j], event);
                }
            }
        }
        for (int i = 0; i < pendings; i++) {
            if (pending[i] == event) {
                System.arraycopy(pending, i + 1, pending, i, --pendings - i);
            }
        }
    }

    /** A pure event that could be done here has already been done. */
    private boolean mayTry(int candidate) {
        return !steps.pure(candidate)
                && !isSet(base, candidate)
                && (alike[candidate] < 0 || isSet(base, alike[candidate]));
    }

    private void step(int candidate, int ending) {
        budget--;
        int state = steps.next((int) base[0], candidate);
        if (state < 0) {
            return;
        }
        System.arraycopy(base, 0, scratch, 0, base.length);
        set(scratch, candidate);
        if (state != base[0]) {
            scratch[0] = state;
            for (int i = 0; i < pendings; i++) {
                if (steps.pure(pending[i]) && steps.next(state, pending[i]) >= 0) {
                    set(scratch, pending[i]);
                }
            }
        }
        keep(ending);
    }

    private void keep(int ending) {
        if (isSet(scratch, ending)) {
            scratch[1 + (bits[ending] >> 6)] &= ~(1L << bits[ending]);
            reached.add(scratch);
        } else {
            explored.add(scratch);
        }
    }

    private boolean isSet(long[] configuration, int event) {
        return (configuration[1 + (bits[event] >> 6)] & (1L << bits[event])) != 0;
    }

    private void set(long[] configuration, int event) {
        configuration[1 + (bits[event] >> 6)] |= 1L << bits[event];
    }

    private List<Integer> states() {
        TreeSet<Integer> states = new TreeSet<>();
        for (int i = 0; i < explored.size(); i++) {
            states.add(explored.state(i));
        }
        return List.copyOf(states);
    }

    /**
     * Gives each definite event a bit that is its own while it is pending; returns the number of
     * bits.
     */
    private int giveBits() {
        BitSet used = new BitSet();
        int most = 0;
        int begun = 0;
        for (int ending : endings) {
            while (begun < events.size()
                    && events.get(begun).begun() <= events.get(ending).ended()) {
                if (events.get(begun).known()) {
                    bits[begun] = used.nextClearBit(0);
                    used.set(bits[begun]);
                    most = Math.max(most, bits[begun] + 1);
                }
                begun++;
            }
            used.clear(bits[ending]);
        }
        return most;
    }

    /**
     * Gives each indefinite event a bit of its own, and links it to the previous one of its kind.
     */
    private int giveIndefiniteBits(int from) {
        Map<Integer, Integer> last = new HashMap<>();
        int bit = from;
        for (int i = 0; i < events.size(); i++) {
            alike[i] = -1;
            if (!events.get(i).known() && !steps.pure(i)) {
                bits[i] = bit++;
                Integer before = last.put(steps.kind(i), i);
                alike[i] = before == null ? -1 : before;
            }
        }
        return bit - from;
    }

    private static int[] endings(List<? extends Event<?>> events) {
        return IntStream.range(0, events.size())
                .filter(i -> events.get(i).known())
                .boxed()
                .sorted(Comparator.comparingLong(i -> events.get(i).ended()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
