package meanwhile.language;

import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The port through which any gallery is reached. */
public interface Gallery {

    /**
     * Sends one operation and waits for its answer or the time limit. Never throws because of what
     * a gallery does: every ending is an outcome.
     *
     * @param sender on whose behalf and through which door
     * @param operation the operation to send
     * @param release the gate at which to hold the request; null to send at once
     * @throws GateClosed if the gate did not open; then nothing was sent
     */
    Reply send(Sender sender, Operation operation, @Nullable Release release) throws GateClosed;

    /**
     * Sends one operation without a gate, so that no gate can stay closed.
     *
     * @param sender on whose behalf and through which door
     * @param operation the operation to send
     */
    default Reply send(Sender sender, Operation operation) {
        try {
            return send(sender, operation, null);
        } catch (GateClosed impossible) {
            throw new IllegalStateException("there is no gate here", impossible);
        }
    }

    /**
     * Takes away what a run made, in the way that this gallery declares.
     *
     * @param sender who made it, or an administrator
     * @throws NotOffered if it declares none; the message continues a sentence: "3 members, which
     *     …"
     */
    default Outcome takeAway(Sender sender, Remnant remnant) {
        Operation undo = remnant.undo();
        if (undo == null) {
            throw new NotOffered("which no operation deletes");
        }
        return send(sender, undo).outcome();
    }

    /** What it is declared to be besides a gallery, or instead of one. */
    default Domain domain() {
        return Domain.NONE;
    }

    /**
     * From now on has everything told that the target asks of others where its profile declares a
     * sink, and first what was heard before. Whoever listens last is told.
     */
    default void listen(Consumer<Heard> ear) {}

    /** What this gallery is known to lack; examples that need it are not played. */
    default Set<Capability> lacks() {
        return Set.of();
    }

    /** The maximum number of actors at the same time, as stated by the gallery's operator. */
    default int mostAtOnce() {
        return Integer.MAX_VALUE;
    }

    /**
     * Whether it is known how often this gallery may be asked: its operator states a rate, or its
     * administrator sets what members may do. If not, being asked to slow down contradicts nothing.
     */
    default boolean statesItsLimits() {
        return true;
    }

    /** Closes resources that are held open without need, such as idle connections. */
    default void rest() {}

    /**
     * The sender of an operation.
     *
     * @param door which of the gallery's addresses to use, from 0
     * @param session the session's token; null for a visitor
     * @param concurrent whether the call is one of many that are in progress together, so that a
     *     driver should spend as little on it as possible
     */
    record Sender(int door, @Nullable Secret session, boolean concurrent) {
        /** A sender that makes one call at a time. */
        public Sender(int door, @Nullable Secret session) {
            this(door, session, false);
        }

        /** The same sender, as one of many at the same time. */
        public Sender concurrently() {
            return new Sender(door, session, true);
        }
    }

    /**
     * The outcome of a call and its times, which are {@link System#nanoTime()} of this process.
     *
     * @param begun before the first byte left
     * @param released when the last byte of the request had left
     * @param firstByte when the first byte of the answer arrived, or {@code ended} if none did
     * @param ended after the last byte of the answer arrived, or when waiting ended
     */
    record Reply(Outcome outcome, long begun, long released, long firstByte, long ended) {}

    /**
     * What the target asked of somebody else.
     *
     * @param sink of whom: "payment service"
     * @param event what, without its facts if they are not all there; null if it is none of those
     *     that the profile declares
     * @param words the same in words: "is asked to charge order 7", or why it is none
     * @param reply what it was answered, and when
     */
    record Heard(String sink, Operation.@Nullable DeclaredEvent event, String words, Reply reply) {}
}
