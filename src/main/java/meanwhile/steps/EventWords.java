package meanwhile.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import meanwhile.language.Domain;

/** The words for what the target asks of others, by their events. */
final class EventWords {
    private final Map<String, Domain.Event> events = new HashMap<>();

    EventWords(Domain domain) {
        for (Domain.Event event : domain.events()) {
            events.put(event.noun(), event);
            events.put(event.plural(), event);
        }
    }

    /** What is said of a deed because of which something was asked of others: "charged". */
    record Done(String word) {}

    /** The nouns, and several of each: "charge", "charges". */
    Stream<String> nouns() {
        return events.keySet().stream();
    }

    /** What is said of deeds. */
    Stream<String> done() {
        return events.values().stream().map(Domain.Event::done);
    }

    /** The event of a noun. */
    Object event(String noun) {
        return Objects.requireNonNull(events.get(noun));
    }
}
