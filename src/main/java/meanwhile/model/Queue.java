package meanwhile.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a queue is linearizable: what was put in first is taken out first, and once. Sound,
 * and complete within the budget.
 */
public final class Queue {
    private Queue() {}

    /** The operations. */
    public sealed interface Op {}

    /** Adds an element at the end. */
    public record Put(String element) implements Op {
        @Override
        public String toString() {
            return "puts “" + element + "”";
        }
    }

    /** Takes the first element; null if nobody was told which. */
    public record Take(@Nullable String element) implements Op {
        @Override
        public String toString() {
            return element == null ? "takes something" : "takes “" + element + "”";
        }
    }

    /** Finds nothing to take. */
    public record Miss() implements Op {
        @Override
        public String toString() {
            return "finds nothing";
        }
    }

    /** Reads all elements, the first first. */
    public record Read(List<String> elements) implements Op {
        public Read {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return "reads " + told(elements);
        }
    }

    /**
     * Checks that some order explains all events of a queue that is empty at first.
     *
     * @param budget the number of steps that may be tried
     */
    public static Ruling<Op> check(List<Event<Op>> history, long budget) {
        List<Event<Op>> events = Event.inOrder(history);
        return switch (search(events, budget)) {
            case Linearizer.Explained _ -> new Ruling.Legal<>();
            case Linearizer.GaveUp _ ->
                    new Ruling.Open<>("too many orders: gave up after " + budget + " steps");
            case Linearizer.Stuck(int event, _) ->
                    illegal(Register.before(events, events.get(event)), budget);
        };
    }

    private static Linearizer.End search(List<Event<Op>> events, long budget) {
        return Linearizer.search(events, new Lines(events), budget);
    }

    private static Ruling<Op> illegal(List<Event<Op>> events, long budget) {
        List<Event<Op>> few =
                Shrinker.minimal(
                        events,
                        fewer -> search(fewer, budget) instanceof Linearizer.Stuck,
                        Queue::unnoticed);
        Lines lines = new Lines(few);
        if (!(Linearizer.search(few, lines, budget)
                instanceof Linearizer.Stuck(int at, List<Integer> states))) {
            throw new IllegalStateException("what was shrunk must still be illegal");
        }
        String possible =
                states.stream()
                        .map(lines::elements)
                        .map(Queue::told)
                        .collect(Collectors.joining(" or "));
        String expected =
                switch (few.get(at).op()) {
                    case Read(List<String> elements) ->
                            "Expected to see %s, saw %s".formatted(possible, told(elements));
                    case Take(String element) ->
                            "Expected “%s” to be first, as there was %s"
                                    .formatted(element, possible);
                    case Miss _ -> "Expected nothing to be there, as there was " + possible;
                    case Put _ -> throw new IllegalStateException("a put is always possible");
                };
        return new Ruling.Illegal<>(few, expected, "No order of these explains what was seen");
    }

    /** Looks may be left out, and changes that began after all that remains to be explained. */
    private static Predicate<Event<Op>> unnoticed(List<Event<Op>> stay) {
        long last =
                stay.stream()
                        .filter(event -> event.known() && !(event.op() instanceof Put))
                        .mapToLong(Event::ended)
                        .max()
                        .orElse(Long.MIN_VALUE);
        return event -> isPure(event.op()) || event.begun() > last;
    }

    private static boolean isPure(Op op) {
        return op instanceof Read || op instanceof Miss;
    }

    private static String told(List<String> elements) {
        return elements.isEmpty()
                ? "nothing"
                : elements.stream().collect(Collectors.joining("”, “", "“", "”"));
    }

    /** Queues by their numbers; one gets its number when a step first leads to it. */
    private static final class Lines implements Linearizer.Steps {
        private static final int IMPOSSIBLE = -1;

        private final List<Event<Op>> events;
        private final Numbering<List<String>> states = new Numbering<>();
        private final Numbering<Op> kinds = new Numbering<>();

        Lines(List<Event<Op>> events) {
            this.events = events;
            states.of(List.of());
        }

        List<String> elements(int state) {
            return states.get(state);
        }

        @Override
        public int initial() {
            return 0;
        }

        @Override
        public int next(int state, int event) {
            List<String> now = states.get(state);
            return switch (events.get(event).op()) {
                case Put(String element) -> {
                    List<String> longer = new ArrayList<>(now);
                    longer.add(element);
                    yield states.of(List.copyOf(longer));
                }
                case Take(String element) ->
                        now.isEmpty() || !(element == null || element.equals(now.getFirst()))
                                ? IMPOSSIBLE
                                : states.of(List.copyOf(now.subList(1, now.size())));
                case Read(List<String> elements) -> elements.equals(now) ? state : IMPOSSIBLE;
                case Miss _ -> now.isEmpty() ? state : IMPOSSIBLE;
            };
        }

        @Override
        public boolean pure(int event) {
            return isPure(events.get(event).op());
        }

        @Override
        public int kind(int event) {
            return kinds.of(events.get(event).op());
        }
    }
}
