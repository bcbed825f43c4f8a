package meanwhile.actors;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import meanwhile.language.GateClosed;

/** Looks again and again until something is so, or until it should have been. */
final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

    private Patience() {}

    /** A question that may be asked often. */
    interface Look<T> {
        T look() throws GateClosed;
    }

    /**
     * Looks at least once, and then until what is seen is enough or the time has passed.
     *
     * @return what was seen last
     */
    static <T> T until(Predicate<T> enough, Duration limit, Look<T> look) throws GateClosed {
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

    /** Waits until a moment has passed: what is promised for then cannot be judged before. */
    static void untilPassed(long nanoTime) {
        long rest = nanoTime - System.nanoTime();
        while (rest > 0) {
            LockSupport.parkNanos(rest);
            rest = nanoTime - System.nanoTime();
        }
    }
}
