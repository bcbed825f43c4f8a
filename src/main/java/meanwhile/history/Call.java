package meanwhile.history;

import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One call: who asked what, when, and how it ended.
 *
 * @param number unique in its history, in the order in which calls ended
 * @param phase which part of the example it belongs to
 * @param actor who called
 * @param door the gallery's address that was used, from 0
 * @param gated whether it was held at the starting gate
 * @param operation the operation that was sent
 * @param times when it began and ended
 * @param outcome how it ended
 */
public record Call(
        int number,
        Phase phase,
        ActorName actor,
        int door,
        boolean gated,
        Operation operation,
        Times times,
        Outcome outcome) {

    /**
     * Nanoseconds since the run began. The interval from {@code begun} to {@code ended} is closed
     * and contains the moment at which the call took effect, if it did; where the outcome is
     * unknown, it may take effect at any later time too.
     *
     * @param begun before the first byte left
     * @param released when the last byte of the request had left
     * @param firstByte when the first byte of the answer arrived
     * @param ended after the last byte of the answer arrived
     * @param planned when it should have begun, if it was the first call of an arrival in a crowd
     */
    public record Times(
            long begun, long released, long firstByte, long ended, @Nullable Long planned) {
        public Times(long begun, long released, long firstByte, long ended) {
            this(begun, released, firstByte, ended, null);
        }

        public Times {
            if (begun > released || released > firstByte || firstByte > ended) {
                throw new IllegalArgumentException(
                        "a call begins, is released, is answered and ends, in this order; not "
                                + "begun=%d released=%d firstByte=%d ended=%d"
                                        .formatted(begun, released, firstByte, ended));
            }
        }
    }

    /** The duration in nanoseconds, from its first byte to the last byte of its answer. */
    public long underWay() {
        return times.ended() - times.begun();
    }

    /**
     * The latency in nanoseconds, counted from when the call should have begun, so that time spent
     * waiting to send it is included.
     */
    public long latency() {
        return times.ended() - (times.planned() == null ? times.begun() : times.planned());
    }

    /** The answer of this type, if the call was accepted with one; otherwise null. */
    public <A extends Answer> @Nullable A answer(Class<A> type) {
        return outcome instanceof Outcome.Accepted accepted && type.isInstance(accepted.answer())
                ? type.cast(accepted.answer())
                : null;
    }

    /** Whether it certainly happened. */
    public boolean accepted() {
        return outcome.isAccepted();
    }

    /** Whether it may have happened: accepted, or its effect is unknown. */
    public boolean possible() {
        return !(outcome instanceof Outcome.Refused);
    }

    /** Whether it ended before the other began. */
    public boolean before(Call other) {
        return times.ended() < other.times.begun();
    }

    /**
     * The latest time at which it may take effect: its end, or any later time if the outcome is
     * unknown.
     */
    public long latestEffect() {
        return outcome.isDefinite() ? times.ended() : Long.MAX_VALUE;
    }
}
