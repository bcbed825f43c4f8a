package meanwhile.model;

import java.util.Comparator;
import java.util.List;

/**
 * Says when a process did which operation, whatever that was recorded from. The closed interval
 * from {@code begun} to {@code ended} holds the moment at which the operation took effect. Where
 * the outcome is unknown, it took effect at some time from {@code begun} on, or never.
 *
 * @param <O> what can be done: a read of a register, an addition to a counter …
 * @param source the place of what this was made from, in the caller's own list
 * @param process who acted, in the order of a session
 * @param op what was done, with what was seen
 * @param begun when it began; any unit, as long as it is the same in all of a history
 * @param ended when it ended; without meaning where the outcome is unknown
 * @param known whether it certainly took effect
 */
public record Event<O>(int source, String process, O op, long begun, long ended, boolean known) {
    public Event {
        if (known && ended < begun) {
            throw new IllegalArgumentException(
                    "an event begins before it ends, not at %d and %d".formatted(begun, ended));
        }
    }

    /** Until when it may take effect: its end, or for ever. */
    public long latest() {
        return known ? ended : Long.MAX_VALUE;
    }

    /** Whether it took effect before the other did, whatever the exact moments. */
    public boolean before(Event<?> other) {
        return known && ended < other.begun;
    }

    /** The same with another operation. */
    public <B> Event<B> with(B other) {
        return new Event<>(source, process, other, begun, ended, known);
    }

    /**
     * The same with its beginning moved back. A read that may lag behind by a promised delay is
     * judged so: what it shows was true at some moment between then and its end.
     */
    public Event<O> lagging(long delay) {
        return new Event<>(source, process, op, begun - delay, ended, known);
    }

    /** The same as an event of another process: a session may be that of several. */
    public Event<O> by(String other) {
        return new Event<>(source, other, op, begun, ended, known);
    }

    /** The same with another end. */
    public Event<O> until(long other) {
        return new Event<>(source, process, op, begun, other, known);
    }

    /** In the order in which they began. */
    static <O> List<Event<O>> inOrder(List<Event<O>> events) {
        return events.stream().sorted(Comparator.comparingLong(Event::begun)).toList();
    }
}
