package meanwhile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Tiny histories of general events, written by hand. */
public final class HandWritten<O> {
    private final List<Event<O>> events = new ArrayList<>();

    public HandWritten<O> known(String process, long begun, long ended, O op) {
        events.add(new Event<>(events.size(), process, op, begun, ended, true));
        return this;
    }

    public HandWritten<O> unknown(String process, long begun, O op) {
        events.add(new Event<>(events.size(), process, op, begun, begun, false));
        return this;
    }

    public List<Event<O>> events() {
        return events;
    }

    static void assertLegal(Ruling<?> ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Legal.class);
    }

    /** Asserts the expectation and the events that show it, counted from 0. */
    static void assertIllegal(Ruling<?> ruling, String expected, Integer... sources) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Illegal.class,
                        illegal -> assertThat(illegal.expected()).isEqualTo(expected));
        if (ruling instanceof Ruling.Illegal<?> illegal) {
            assertThat(illegal.why().stream().map(Event::source)).containsExactly(sources);
        }
    }

    static void assertOpen(Ruling<?> ruling, String reason) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Open.class, open -> assertThat(open.reason()).contains(reason));
    }
}
