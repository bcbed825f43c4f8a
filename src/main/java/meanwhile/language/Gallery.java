package meanwhile.language;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The port through which any gallery is reached. */
public interface Gallery {

    /**
     * Sends one operation and waits for its answer or for the time limit. Never throws for what a
     * gallery does: every end is an outcome.
     *
     * @param sender on whose behalf and through which door
     * @param operation what to ask
     * @param release the gate at which to hold the request; null to send at once
     * @throws GateClosed if the gate did not open; then nothing was sent
     */
    Reply send(Sender sender, Operation operation, @Nullable Release release) throws GateClosed;

    /**
     * The same at once: where no gate is, none can stay closed.
     *
     * @param sender on whose behalf and through which door
     * @param operation what to ask
     */
    default Reply send(Sender sender, Operation operation) {
        try {
            return send(sender, operation, null);
        } catch (GateClosed impossible) {
            throw new IllegalStateException("there is no gate here", impossible);
        }
    }

    /** What this gallery is known to lack; examples that need it are not played. */
    default Set<Capability> lacks() {
        return Set.of();
    }

    /** So many may act at the same time, at the most: whoever runs the gallery says so. */
    default int mostAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** Closes what is held open without need, as idle connections are. */
    default void rest() {}

    /**
     * Who sends.
     *
     * @param door which of the gallery's addresses to use, from 0
     * @param session the session's token; null for a visitor
     * @param concurrent whether the call is one of many that are under way together, so that a
     *     driver should spend as little on it as it can
     */
    record Sender(int door, @Nullable Secret session, boolean concurrent) {
        /** Somebody who asks one thing at a time. */
        public Sender(int door, @Nullable Secret session) {
            this(door, session, false);
        }

        /** The same, among many. */
        public Sender concurrently() {
            return new Sender(door, session, true);
        }
    }

    /**
     * What came back, and when. Times are {@link System#nanoTime()} of this process.
     *
     * @param begun before the first byte left
     * @param released when the last byte of the request had left
     * @param firstByte when the first byte of the answer arrived, or {@code ended} if none did
     * @param ended after the last byte of the answer arrived, or when waiting ended
     */
    record Reply(Outcome outcome, long begun, long released, long firstByte, long ended) {}
}
