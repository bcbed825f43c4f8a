package meanwhile.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks that a key-value store, whose texts can be replaced and appended to, is linearizable.
 * Sound, and complete within the budget; each key is judged by itself, which loses nothing (M.
 * Herlihy and J. Wing, "Linearizability", 1990: a history is linearizable if it is for each
 * object).
 */
public final class KeyValue {
    private KeyValue() {}

    /** The operations on the text of a key. */
    public sealed interface Op {
        /** The key of the text. */
        String key();
    }

    /** Reads the whole text. */
    public record Get(String key, String value) implements Op {
        @Override
        public String toString() {
            return "gets “" + value + "” from " + key;
        }
    }

    /** Replaces the text. */
    public record Put(String key, String value) implements Op {
        @Override
        public String toString() {
            return "puts “" + value + "” into " + key;
        }
    }

    /** Appends to the text. */
    public record Append(String key, String value) implements Op {
        @Override
        public String toString() {
            return "appends “" + value + "” to " + key;
        }
    }

    /**
     * Checks that some order explains all events.
     *
     * @param initial the text of every key before the first event
     * @param budget the number of steps that may be tried for each key
     */
    public static Ruling<Op> check(List<Event<Op>> history, String initial, long budget) {
        Map<String, List<Event<Op>>> keys = new LinkedHashMap<>();
        for (Event<Op> event : Event.inOrder(history)) {
            keys.computeIfAbsent(event.op().key(), _ -> new ArrayList<>()).add(event);
        }
        Ruling<Op> ruling = new Ruling.Legal<>();
        for (List<Event<Op>> all : keys.values()) {
            List<Event<Op>> events = relevant(all);
            switch (search(events, initial, budget)) {
                case Linearizer.Explained _ -> {}
                case Linearizer.Stuck(int event, _) -> {
                    return illegal(Register.before(events, events.get(event)), initial, budget);
                }
                case Linearizer.GaveUp _ ->
                        ruling =
                                new Ruling.Open<>(
                                        "too many orders: gave up after " + budget + " steps");
            }
        }
        return ruling;
    }

    /** Leaves out unknown events that no one saw: they can only be in the way. */
    private static List<Event<Op>> relevant(List<Event<Op>> events) {
        return events.stream().filter(event -> event.known() || !unnoticed(event, events)).toList();
    }

    private static Linearizer.End search(List<Event<Op>> events, String initial, long budget) {
        return Linearizer.search(events, new Texts(events, initial), budget);
    }

    private static Ruling<Op> illegal(List<Event<Op>> events, String initial, long budget) {
        List<Event<Op>> few =
                Shrinker.minimal(
                        events,
                        fewer -> search(fewer, initial, budget) instanceof Linearizer.Stuck,
                        stay -> event -> unnoticed(event, stay));
        return new Ruling.Illegal<>(
                few, expected(few, initial, budget), "No order of these explains what was seen");
    }

    private static String expected(List<Event<Op>> few, String initial, long budget) {
        Texts texts = new Texts(few, initial);
        if (!(Linearizer.search(few, texts, budget)
                instanceof Linearizer.Stuck(int at, List<Integer> states))) {
            throw new IllegalStateException("what was shrunk must still be illegal");
        }
        String possible =
                states.stream()
                        .limit(3)
                        .map(state -> "“" + texts.numbers.get(state) + "”")
                        .collect(Collectors.joining(" or "));
        return "Expected to get %s%s, got “%s”"
                .formatted(
                        possible,
                        states.size() > 3 ? " or the like" : "",
                        ((Get) few.get(at).op()).value());
    }

    /**
     * Reads may always be left out; a write, if its text occurs in nothing that the remaining
     * events saw.
     */
    private static boolean unnoticed(Event<Op> event, List<Event<Op>> stay) {
        String written =
                switch (event.op()) {
                    case Get _ -> null;
                    case Put put -> put.value();
                    case Append append -> append.value();
                };
        return written == null
                || stay.stream()
                        .noneMatch(
                                other ->
                                        other.op() instanceof Get get
                                                && get.value().contains(written));
    }

    /** Texts and events as numbers; a text gets its number when a step first leads to it. */
    private static final class Texts implements Linearizer.Steps {
        private final List<Event<Op>> events;
        private final Numbering<String> numbers = new Numbering<>();
        private final Map<Long, Integer> appended = new HashMap<>();
        private final int[] values;

        Texts(List<Event<Op>> events, String initial) {
            this.events = events;
            numbers.of(initial);
            values = new int[events.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        numbers.of(
                                switch (events.get(i).op()) {
                                    case Get get -> get.value();
                                    case Put put -> put.value();
                                    case Append append -> append.value();
                                });
            }
        }

        @Override
        public int initial() {
            return 0;
        }

        @Override
        public int next(int state, int event) {
            return switch (events.get(event).op()) {
                case Get _ -> state == values[event] ? state : -1;
                case Put _ -> values[event];
                case Append _ ->
                        appended.computeIfAbsent(
                                ((long) state << 32) | values[event],
                                _ -> numbers.of(numbers.get(state) + numbers.get(values[event])));
            };
        }

        @Override
        public boolean pure(int event) {
            return events.get(event).op() instanceof Get;
        }

        @Override
        public int kind(int event) {
            return values[event] * 2 + (events.get(event).op() instanceof Put ? 1 : 0);
        }
    }
}
