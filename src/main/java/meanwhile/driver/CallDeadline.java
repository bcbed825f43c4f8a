package meanwhile.driver;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives up calls that do not end. A socket's timeout applies to each of its reads: a call would
 * wait for ever for an answer that comes in drops, or for a server that reads nothing.
 */
final class CallDeadline implements AutoCloseable {
    /**
     * How long a call may take to be sent, and then again to be answered, as a multiple of the
     * limit.
     */
    private static final int FACTOR = 2;

    private final Duration limit;
    private final ScheduledThreadPoolExecutor clock;

    /**
     * @param limit how long the first part of an answer may take
     */
    CallDeadline(Duration limit) {
        this.limit = limit;
        clock =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("call-deadline").factory());
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Watches one call until it is closed. */
    static final class Watch implements AutoCloseable {
        private final AtomicBoolean runOut = new AtomicBoolean();
        private final Future<?> looking;

        private Watch(CallDeadline deadline, SocketExchange exchange, Runnable abort) {
            Duration most = deadline.limit.multipliedBy(FACTOR);
            long pause = Math.max(1, deadline.limit.toMillis());
            looking =
                    deadline.clock.scheduleWithFixedDelay(
                            () -> {
                                if (exchange.isOverdue(most) && runOut.compareAndSet(false, true)) {
                                    abort.run();
                                }
                            },
                            pause,
                            pause,
                            TimeUnit.MILLISECONDS);
        }

        /** Whether the call was given up. */
        boolean hasRunOut() {
            return runOut.get();
        }

        @Override
        public void close() {
            looking.cancel(false);
        }
    }

    /** Watches a call: checks regularly whether it is overdue, and gives it up if so. */
    Watch over(SocketExchange exchange, Runnable abort) {
        return new Watch(this, exchange, abort);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
