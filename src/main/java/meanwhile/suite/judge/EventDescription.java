package meanwhile.suite.judge;

import meanwhile.model.Event;

/** Describes an event of a log in words. */
final class EventDescription {
    private EventDescription() {}

    static String of(Event<?> event) {
        return event.known()
                ? "lines %d–%d: process %s %s"
                        .formatted(event.begun(), event.ended(), event.process(), event.op())
                : "line %d: process %s %s, with unknown outcome"
                        .formatted(event.begun(), event.process(), event.op());
    }
}
