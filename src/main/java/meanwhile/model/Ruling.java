package meanwhile.model;

import java.util.List;

/**
 * Says what a {@link Checker} found: legal, illegal and why, or open.
 *
 * @param <O> the operations
 */
public sealed interface Ruling<O> {

    /**
     * What a reader must know who is told of many and shown few, to put behind what was expected:
     * both numbers, and that the few prove it. Empty if all are shown, or none needs to be.
     *
     * @param what the many, in the plural: "confirmed votes"
     */
    static String enough(int shown, int all, String what) {
        return shown >= all || shown == 0
                ? ""
                : " (%d of the %d %s are shown, enough to prove it)".formatted(shown, all, what);
    }

    /**
     * Some order explains all events, or, for a checker that says that it is incomplete, no
     * contradiction was found.
     */
    record Legal<O>() implements Ruling<O> {}

    /**
     * No order explains the events.
     *
     * @param why the fewest events that show it
     * @param expected what was expected, and what was seen
     * @param conclusion why no order explains them
     */
    record Illegal<O>(List<Event<O>> why, String expected, String conclusion) implements Ruling<O> {
        public Illegal {
            why = Event.inOrder(why);
        }
    }

    /** The checker gave up. */
    record Open<O>(String reason) implements Ruling<O> {}
}
