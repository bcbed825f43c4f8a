package meanwhile.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks session guarantees about versions that only grow, for one session or for all: read your
 * writes, and monotonic reads. Sound and complete in n log n: only pairs of which one event ended
 * before the other began are constrained.
 */
public final class SessionGuarantees {
    private SessionGuarantees() {}

    /** The operations. */
    public sealed interface Op {
        /** The version; a larger one is newer. */
        long version();
    }

    /** Writes a version. */
    public record Write(long version) implements Op {
        @Override
        public String toString() {
            return "writes version " + version;
        }
    }

    /** Reads a version. */
    public record Read(long version) implements Op {
        @Override
        public String toString() {
            return "reads version " + version;
        }
    }

    /** Checks that each process sees what it wrote before, or something newer. */
    public static Ruling<Op> readYourWrites(List<Event<Op>> history) {
        return each(
                history,
                Event::process,
                event -> event.op() instanceof Write,
                "Expected to see one's own version %d or a newer one, saw %d",
                "It had been confirmed to the same member before");
    }

    /** Checks that no process sees an older version after a newer one. */
    public static Ruling<Op> monotonicReads(List<Event<Op>> history) {
        return each(
                history,
                Event::process,
                event -> event.op() instanceof Read,
                "Expected to see version %d or a newer one again, saw %d",
                "The same member had seen the newer one before");
    }

    /**
     * Checks that no process sees an older version than any process has seen, or had confirmed,
     * before. {@link Event#lagging} allows for a promised delay.
     */
    public static Ruling<Op> monotonicForAll(List<Event<Op>> history) {
        return each(
                history,
                _ -> "all",
                _ -> true,
                "Expected to see version %d or a newer one, saw %d",
                "The newer one had been confirmed or seen before");
    }

    private static Ruling<Op> each(
            List<Event<Op>> history,
            Function<Event<Op>, String> session,
            java.util.function.Predicate<Event<Op>> binds,
            String expected,
            String conclusion) {
        Map<String, List<Event<Op>>> sessions = new HashMap<>();
        for (Event<Op> event : Event.inOrder(history)) {
            if (event.known()) {
                sessions.computeIfAbsent(session.apply(event), _ -> new ArrayList<>()).add(event);
            }
        }
        for (List<Event<Op>> events : sessions.values()) {
            List<Event<Op>> fault = fault(events, binds);
            if (!fault.isEmpty()) {
                return new Ruling.Illegal<>(
                        fault,
                        expected.formatted(
                                fault.getFirst().op().version(), fault.getLast().op().version()),
                        conclusion);
            }
        }
        return new Ruling.Legal<>();
    }

    /**
     * The first read of something older than what had ended before it, after that earlier event.
     */
    private static List<Event<Op>> fault(
            List<Event<Op>> events, java.util.function.Predicate<Event<Op>> binds) {
        List<Event<Op>> ended =
                events.stream()
                        .filter(binds)
                        .sorted(Comparator.comparingLong(Event::ended))
                        .toList();
        @Nullable Event<Op> newest = null;
        int next = 0;
        for (Event<Op> event : events) {
            while (next < ended.size() && ended.get(next).before(event)) {
                Event<Op> done = ended.get(next++);
                if (newest == null || done.op().version() > newest.op().version()) {
                    newest = done;
                }
            }
            if (newest != null
                    && event.op() instanceof Read(long version)
                    && version < newest.op().version()) {
                return List.of(newest, event);
            }
        }
        return List.of();
    }
}
