package meanwhile.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that no value is given twice: identifiers, positions, places in a queue. */
public final class Uniqueness {
    private Uniqueness() {}

    /**
     * Checks that no two events were given the same value. Linear, sound and complete.
     *
     * @param given acceptances, each with the value that it was given
     */
    public static Ruling<String> check(List<Event<String>> given) {
        Map<String, Event<String>> first = new HashMap<>();
        for (Event<String> event : Event.inOrder(given)) {
            Event<String> other = event.known() ? first.putIfAbsent(event.op(), event) : null;
            if (other != null) {
                return new Ruling.Illegal<>(
                        List.of(other, event),
                        "Expected each to be given a value of its own, saw “%s” twice"
                                .formatted(event.op()),
                        "One of the two is lost or mistaken for the other");
            }
        }
        return new Ruling.Legal<>();
    }
}
