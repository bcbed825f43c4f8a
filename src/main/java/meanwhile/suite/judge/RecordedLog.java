package meanwhile.suite.judge;

import java.util.List;
import meanwhile.check.Event;
import meanwhile.check.Ruling;
import meanwhile.report.Judgement;

/** What is said of a log of events. */
final class RecordedLog {
    private RecordedLog() {}

    static <A> Judgement judgement(String file, List<Event<A>> events, Ruling<A> ruling) {
        return switch (ruling) {
            case Ruling.Legal<A> _ -> new Judgement(file, "holds", null, null);
            case Ruling.Open<A>(String reason) -> new Judgement(file, "undecided", reason, null);
            case Ruling.Illegal<A>(List<Event<A>> why, String expected, String conclusion) ->
                    new Judgement(
                            file,
                            "contradicted",
                            null,
                            new Judgement.Story(
                                    expected,
                                    why.stream().map(RecordedLog::told).toList(),
                                    conclusion,
                                    events.size(),
                                    EventTimeline.of(why)));
        };
    }

    static String told(Event<?> event) {
        return event.known()
                ? "lines %d–%d: process %s %s"
                        .formatted(event.begun(), event.ended(), event.process(), event.act())
                : "line %d: process %s %s, with unknown outcome"
                        .formatted(event.begun(), event.process(), event.act());
    }
}
