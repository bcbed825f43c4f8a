package meanwhile.suite.judge;

import java.util.ArrayList;
import java.util.List;
import meanwhile.model.Event;
import meanwhile.model.Ruling;
import meanwhile.report.page.Judgement;

/** What is said of a log of events. */
final class RecordedLog {
    /** A story of more sentences is told no further; nobody would read it. */
    private static final int TOLD = 40;

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
                                    sentences(why),
                                    conclusion,
                                    why.size(),
                                    events.size(),
                                    EventTimeline.of(why.stream().limit(TOLD).toList())));
        };
    }

    private static <A> List<String> sentences(List<Event<A>> why) {
        List<String> sentences =
                new ArrayList<>(why.stream().limit(TOLD).map(RecordedLog::told).toList());
        if (why.size() > TOLD) {
            sentences.add("… and %,d more".formatted(why.size() - TOLD));
        }
        return sentences;
    }

    static String told(Event<?> event) {
        return event.known()
                ? "lines %d–%d: process %s %s"
                        .formatted(event.begun(), event.ended(), event.process(), event.op())
                : "line %d: process %s %s, with unknown outcome"
                        .formatted(event.begun(), event.process(), event.op());
    }
}
