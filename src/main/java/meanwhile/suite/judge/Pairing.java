package meanwhile.suite.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanwhile.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the invocations of a log with their completions. A log has no clock; the order of its lines
 * is the time. The source of an event is the line of its invocation, from 1.
 *
 * @param <O> the operations on the object
 */
final class Pairing<O> {
    /**
     * An invocation under way.
     *
     * @param op the invoked operation; null if only the completion tells it
     */
    record Invoked<O>(int line, String function, String key, @Nullable O op) {}

    /** The process that injects faults: its events are no operations. */
    static final String NEMESIS = ":nemesis";

    private final Map<String, Invoked<O>> running = new HashMap<>();
    private final List<Event<O>> events = new ArrayList<>();
    private boolean begun;
    private int line;

    /** Goes on to the next line and returns its number. */
    int nextLine() {
        return ++line;
    }

    void invoke(String process, String function, String key, @Nullable O op) throws DamagedLog {
        begun = true;
        if (running.putIfAbsent(process, new Invoked<>(line, function, key, op)) != null) {
            throw new DamagedLog(line, "process " + process + " has not finished what it began");
        }
    }

    /** Ends the operation that this process invoked, and returns it. */
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

    /** Records an operation that may have happened, or may yet. */
    void unknown(String process, Invoked<O> invoked) {
        if (invoked.op() != null) {
            events.add(
                    new Event<>(
                            invoked.line(), process, invoked.op(), invoked.line(), line, false));
        }
    }

    /**
     * Returns all events; operations that never completed are unknown.
     *
     * @throws DamagedLog if there was no operation: there would be nothing to judge
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
