package meanwhile.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that each element, which is added once and removed once, is seen while it is there and at
 * no other time. Each element by itself is judged soundly and completely; that two elements are
 * seen in contradictory orders goes unnoticed ({@link Snapshots} notices it where nothing is
 * removed).
 */
public final class Presence {
    private static final int BEFORE = 0;
    private static final int PRESENT = 1;
    private static final int GONE = 2;

    private Presence() {}

    /** The operations on an element. */
    public sealed interface Op {
        /** The element. */
        String element();
    }

    /** Adds it. */
    public record Add(String element) implements Op {
        @Override
        public String toString() {
            return "adds " + element;
        }
    }

    /** Removes it, which is possible only while it is there. */
    public record Remove(String element) implements Op {
        @Override
        public String toString() {
            return "removes " + element;
        }
    }

    /** Reads whether it is there. */
    public record Look(String element, boolean present) implements Op {
        @Override
        public String toString() {
            return (present ? "sees " : "does not see ") + element;
        }
    }

    /**
     * Checks that for each element, some order explains all events. No element is there at first.
     */
    public static Ruling<Op> check(List<Event<Op>> history) {
        Map<String, List<Event<Op>>> elements = new LinkedHashMap<>();
        for (Event<Op> event : Event.inOrder(history)) {
            elements.computeIfAbsent(event.op().element(), _ -> new ArrayList<>()).add(event);
        }
        Ruling<Op> ruling = new Ruling.Legal<>();
        for (List<Event<Op>> events : elements.values()) {
            switch (search(events)) {
                case Linearizer.Explained _ -> {}
                case Linearizer.GaveUp _ -> ruling = new Ruling.Open<>("too many orders");
                case Linearizer.Stuck(int last, _) -> {
                    return illegal(Register.before(events, events.get(last)));
                }
            }
        }
        return ruling;
    }

    private static Linearizer.End search(List<Event<Op>> events) {
        return Linearizer.search(events, new Life(events), Register.BUDGET);
    }

    private static Ruling<Op> illegal(List<Event<Op>> events) {
        List<Event<Op>> few =
                Shrinker.minimal(
                        events,
                        fewer -> search(fewer) instanceof Linearizer.Stuck,
                        stay -> event -> unnoticed(event, stay));
        String element = few.getLast().op().element();
        String expected =
                search(few) instanceof Linearizer.Stuck(int at, _)
                                && few.get(at).op() instanceof Look(_, boolean present)
                        ? present
                                ? "Expected not to see “%s”, saw it"
                                : "Expected to see “%s”, did not"
                        : "Expected “%s” to come and go once";
        return new Ruling.Illegal<>(
                few, expected.formatted(element), "No order of these explains what was seen");
    }

    /**
     * Looks may be left out; a removal, if none of the rest needs it; the addition never, as all
     * else needs it.
     */
    private static boolean unnoticed(Event<Op> event, List<Event<Op>> stay) {
        return switch (event.op()) {
            case Look _ -> true;
            case Add _ -> false;
            case Remove _ ->
                    stay.stream()
                            .noneMatch(
                                    other ->
                                            other.op() instanceof Look(_, boolean present)
                                                    && !present);
        };
    }

    private record Life(List<Event<Op>> events) implements Linearizer.Steps {
        @Override
        public int initial() {
            return BEFORE;
        }

        @Override
        public int next(int state, int event) {
            return switch (events.get(event).op()) {
                case Add _ -> state == BEFORE ? PRESENT : -1;
                case Remove _ -> state == PRESENT ? GONE : -1;
                case Look(_, boolean present) -> present == (state == PRESENT) ? state : -1;
            };
        }

        @Override
        public boolean pure(int event) {
            return events.get(event).op() instanceof Look;
        }

        @Override
        public int kind(int event) {
            return events.get(event).op() instanceof Add ? 0 : 1;
        }
    }
}
