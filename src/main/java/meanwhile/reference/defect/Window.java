package meanwhile.reference.defect;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets time pass in faulty parts. The windows of races, between a check and its act, can be set to
 * another width for a whole run; other delays belong to the fault itself and keep their stated
 * length.
 */
public final class Window {
    /** The system property that sets the width of all races' windows, in microseconds. */
    public static final String WIDTH = "meanwhile.window.micros";

    /** The default width in milliseconds; the defects state it. */
    static final int DEFAULT_MILLIS = 20;

    private static final AtomicLong OPENED = new AtomicLong();

    private Window() {}

    /** The number of race windows opened so far in this process. */
    public static long opened() {
        return OPENED.get();
    }

    /** Waits for the window of a race: 20 ms, or the width set by the property. */
    static void pass() {
        OPENED.incrementAndGet();
        park(width());
    }

    private static Duration width() {
        return Duration.ofNanos(1_000 * Long.getLong(WIDTH, 1_000L * DEFAULT_MILLIS));
    }

    /** Waits for a varying part of the window, so that what began first may end last. */
    static void passInPart() {
        OPENED.incrementAndGet();
        park(width().multipliedBy(ThreadLocalRandom.current().nextLong(100)).dividedBy(100));
    }

    /** Waits for a delay that belongs to the fault itself. */
    static void hold(long millis) {
        park(Duration.ofMillis(millis));
    }

    private static void park(Duration width) {
        long end = System.nanoTime() + width.toNanos();
        for (long left = width.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
