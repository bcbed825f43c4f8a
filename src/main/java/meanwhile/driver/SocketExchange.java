package meanwhile.driver;

import java.io.IOException;
import java.time.Duration;
import meanwhile.language.BreakOff;
import meanwhile.language.GatePoint;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one request at its socket. REST Assured sends in the thread that asks it, so the
 * exchange of the call at hand is bound to that thread's scope; connections find it there.
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

    /** Where to hold the request; null to let it go as it comes. */
    @Nullable GatePoint point() {
        return release == null ? null : release.point();
    }

    /** Whether the sender breaks off, and when. */
    BreakOff breaksOff() {
        return release == null ? BreakOff.NEVER : release.breaksOff();
    }

    /** Waits at the gate; from here on bytes may leave. */
    void pass() throws IOException {
        if (release != null) {
            release.arrive();
        }
        begun();
    }

    /** The headers have left, and the body has not. */
    void headersLeft() {
        if (release != null) {
            release.headersLeft();
        }
    }

    /** The first byte is about to leave. */
    void begun() {
        if (begun == 0) {
            begun = System.nanoTime();
        }
    }

    /** The last byte has left. */
    void released() {
        released = System.nanoTime();
        if (release != null) {
            release.sent();
        }
    }

    /** Something of the answer arrived. */
    void arrived() {
        if (released != 0 && firstByte == 0) {
            firstByte = System.nanoTime();
        }
    }

    /** Whether it takes longer than this to be sent, or after that to be answered. */
    boolean isOverdue(Duration limit) {
        long since = released == 0 ? begun : released;
        return since != 0 && System.nanoTime() - since > limit.toNanos();
    }

    /** The call is over; what never happened counts as having happened now. */
    Times over() {
        long now = System.nanoTime();
        long start = begun == 0 ? now : begun;
        long left = released == 0 ? now : released;
        return new Times(start, left, firstByte == 0 ? now : firstByte, now);
    }

    /** As {@link meanwhile.language.Gallery.Reply} has them. */
    record Times(long begun, long released, long firstByte, long ended) {}
}
