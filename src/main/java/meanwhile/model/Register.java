package meanwhile.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a register, a place that holds one value, is linearizable: a title, a status, one's
 * own vote. Sound, and complete within the budget.
 */
public final class Register {
    /** The number of steps that a search may try before it gives up: about a second. */
    public static final long BUDGET = 10_000_000;

    private Register() {}

    /** The operations; null stands for no value at all. */
    public sealed interface Op {}

    /** Reads the value. A read of unknown outcome constrains nothing. */
    public record Read(@Nullable String value) implements Op {
        @Override
        public String toString() {
            return "reads " + told(value);
        }
    }

    /** Sets the value. */
    public record Write(@Nullable String value) implements Op {
        @Override
        public String toString() {
            return "writes " + told(value);
        }
    }

    /**
     * Sets the value if it was {@code from}; it was set, or may have been if the outcome is
     * unknown.
     */
    public record Swap(@Nullable String from, @Nullable String to) implements Op {
        @Override
        public String toString() {
            return "replaces " + told(from) + " by " + told(to);
        }
    }

    /** Finds that the value is not this one, as a refused swap does. */
    public record Miss(@Nullable String value) implements Op {
        @Override
        public String toString() {
            return "finds that it is not " + told(value);
        }
    }

    /**
     * Checks that some order explains all events on one register.
     *
     * @param initial the value before the first event
     * @param budget the number of steps that may be tried
     */
    public static Ruling<Op> check(List<Event<Op>> history, @Nullable String initial, long budget) {
        List<Event<Op>> events = relevant(Event.inOrder(history));
        return switch (search(events, initial, budget)) {
            case Linearizer.Explained _ -> new Ruling.Legal<>();
            case Linearizer.GaveUp _ ->
                    new Ruling.Open<>("too many orders: gave up after " + budget + " steps");
            case Linearizer.Stuck(int event, _) ->
                    illegal(before(events, events.get(event)), initial, budget);
        };
    }

    /** The events that began by the end of this one: a prefix of a legal history is legal. */
    static <O> List<Event<O>> before(List<Event<O>> events, Event<O> last) {
        return events.stream().filter(event -> event.begun() <= last.ended()).toList();
    }

    /** Leaves out unknown events that no one saw: they can only be in the way. */
    private static List<Event<Op>> relevant(List<Event<Op>> events) {
        Map<@Nullable String, Boolean> seen = new HashMap<>();
        boolean missed = false;
        for (Event<Op> event : events) {
            switch (event.op()) {
                case Read(String value) -> seen.put(value, true);
                case Swap(String from, _) -> seen.put(from, true);
                case Write _ -> {}
                case Miss _ -> missed = true;
            }
        }
        if (missed) {
            return events;
        }
        List<Event<Op>> relevant = new ArrayList<>();
        for (Event<Op> event : events) {
            if (event.known() || (isWrite(event.op()) && seen.containsKey(left(event.op())))) {
                relevant.add(event);
            }
        }
        return relevant;
    }

    private static Linearizer.End search(
            List<Event<Op>> events, @Nullable String initial, long budget) {
        return Linearizer.search(events, new Cells(events, initial), budget);
    }

    private static Ruling<Op> illegal(
            List<Event<Op>> events, @Nullable String initial, long budget) {
        List<Event<Op>> few =
                Shrinker.minimal(
                        events,
                        fewer -> search(fewer, initial, budget) instanceof Linearizer.Stuck,
                        stay -> event -> unnoticed(event, stay));
        Cells cells = new Cells(few, initial);
        if (!(Linearizer.search(few, cells, budget)
                instanceof Linearizer.Stuck(int at, List<Integer> states))) {
            throw new IllegalStateException("what was shrunk must still be illegal");
        }
        String possible =
                states.stream()
                        .map(cells::value)
                        .map(Register::told)
                        .collect(Collectors.joining(" or "));
        String expected =
                switch (few.get(at).op()) {
                    case Read(String value) ->
                            "Expected to see %s, saw %s".formatted(possible, told(value));
                    case Swap(String from, _) ->
                            "Expected a change from %s to be refused, as it was %s"
                                    .formatted(told(from), possible);
                    case Miss(String value) ->
                            "Expected a change from %s to be accepted, as it was %s"
                                    .formatted(told(value), possible);
                    case Write _ -> throw new IllegalStateException("a write is always possible");
                };
        return new Ruling.Illegal<>(few, expected, "No order of these explains what was seen");
    }

    /**
     * Reads may always be left out. A write may be, if none of the remaining events saw its value,
     * or can have seen it from there: in a legal order each of them then still comes directly after
     * the same event as before. One source of each value that is seen stays nevertheless, or the
     * story would only say that the value came from nowhere.
     */
    private static boolean unnoticed(Event<Op> event, List<Event<Op>> stay) {
        if (!isWrite(event.op())) {
            return true;
        }
        String value = left(event.op());
        boolean seen = false;
        boolean otherSource = false;
        for (Event<Op> other : stay) {
            if (sees(other.op(), value)) {
                if (mayFollow(other, event, stay)) {
                    return false;
                }
                seen = true;
            }
            otherSource |= isWrite(other.op()) && Objects.equals(left(other.op()), value);
        }
        return !seen || otherSource;
    }

    private static boolean sees(Op op, @Nullable String value) {
        return switch (op) {
            case Read(String seen) -> Objects.equals(seen, value);
            case Swap(String from, _) -> Objects.equals(from, value);
            case Miss(String other) -> !Objects.equals(other, value);
            case Write _ -> false;
        };
    }

    /** Whether an event may come directly after a write, with no other write between them. */
    private static boolean mayFollow(Event<Op> event, Event<Op> write, List<Event<Op>> stay) {
        return !event.before(write)
                && stay.stream()
                        .noneMatch(
                                between ->
                                        isWrite(between.op())
                                                && write.before(between)
                                                && between.before(event));
    }

    private static boolean isWrite(Op op) {
        return op instanceof Write || op instanceof Swap;
    }

    private static @Nullable String left(Op op) {
        return switch (op) {
            case Read(String value) -> value;
            case Write(String value) -> value;
            case Swap(_, String to) -> to;
            case Miss(String value) -> value;
        };
    }

    private static String told(@Nullable String value) {
        return value == null ? "nothing" : "“" + value + "”";
    }

    /** Values and events as numbers. */
    private static final class Cells implements Linearizer.Steps {
        private static final int ANY = -1;

        /** What is found is another value than this. */
        private static final int OTHER = -2;

        private final Map<@Nullable String, Integer> numbers = new HashMap<>();
        private final List<@Nullable String> values = new ArrayList<>();
        private final int[] from;
        private final int[] to;

        Cells(List<Event<Op>> events, @Nullable String initial) {
            number(initial);
            from = new int[events.size()];
            to = new int[events.size()];
            for (int i = 0; i < from.length; i++) {
                Op op = events.get(i).op();
                from[i] =
                        switch (op) {
                            case Read(String value) -> number(value);
                            case Write _ -> ANY;
                            case Swap(String value, _) -> number(value);
                            case Miss _ -> OTHER;
                        };
                to[i] = number(left(op));
            }
        }

        private int number(@Nullable String value) {
            Integer known = numbers.get(value);
            if (known != null) {
                return known;
            }
            numbers.put(value, values.size());
            values.add(value);
            return values.size() - 1;
        }

        @Nullable String value(int number) {
            return values.get(number);
        }

        @Override
        public int initial() {
            return 0;
        }

        @Override
        public int next(int state, int event) {
            if (from[event] == OTHER) {
                return to[event] == state ? -1 : state;
            }
            return from[event] == ANY || from[event] == state ? to[event] : -1;
        }

        @Override
        public boolean pure(int event) {
            return from[event] == to[event] || from[event] == OTHER;
        }

        @Override
        public int kind(int event) {
            return (from[event] - OTHER) * values.size() + to[event];
        }
    }
}
