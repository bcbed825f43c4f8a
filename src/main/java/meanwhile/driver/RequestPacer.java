package meanwhile.driver;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Limits the rate of requests to the profile's limit: each has its turn, evenly spaced. */
final class RequestPacer {
    private final long spacing;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /**
     * @param perSecond null for no limit
     */
    RequestPacer(@Nullable Integer perSecond) {
        spacing = perSecond == null ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Waits for the next turn, or until the thread is interrupted: then nothing will be sent. */
    void await() {
        if (spacing == 0) {
            return;
        }
        long turn =
                next.getAndUpdate(
                        planned -> Math.max(planned, System.nanoTime() - spacing) + spacing);
        long rest = turn - System.nanoTime();
        while (rest > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(rest);
            rest = turn - System.nanoTime();
        }
    }
}
