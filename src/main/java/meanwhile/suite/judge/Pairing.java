package meanwhile.suite.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanwhile.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the invocations of a log with their completions. A log has no clock; the order of its lines
 * is the time. A source is the line of the invocation, from 1.
 *
 * @param <O> what can be done
 */
final class Pairing<O> {
    /**
     * An invocation that is under way.
     *
     * @param op what was asked; null where it says nothing until it is answered
     */
    record Invoked<O>(int line, String function, String key, @Nullable O op) {}

    /** The process that makes trouble for the others: what it does is nobody's operation. */
    static final String NEMESIS = ":nemesis";

    private final Map<String, Invoked<O>> running = new HashMap<>();
    private final List<Event<O>> events = new ArrayList<>();
    private boolean begun;
    private int line;

    /** Goes on to the next line; says which it is. */
    int nextLine() {
        return ++line;
    }

    void invoke(String process, String function, String key, @Nullable O op) throws DamagedLog {
        begun = true;
        if (running.putIfAbsent(process, new Invoked<>(line, function, key, op)) != null) {
            throw new DamagedLog(line, "process " + process + " has not finished what it began");
        }
    }

    /** What this process began: it is finished now. */
    Invoked<O> complete(String process, String function, String key) throws DamagedLog {
        Invoked<O> invoked = running.remove(process);
        if (invoked == null) {
            throw new DamagedLog(line, "process " + process + " had begun nothing");
        }
        if (!invoked.function().equals(function) || !invoked.key().equals(key)) {
            throw new DamagedLog(
                    line,
                    "process %s had begun %s in line %d, not %s"
                            .formatted(process, invoked.function(), invoked.line(), function));
        }
        return invoked;
    }

    void happened(String process, Invoked<O> invoked, O op) {
        events.add(new Event<>(invoked.line(), process, op, invoked.line(), line, true));
    }

    /** It may have happened, or may yet. */
    void unknown(String process, Invoked<O> invoked) {
        if (invoked.op() != null) {
            events.add(
                    new Event<>(
                            invoked.line(), process, invoked.op(), invoked.line(), line, false));
        }
    }

    /**
     * All events; what was never completed is unknown.
     *
     * @throws DamagedLog if nothing was begun at all: there would be nothing to judge
     */
    List<Event<O>> events() throws DamagedLog {
        if (!begun) {
            throw new DamagedLog(line + 1, "the file ends without any operation");
        }
        running.forEach(this::unknown);
        running.clear();
        return events;
    }
}
