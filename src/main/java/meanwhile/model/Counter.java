package meanwhile.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Checks that a counter that only counts up, by one, is linearizable. Sound and complete, in n log
 * n.
 *
 * <p>Think of the n additions as slots 1 … n in the order in which they took effect. A read of v
 * says that slot v took effect by its end, and slot v+1 not before its beginning. So each slot has
 * a window, and both ends of the windows grow with the slot. An addition fits into a slot if its
 * own interval meets the slot's window; the slots that it fits form a range, so a perfect matching
 * is found by giving each slot in turn the fitting addition whose last slot is nearest (F. Glover,
 * "Maximum Matching in a Convex Bipartite Graph", 1967). If a matching exists, one exists whose
 * moments are in order: two neighbours out of order can be exchanged. An addition of unknown
 * outcome has an interval without end, and additions that never happened take the last slots, after
 * everything.
 *
 * <p>Bounds on each read alone are not enough: an addition in [0,10], a read of 1 in [2,3], an
 * addition in [4,6] and a read of 1 in [7,8] pass all bounds, and no order explains them.
 */
public final class Counter {
    private Counter() {}

    /** The operations. */
    public sealed interface Op {}

    /** Adds one. */
    public record Add() implements Op {
        @Override
        public String toString() {
            return "adds 1";
        }
    }

    /** Reads the count. */
    public record Read(long value) implements Op {
        @Override
        public String toString() {
            return "reads " + value;
        }
    }

    /**
     * Checks that some order explains all events.
     *
     * @param initial the count before the first event
     */
    public static Ruling<Op> check(List<Event<Op>> history, long initial) {
        return isLegal(history, initial)
                ? new Ruling.Legal<>()
                : illegal(Event.inOrder(history), initial);
    }

    private static boolean isLegal(List<Event<Op>> history, long initial) {
        List<Event<Op>> reads = new ArrayList<>();
        List<Event<Op>> additions = new ArrayList<>();
        for (Event<Op> event : history) {
            if (event.op() instanceof Add) {
                additions.add(event);
            } else if (event.known()) {
                reads.add(event);
            }
        }
        int slots = additions.size();
        long[] from = new long[slots + 1];
        long[] to = new long[slots + 1];
        Arrays.fill(from, Long.MIN_VALUE);
        Arrays.fill(to, Long.MAX_VALUE);
        for (Event<Op> read : reads) {
            long value = value(read) - initial;
            if (value < 0 || value > slots) {
                return false;
            }
            int slot = (int) value;
            to[slot] = Math.min(to[slot], read.ended());
            if (slot < slots) {
                from[slot + 1] = Math.max(from[slot + 1], read.begun());
            }
        }
        // Slot 0 took effect before everything: a read of the initial count.
        for (int slot = slots - 1; slot > 0; slot--) {
            to[slot] = Math.min(to[slot], to[slot + 1]);
        }
        for (int slot = 2; slot <= slots; slot++) {
            from[slot] = Math.max(from[slot], from[slot - 1]);
        }
        return matches(additions, from, to);
    }

    /** Whether each slot from 1 on can be given an addition of its own. */
    private static boolean matches(List<Event<Op>> additions, long[] from, long[] to) {
        int slots = additions.size();
        int[] first = new int[slots];
        int[] last = new int[slots];
        long[] byFirst = new long[slots];
        for (int i = 0; i < slots; i++) {
            first[i] = firstAtLeast(to, additions.get(i).begun());
            last[i] = lastAtMost(from, additions.get(i).latest());
            byFirst[i] = ((long) first[i] << 32) | i;
        }
        Arrays.sort(byFirst);
        PriorityQueue<Long> fitting = new PriorityQueue<>();
        int next = 0;
        for (int slot = 1; slot <= slots; slot++) {
            if (from[slot] > to[slot]) {
                return false;
            }
            while (next < slots && first[(int) byFirst[next]] <= slot) {
                fitting.add((long) last[(int) byFirst[next++]]);
            }
            Long nearest = fitting.poll();
            if (nearest == null || nearest < slot) {
                return false;
            }
        }
        return true;
    }

    private static int firstAtLeast(long[] growing, long moment) {
        int low = 1;
        int high = growing.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (growing[middle] >= moment) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int lastAtMost(long[] growing, long moment) {
        int low = 0;
        int high = growing.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (growing[middle] <= moment) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static Ruling<Op> illegal(List<Event<Op>> events, long initial) {
        List<Event<Op>> few =
                Shrinker.minimal(
                        events,
                        fewer -> !isLegal(fewer, initial),
                        stay -> Shrinker.afterAllReads(stay, Read.class));
        return new Ruling.Illegal<>(few, expected(few, initial), conclusion(few, initial));
    }

    private static String expected(List<Event<Op>> few, long initial) {
        Event<Op> last =
                few.stream().filter(event -> event.op() instanceof Read).toList().getLast();
        long certain = count(few, event -> event.before(last)) + initial;
        long possible = count(few, event -> event.begun() <= last.ended()) + initial;
        long saw = value(last);
        if (saw < certain) {
            return "Expected at least %d, saw %d".formatted(certain, saw);
        }
        return saw > possible
                ? "Expected at most %d, saw %d".formatted(possible, saw)
                : "Expected counts that go together, saw %d at last".formatted(saw);
    }

    private static String conclusion(List<Event<Op>> few, long initial) {
        long certain = few.stream().filter(event -> event.op() instanceof Add).count();
        return "No order of these %d additions to %d gives what was seen"
                .formatted(certain, initial);
    }

    private static long count(List<Event<Op>> events, Predicate<Event<Op>> which) {
        return events.stream().filter(event -> event.op() instanceof Add).filter(which).count();
    }

    private static long value(Event<Op> read) {
        return ((Read) read.op()).value();
    }
}
