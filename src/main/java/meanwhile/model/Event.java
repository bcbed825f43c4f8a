package meanwhile.model;

import java.util.Comparator;
import java.util.List;

/**
 * Says when a process did an operation, wherever that was recorded. The closed interval from {@code
 * begun} to {@code ended} holds the moment at which the operation took effect. If the outcome is
 * unknown, it took effect at some time from {@code begun} on, or never.
 *
 * @param <O> the operations: a read of a register, an addition to a counter …
 * @param source the index of the event's origin in the caller's own list
 * @param process who acted; a process's events follow one another in its session
 * @param op the operation, with what it saw
 * @param begun when it began; any unit, but the same throughout a history
 * @param ended when it ended; without meaning if the outcome is unknown
 * @param known whether it certainly took effect
 */
public record Event<O>(int source, String process, O op, long begun, long ended, boolean known) {
    public Event {
        if (known && ended < begun) {
            throw new IllegalArgumentException(
                    "an event begins before it ends, not at %d and %d".formatted(begun, ended));
        }
    }

    /**
     * The latest moment at which it may take effect: its end, or no limit if the outcome is
     * unknown.
     */
    public long latest() {
        return known ? ended : Long.MAX_VALUE;
    }

    /** Whether it certainly took effect before the other did. */
    public boolean before(Event<?> other) {
        return known && ended < other.begun;
    }

    /** The same event with another operation. */
    public <B> Event<B> with(B other) {
        return new Event<>(source, process, other, begun, ended, known);
    }

    /**
     * The same event with an earlier beginning. This is how a read that may lag by a promised delay
     * is judged: what it shows was true at some moment between then and its end.
     */
    public Event<O> lagging(long delay) {
        return new Event<>(source, process, op, begun - delay, ended, known);
    }

    /** The same event by another process: several may form one session. */
    public Event<O> by(String other) {
        return new Event<>(source, other, op, begun, ended, known);
    }

    /** The same event with another end. */
    public Event<O> until(long other) {
        return new Event<>(source, process, op, begun, other, known);
    }

    /** The events in the order in which they began. */
    static <O> List<Event<O>> inOrder(List<Event<O>> events) {
        return events.stream().sorted(Comparator.comparingLong(Event::begun)).toList();
    }
}
