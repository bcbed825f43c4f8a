package meanwhile.suite.judge;

import java.util.ArrayList;
import java.util.List;
import meanwhile.model.Event;
import meanwhile.model.Ruling;
import meanwhile.report.page.Judgement;

/** Turns a ruling on a log of events into a judgement. */
final class RecordedLog {
    /** A longer explanation is cut off after this many sentences; no one would read it. */
    private static final int TOLD = 40;

    private RecordedLog() {}

    static <O> Judgement judgement(String file, List<Event<O>> events, Ruling<O> ruling) {
        return switch (ruling) {
            case Ruling.Legal<O> _ -> new Judgement(file, "holds", null, null);
            case Ruling.Open<O>(String reason) -> new Judgement(file, "undecided", reason, null);
            case Ruling.Illegal<O>(List<Event<O>> why, String expected, String conclusion) ->
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

    private static <O> List<String> sentences(List<Event<O>> why) {
        List<String> sentences =
                new ArrayList<>(why.stream().limit(TOLD).map(EventDescription::of).toList());
        if (why.size() > TOLD) {
            sentences.add("… and %,d more".formatted(why.size() - TOLD));
        }
        return sentences;
    }
}
