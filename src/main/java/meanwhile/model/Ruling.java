package meanwhile.model;

import java.util.List;

/**
 * Says what a {@link Checker} found: legal, illegal and why, or open.
 *
 * @param <O> the operations
 */
public sealed interface Ruling<O> {

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
