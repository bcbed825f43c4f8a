package meanwhile.actors;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import meanwhile.language.Outcome;

/** Repeats a call until its result suffices or a time limit has passed. */
final class Retry {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

    /** How long to keep retrying when told to come back. */
    private static final Duration COMING_BACK = Duration.ofSeconds(5);

    private Retry() {}

    /**
     * A call that may be repeated.
     *
     * @param <X> the exception that prevents the call
     */
    interface Look<T, X extends Exception> {
        T look() throws X;
    }

    /**
     * Calls at least once, and then until the result suffices or the time has passed.
     *
     * @return the last result
     */
    static <T, X extends Exception> T until(Predicate<T> enough, Duration limit, Look<T, X> look)
            throws X {
        long deadline = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE.toNanos();
        T seen = look.look();
        while (!enough.test(seen) && System.nanoTime() - deadline < 0) {
            // The pause is no wait for a moment; it keeps the polling from loading the gallery.
            LockSupport.parkNanos(pause);
            OutOfTime.check();
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            seen = look.look();
        }
        return seen;
    }

    /**
     * Calls, and retries for some seconds while the answer says to come back.
     *
     * @param outcome extracts the outcome of a call
     * @return the last result
     */
    static <T, X extends Exception> T comingBack(Look<T, X> ask, Function<T, Outcome> outcome)
            throws X {
        long last = System.nanoTime() + COMING_BACK.toNanos();
        T said = ask.look();
        while (outcome.apply(said) instanceof Outcome.Refused(_, _, Duration after, _, _)
                && after != null
                && System.nanoTime() + after.toNanos() - last < 0) {
            untilPassed(System.nanoTime() + after.toNanos());
            said = ask.look();
        }
        return said;
    }

    /** Waits until a moment has passed: a promise about that moment cannot be judged before. */
    static void untilPassed(long nanoTime) {
        long rest = nanoTime - System.nanoTime();
        while (rest > 0) {
            LockSupport.parkNanos(rest);
            OutOfTime.check();
            rest = nanoTime - System.nanoTime();
        }
    }
}
