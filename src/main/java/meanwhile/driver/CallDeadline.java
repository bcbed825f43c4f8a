package meanwhile.driver;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives up calls that have no end. The limit of a socket is one for each of its reads: an answer
 * that comes in drops would be waited for for ever, as would a server that takes in nothing.
 */
final class CallDeadline implements AutoCloseable {
    /** So long a call may take to be sent, and then again to be answered; in limits. */
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

    /** Over one call, until it is closed. */
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

    /** Looks now and then how far a call has come, and gives it up if it comes no further. */
    Watch over(SocketExchange exchange, Runnable abort) {
        return new Watch(this, exchange, abort);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
