package meanwhile.language;

import java.time.Duration;

/**
 * What a target promises, and what it is therefore held to.
 *
 * @param answer within this every request is answered
 * @param processing within this an accepted upload is ready or failed
 * @param propagation within this an acknowledged change is seen by every other user through every
 *     door; one's own changes are seen at once
 * @param totals the same for vote totals and other counts
 * @param pressure what holds when many come at once
 */
public record Promises(
        Duration answer,
        Duration processing,
        Duration propagation,
        Duration totals,
        Pressure pressure) {

    /** The usual promises under pressure. */
    public Promises(Duration answer, Duration processing, Duration propagation, Duration totals) {
        this(answer, processing, propagation, totals, Pressure.USUAL);
    }

    /**
     * What holds when many come at once. Times are compared within one example, between two crowds
     * of equal size and pace.
     *
     * @param factor how many times longer the middle answer may take than in the quiet crowd
     * @param unnoticed what nobody notices: a middle answer below it is quick in any case
     * @param refusal within this whoever cannot be served is told so
     * @param recovery so long after a burst answers are as quick as before
     */
    public record Pressure(double factor, Duration unnoticed, Duration refusal, Duration recovery) {
        /** What profiles that say nothing are held to. */
        public static final Pressure USUAL =
                new Pressure(
                        4, Duration.ofMillis(50), Duration.ofSeconds(3), Duration.ofSeconds(2));

        /** The same with so many times the time. */
        public Pressure times(int number) {
            return new Pressure(
                    factor * number,
                    unnoticed.multipliedBy(number),
                    refusal.multipliedBy(number),
                    recovery.multipliedBy(number));
        }
    }
}
