package meanwhile.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks that facts that are written together are seen together: no read shows half of one write
 * and half of another.
 *
 * <p>Sound, and complete for what single reads show; {@link Register} checks whether whole writes
 * are seen at the right time.
 */
public final class AtomicWrites {
    private AtomicWrites() {}

    /** The operations; the facts are always the same ones in the same order. */
    public sealed interface Op {
        /** The values of the facts. */
        List<String> facts();
    }

    /** Writes all facts. */
    public record Write(List<String> facts) implements Op {
        public Write {
            facts = List.copyOf(facts);
        }

        @Override
        public String toString() {
            return "writes " + facts;
        }
    }

    /** Reads all facts. */
    public record Read(List<String> facts) implements Op {
        public Read {
            facts = List.copyOf(facts);
        }

        @Override
        public String toString() {
            return "sees " + facts;
        }
    }

    /**
     * Checks that each read shows one write, or the initial facts.
     *
     * @param initial the facts before the first write
     */
    public static Ruling<Op> check(List<Event<Op>> history, List<String> initial) {
        List<Event<Op>> writes =
                Event.inOrder(history).stream()
                        .filter(event -> event.op() instanceof Write)
                        .toList();
        for (Event<Op> read : Event.inOrder(history)) {
            if (read.known() && read.op() instanceof Read(List<String> facts)) {
                boolean whole =
                        facts.equals(initial)
                                || writes.stream()
                                        .anyMatch(
                                                write ->
                                                        write.begun() <= read.ended()
                                                                && write.op()
                                                                        .facts()
                                                                        .equals(facts));
                if (!whole) {
                    return illegal(read, facts, writes);
                }
            }
        }
        return new Ruling.Legal<>();
    }

    private static Ruling<Op> illegal(Event<Op> read, List<String> facts, List<Event<Op>> writes) {
        List<Event<Op>> why = new ArrayList<>();
        for (Event<Op> write : writes) {
            boolean shared = false;
            for (int i = 0; i < facts.size(); i++) {
                shared |= facts.get(i).equals(write.op().facts().get(i));
            }
            if (shared && write.begun() <= read.ended()) {
                why.add(write);
            }
        }
        why.add(read);
        return new Ruling.Illegal<>(
                why,
                "Expected the whole of one write, saw " + facts,
                "No write had written these together");
    }
}
