package meanwhile.driver;

import java.io.IOException;
import java.time.Duration;
import meanwhile.language.BreakOff;
import meanwhile.language.GatePoint;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;

/**
 * The events of one request at its socket. REST Assured sends in the calling thread, so the
 * exchange of the current call is bound to that thread's scope, where connections find it.
 */
final class SocketExchange {
    /** The exchange of the call that this thread is making. */
    static final ScopedValue<SocketExchange> CURRENT = ScopedValue.newInstance();

    private final @Nullable Release release;
    private volatile long begun;
    private volatile long released;
    private long firstByte;

    SocketExchange(@Nullable Release release) {
        this.release = release;
    }

    /** Where to hold the request; null to send it without holding. */
    @Nullable GatePoint point() {
        return release == null ? null : release.point();
    }

    /** Whether the sender breaks off, and when. */
    BreakOff breaksOff() {
        return release == null ? BreakOff.NEVER : release.breaksOff();
    }

    /** Waits at the gate; afterwards bytes may be sent. */
    void pass() throws IOException {
        if (release != null) {
            release.arrive();
        }
        begun();
    }

    /** Called when the headers have been sent and the body has not. */
    void headersLeft() {
        if (release != null) {
            release.headersLeft();
        }
    }

    /** Called when the first byte is about to be sent. */
    void begun() {
        if (begun == 0) {
            begun = System.nanoTime();
        }
    }

    /** Called when the last byte has been sent. */
    void released() {
        released = System.nanoTime();
        if (release != null) {
            release.sent();
        }
    }

    /** Called when a part of the answer has arrived. */
    void arrived() {
        if (released != 0 && firstByte == 0) {
            firstByte = System.nanoTime();
        }
    }

    /** Whether sending has taken longer than this, or the answer after that. */
    boolean isOverdue(Duration limit) {
        long since = released == 0 ? begun : released;
        return since != 0 && System.nanoTime() - since > limit.toNanos();
    }

    /** Ends the call; events that never happened count as happening now. */
    Times over() {
        long now = System.nanoTime();
        long start = begun == 0 ? now : begun;
        long left = released == 0 ? now : released;
        return new Times(start, left, firstByte == 0 ? now : firstByte, now);
    }

    /** The outcome with the times of this exchange. */
    record Times(long begun, long released, long firstByte, long ended) {}
}
