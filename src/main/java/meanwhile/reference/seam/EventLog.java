package meanwhile.reference.seam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps events in one order for all. */
public interface EventLog {
    /** Records an event in the work that causes it. */
    void append(Work work, String kind, @Nullable String imageId, @Nullable String memberId);

    /** The position after all events so far. */
    Position end(Work work);

    /** The events after a position. */
    Page read(Work work, Position after, int limit);

    /**
     * A place between two events.
     *
     * @param transaction the event's transaction
     * @param seq the event within all
     */
    record Position(long transaction, long seq) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int first = Long.compare(transaction, other.transaction);
            return first != 0 ? first : Long.compare(seq, other.seq);
        }
    }

    /**
     * An event.
     *
     * @param position its place
     * @param kind for example image.ready
     * @param imageId the image it is about
     * @param memberId who did it
     * @param at when
     */
    record Event(
            Position position,
            String kind,
            @Nullable String imageId,
            @Nullable String memberId,
            Instant at) {}

    /**
     * Some events.
     *
     * @param events in order
     * @param unsettled whether there are more whose position is not yet certain; ask again soon
     */
    record Page(List<Event> events, boolean unsettled) {}
}
