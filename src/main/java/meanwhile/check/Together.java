package meanwhile.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Facts that are written together and must be seen together: no observer sees half of one write and
 * half of another. Sound, and complete for what single reads show; whether whole writes are seen at
 * the right time is a question for {@link Register}.
 */
public final class Together {
    private Together() {}

    /** What can be done; the facts are always the same ones in the same order. */
    public sealed interface Act {
        /** The facts' values. */
        List<String> facts();
    }

    /** Writes all facts. */
    public record Write(List<String> facts) implements Act {
        public Write {
            facts = List.copyOf(facts);
        }

        @Override
        public String toString() {
            return "writes " + facts;
        }
    }

    /** Sees all facts. */
    public record Read(List<String> facts) implements Act {
        public Read {
            facts = List.copyOf(facts);
        }

        @Override
        public String toString() {
            return "sees " + facts;
        }
    }

    /**
     * Whether each read shows one write, or what was there at first.
     *
     * @param initial the facts before the first write
     */
    public static Ruling<Act> check(List<Event<Act>> history, List<String> initial) {
        List<Event<Act>> writes =
                Event.inOrder(history).stream()
                        .filter(event -> event.act() instanceof Write)
                        .toList();
        for (Event<Act> read : Event.inOrder(history)) {
            if (read.known() && read.act() instanceof Read(List<String> facts)) {
                boolean whole =
                        facts.equals(initial)
                                || writes.stream()
                                        .anyMatch(
                                                write ->
                                                        write.begun() <= read.ended()
                                                                && write.act()
                                                                        .facts()
                                                                        .equals(facts));
                if (!whole) {
                    return illegal(read, facts, writes);
                }
            }
        }
        return new Ruling.Legal<>();
    }

    private static Ruling<Act> illegal(
            Event<Act> read, List<String> facts, List<Event<Act>> writes) {
        List<Event<Act>> why = new ArrayList<>();
        for (Event<Act> write : writes) {
            boolean shared = false;
            for (int i = 0; i < facts.size(); i++) {
                shared |= facts.get(i).equals(write.act().facts().get(i));
            }
            if (shared && write.begun() <= read.ended()) {
                why.add(write);
            }
        }
        why.add(read);
        return new Ruling.Illegal<>(
                why,
                "Expected what somebody wrote as a whole, saw " + facts,
                "Nobody had written these together");
    }
}
