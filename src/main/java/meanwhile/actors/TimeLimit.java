package meanwhile.actors;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does work on a thread that can be interrupted wherever it waits: at the gate, for an answer or
 * for a moment.
 */
public final class TimeLimit {
    /** How long interrupted work may take to put things in order. */
    private static final Duration ORDER = Duration.ofSeconds(10);

    private TimeLimit() {}

    /**
     * Does work and waits for its end.
     *
     * @param end when it must end, on the clock of {@link System#nanoTime}
     * @param pause how often the watcher is called while it goes on
     * @throws OutOfTime if the time is over; the work has been interrupted then
     */
    public static <T> T until(long end, Duration pause, Runnable watcher, Callable<T> work) {
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Future<T> future = thread.submit(work);
            while (true) {
                long rest = end - System.nanoTime();
                if (rest <= 0) {
                    throw new OutOfTime();
                }
                try {
                    return future.get(Math.min(rest, pause.toNanos()), TimeUnit.NANOSECONDS);
                } catch (TimeoutException _) {
                    watcher.run();
                }
            }
        } catch (ExecutionException failed) {
            throw Concurrently.unchecked(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OutOfTime();
        } finally {
            end(thread);
        }
    }

    private static void end(ExecutorService thread) {
        thread.shutdownNow();
        try {
            thread.awaitTermination(ORDER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
