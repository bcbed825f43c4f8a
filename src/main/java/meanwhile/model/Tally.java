package meanwhile.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * Checks that a number to which amounts are added, or from which they are taken, is linearizable: a
 * balance, a stock. Sound, and complete within the budget. Where every amount is one, {@link
 * Counter} needs no search.
 */
public final class Tally {
    private Tally() {}

    /** The operations. */
    public sealed interface Op {}

    /** Adds an amount; takes from the number if it is negative. */
    public record Change(BigDecimal amount) implements Op {
        @Override
        public String toString() {
            return "adds " + amount.toPlainString();
        }
    }

    /** Reads the number. */
    public record Read(BigDecimal value) implements Op {
        @Override
        public String toString() {
            return "reads " + value.toPlainString();
        }
    }

    /**
     * Checks that some order explains all events.
     *
     * @param initial the number before the first event
     * @param budget the number of steps that may be tried
     */
    public static Ruling<Op> check(List<Event<Op>> history, BigDecimal initial, long budget) {
        List<Event<Op>> events = Event.inOrder(history);
        return switch (search(events, initial, budget)) {
            case Linearizer.Explained _ -> new Ruling.Legal<>();
            case Linearizer.GaveUp _ ->
                    new Ruling.Open<>("too many orders: gave up after " + budget + " steps");
            case Linearizer.Stuck(int event, _) ->
                    illegal(Register.before(events, events.get(event)), initial, budget);
        };
    }

    private static Linearizer.End search(List<Event<Op>> events, BigDecimal initial, long budget) {
        return Linearizer.search(events, new Numbers(events, initial), budget);
    }

    private static Ruling<Op> illegal(List<Event<Op>> events, BigDecimal initial, long budget) {
        List<Event<Op>> few =
                Shrinker.minimal(
                        events,
                        fewer -> search(fewer, initial, budget) instanceof Linearizer.Stuck,
                        stay -> Shrinker.afterAllReads(stay, Read.class));
        BigDecimal saw = ((Read) lastRead(few).op()).value();
        return new Ruling.Illegal<>(
                few,
                "Expected a number that these lead to, saw " + saw.toPlainString(),
                "No order of these leads there from " + initial.toPlainString());
    }

    private static Event<Op> lastRead(List<Event<Op>> few) {
        return few.stream().filter(event -> event.op() instanceof Read).toList().getLast();
    }

    /** Numbers by their places; one gets its place when a step first leads to it. */
    private static final class Numbers implements Linearizer.Steps {
        private final List<Event<Op>> events;
        private final Numbering<BigDecimal> places = new Numbering<>();
        private final Numbering<BigDecimal> kinds = new Numbering<>();

        Numbers(List<Event<Op>> events, BigDecimal initial) {
            this.events = events;
            place(initial);
        }

        /** 1.0 and 1 are one number. */
        private int place(BigDecimal number) {
            return places.of(number.stripTrailingZeros());
        }

        @Override
        public int initial() {
            return 0;
        }

        @Override
        public int next(int state, int event) {
            return switch (events.get(event).op()) {
                case Change(BigDecimal amount) -> place(places.get(state).add(amount));
                case Read(BigDecimal value) -> places.get(state).compareTo(value) == 0 ? state : -1;
            };
        }

        @Override
        public boolean pure(int event) {
            return switch (events.get(event).op()) {
                case Change(BigDecimal amount) -> amount.signum() == 0;
                case Read _ -> true;
            };
        }

        @Override
        public int kind(int event) {
            return switch (events.get(event).op()) {
                case Change(BigDecimal amount) -> kinds.of(amount.stripTrailingZeros());
                case Read _ -> -1;
            };
        }
    }
}
