package meanwhile.actors;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import meanwhile.language.Outcome;

/** Looks again and again until something is so, or until it should have been. */
final class Retry {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

    /** So long does who is asked to come back do so. */
    private static final Duration COMING_BACK = Duration.ofSeconds(5);

    private Retry() {}

    /**
     * A question that may be asked often.
     *
     * @param <X> what keeps it from being asked
     */
    interface Look<T, X extends Exception> {
        T look() throws X;
    }

    /**
     * Looks at least once, and then until what is seen is enough or the time has passed.
     *
     * @return what was seen last
     */
    static <T, X extends Exception> T until(Predicate<T> enough, Duration limit, Look<T, X> look)
            throws X {
        long deadline = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE.toNanos();
        T seen = look.look();
        while (!enough.test(seen) && System.nanoTime() - deadline < 0) {
            // Not waiting for time to pass: giving the gallery room between two looks.
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            seen = look.look();
        }
        return seen;
    }

    /**
     * Asks, and comes back while the answer asks to, for some seconds.
     *
     * @param outcome of what was asked
     * @return what was said last
     */
    static <T, X extends Exception> T comingBack(Look<T, X> ask, Function<T, Outcome> outcome)
            throws X {
        long last = System.nanoTime() + COMING_BACK.toNanos();
        T said = ask.look();
        while (outcome.apply(said) instanceof Outcome.Refused(_, _, Duration after, _)
                && after != null
                && System.nanoTime() + after.toNanos() - last < 0) {
            untilPassed(System.nanoTime() + after.toNanos());
            said = ask.look();
        }
        return said;
    }

    /** Waits until a moment has passed: what is promised for then cannot be judged before. */
    static void untilPassed(long nanoTime) {
        long rest = nanoTime - System.nanoTime();
        while (rest > 0) {
            LockSupport.parkNanos(rest);
            rest = nanoTime - System.nanoTime();
        }
    }
}
