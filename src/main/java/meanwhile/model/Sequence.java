package meanwhile.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that lists show elements in the order in which they were added: if one addition ended
 * before another began, no list shows the later element first. Linear in everything shown, sound
 * and complete for that promise.
 */
public final class Sequence {
    private Sequence() {}

    /** Checks that all lists in the history are in order; they may show different elements. */
    public static Ruling<Snapshots.Op> check(List<Event<Snapshots.Op>> history) {
        Map<String, Event<Snapshots.Op>> additions = new HashMap<>();
        for (Event<Snapshots.Op> event : history) {
            if (event.op() instanceof Snapshots.Add(String element)) {
                additions.put(element, event);
            }
        }
        for (Event<Snapshots.Op> read : Event.inOrder(history)) {
            if (read.known() && read.op() instanceof Snapshots.Read(List<String> elements)) {
                @Nullable Event<Snapshots.Op> latest = null;
                for (String element : elements) {
                    Event<Snapshots.Op> addition = additions.get(element);
                    if (addition == null) {
                        continue;
                    }
                    if (latest != null && addition.before(latest)) {
                        return illegal(addition, latest, read);
                    }
                    if (latest == null || addition.begun() > latest.begun()) {
                        latest = addition;
                    }
                }
            }
        }
        return new Ruling.Legal<>();
    }

    private static Ruling<Snapshots.Op> illegal(
            Event<Snapshots.Op> earlier, Event<Snapshots.Op> later, Event<Snapshots.Op> read) {
        return new Ruling.Illegal<>(
                List.of(earlier, later, read),
                "Expected “%s” before “%s”, saw them the other way round"
                        .formatted(
                                ((Snapshots.Add) earlier.op()).element(),
                                ((Snapshots.Add) later.op()).element()),
                "The one was confirmed before the other was sent");
    }
}
