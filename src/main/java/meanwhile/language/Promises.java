package meanwhile.language;

import java.time.Duration;

/**
 * The promises of a target, against which it is judged.
 *
 * @param answer the time within which every request is answered
 * @param processing the time within which an accepted upload is ready or failed
 * @param propagation the time within which every other user sees an acknowledged change through
 *     every door; a user's own changes are visible at once
 * @param totals the same for vote totals and other counts
 * @param pressure the limits that hold under load
 */
public record Promises(
        Duration answer,
        Duration processing,
        Duration propagation,
        Duration totals,
        Pressure pressure) {

    /** Promises with the usual limits under load. */
    public Promises(Duration answer, Duration processing, Duration propagation, Duration totals) {
        this(answer, processing, propagation, totals, Pressure.USUAL);
    }

    /**
     * The limits that hold under load. Times are compared within one example, between two crowds of
     * equal size and pace.
     *
     * @param factor how many times longer the median answer may take than in the quiet crowd
     * @param unnoticed a median answer below this is quick enough in any case
     * @param refusal the time within which a caller that cannot be served is told so
     * @param recovery the time after a burst until answers are as quick as before
     */
    public record Pressure(double factor, Duration unnoticed, Duration refusal, Duration recovery) {
        /** The limits for profiles that state none. */
        public static final Pressure USUAL =
                new Pressure(
                        4, Duration.ofMillis(50), Duration.ofSeconds(3), Duration.ofSeconds(2));

        /** The same limits, multiplied by this number. */
        public Pressure times(int number) {
            return new Pressure(
                    factor * number,
                    unnoticed.multipliedBy(number),
                    refusal.multipliedBy(number),
                    recovery.multipliedBy(number));
        }
    }
}
