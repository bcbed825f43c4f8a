package meanwhile.report.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.CallDescription;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Naming;
import meanwhile.language.OperationDescription;
import meanwhile.language.Outcome;
import meanwhile.report.chart.Axis;
import meanwhile.report.chart.Chart;
import meanwhile.report.data.ForeignText;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import org.jspecify.annotations.Nullable;

/**
 * The page of one example.
 *
 * @param clause the clause that it illustrates
 * @param example the example
 * @param verdict its verdict
 * @param reason why it does not hold; null if it does
 * @param rounds a line for each play
 * @param story what contradicts the clause; null if nothing does
 * @param shown the play whose calls are drawn; null if nothing was played
 * @param spread how close together the calls of each play were released; null if there was no gate
 * @param since since when the clause's verdict has stood, in words; empty if not known
 */
public record ExamplePage(
        Report.Clause clause,
        Report.Example example,
        String verdict,
        @Nullable String reason,
        List<Line> rounds,
        @Nullable Story story,
        @Nullable Drawing shown,
        @Nullable Chart spread,
        String since) {

    /** The maximum number of calls that are drawn. */
    private static final int MOST_CALLS = 150;

    /** A play as a line of a table. */
    public record Line(int round, int attempt, String met, String spread, String verdict) {}

    /**
     * A counter-example.
     *
     * @param question the step that it contradicts
     * @param expected what was expected and what was seen
     * @param sentences the calls in words
     * @param conclusion why no order explains them
     * @param timeline the same calls, drawn
     */
    public record Story(
            String question,
            int round,
            String expected,
            List<String> sentences,
            String conclusion,
            Timeline timeline) {
        private static final int AT_EACH_END = 6;

        /** The first sentences; all, if there are not too many to read. */
        public List<String> beginning() {
            return isLong() ? sentences.subList(0, AT_EACH_END) : sentences;
        }

        /** The sentences in between, which a reader may want to skip. */
        public List<String> middle() {
            return isLong()
                    ? sentences.subList(AT_EACH_END, sentences.size() - AT_EACH_END)
                    : List.of();
        }

        /** The last sentences of a long story. */
        public List<String> end() {
            return isLong()
                    ? sentences.subList(sentences.size() - AT_EACH_END, sentences.size())
                    : List.of();
        }

        private boolean isLong() {
            return sentences.size() > 3 * AT_EACH_END;
        }
    }

    /** The calls of one play: drawn, and in a table; {@code left} more are only in the history. */
    public record Drawing(int round, Timeline timeline, List<Row> rows, int left) {}

    /**
     * A call as a line of a table.
     *
     * @param answer the outcome in words
     * @param status the answer's status; empty if there was no answer
     * @param detail the answer's explanation, shortened
     */
    public record Row(
            String begun,
            String took,
            String actor,
            int door,
            String description,
            String answer,
            String status,
            String detail,
            String kind,
            boolean highlighted) {}

    /** The page of an example that was played. */
    public static ExamplePage of(
            Report.Clause clause, Report.Example example, Evidence evidence, String since) {
        int index = telling(evidence);
        Verdict verdict = evidence.verdict();
        return new ExamplePage(
                clause,
                example,
                verdict.word(),
                ReportCompiler.reason(verdict),
                lines(evidence),
                index < 0 ? null : story(evidence, index),
                index < 0 ? null : drawing(evidence, index),
                spread(evidence),
                since);
    }

    /** Whether it had a crowd, which has a page of its own. */
    public boolean crowded() {
        return CrowdPage.fits(example);
    }

    /**
     * The most telling play: the first contradicted one, else the first whose calls met, else the
     * first.
     */
    private static int telling(Evidence evidence) {
        int met = -1;
        for (int i = 0; i < evidence.plays().size(); i++) {
            if (evidence.verdictOf(i) instanceof Verdict.Contradicted) {
                return i;
            }
            if (met < 0 && evidence.plays().get(i).collided()) {
                met = i;
            }
        }
        return met >= 0 ? met : evidence.plays().size() - 1 < 0 ? -1 : 0;
    }

    private static List<Line> lines(Evidence evidence) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < evidence.plays().size(); i++) {
            Evidence.Play play = evidence.plays().get(i);
            boolean gated = play.history().gated().size() > 1;
            lines.add(
                    new Line(
                            play.round(),
                            play.attempt(),
                            !evidence.races() ? "–" : play.collided() ? "yes" : "no",
                            gated ? "%.1f ms".formatted(play.collision().spreadNanos() / 1e6) : "–",
                            evidence.verdictOf(i).word()));
        }
        return lines;
    }

    private static @Nullable Story story(Evidence evidence, int index) {
        Evidence.Play play = evidence.plays().get(index);
        Naming naming = ReportCompiler.naming(play);
        for (Evidence.Finding finding : evidence.findings()) {
            if (finding.verdicts().get(index) instanceof Verdict.Contradicted(CounterExample why)) {
                return new Story(
                        finding.question(),
                        play.round(),
                        ForeignText.markup(why.expected()),
                        why.story(naming).stream().map(ForeignText::markup).toList(),
                        ForeignText.markup(why.conclusion()),
                        Timeline.of(why.calls(), Set.of(), naming));
            }
        }
        return null;
    }

    /** The first calls of the action, and all calls of the counter-example, wherever they are. */
    private static Drawing drawing(Evidence evidence, int index) {
        Evidence.Play play = evidence.plays().get(index);
        Naming naming = ReportCompiler.naming(play);
        Set<Integer> highlighted = highlighted(evidence, index);
        List<Call> action =
                play.history()
                        .where(
                                call ->
                                        call.phase() == Phase.WHEN
                                                || call.phase() == Phase.ELSEWHERE)
                        .calls();
        Set<Call> drawn =
                new LinkedHashSet<>(action.subList(0, Math.min(MOST_CALLS, action.size())));
        play.history().stream()
                .filter(call -> highlighted.contains(call.number()))
                .forEach(drawn::add);
        List<Call> calls = new History(List.copyOf(drawn)).calls();
        long origin = calls.isEmpty() ? 0 : calls.getFirst().times().begun();
        return new Drawing(
                play.round(),
                Timeline.of(calls, highlighted, naming),
                calls.stream()
                        .map(call -> row(call, origin, highlighted.contains(call.number()), naming))
                        .toList(),
                action.size() - (int) action.stream().filter(drawn::contains).count());
    }

    private static Set<Integer> highlighted(Evidence evidence, int index) {
        Set<Integer> highlighted = new HashSet<>();
        for (Evidence.Finding finding : evidence.findings()) {
            if (finding.verdicts().get(index) instanceof Verdict.Contradicted(CounterExample why)) {
                why.calls().forEach(call -> highlighted.add(call.number()));
            }
        }
        return highlighted;
    }

    private static Row row(Call call, long origin, boolean highlighted, Naming naming) {
        return new Row(
                Measurements.millis((call.times().begun() - origin) / 1e6),
                Measurements.millis(call.latency() / 1e6),
                call.actor().toString(),
                call.door() + 1,
                ForeignText.markup(OperationDescription.describe(call.operation(), naming)),
                ForeignText.markup(CallDescription.outcome(call, naming)),
                switch (call.outcome()) {
                    case Outcome.Accepted accepted -> String.valueOf(accepted.status());
                    case Outcome.Refused refused -> String.valueOf(refused.status());
                    case Outcome.Broken broken -> String.valueOf(broken.status());
                    case Outcome.Unknown _ -> "";
                },
                ForeignText.markup(call.outcome().detail()),
                Timeline.kind(call.outcome()),
                highlighted);
    }

    /** A dot for each play that had a gate: the time between its first and its last release. */
    private static @Nullable Chart spread(Evidence evidence) {
        List<Evidence.Play> gated =
                evidence.plays().stream()
                        .filter(play -> play.history().gated().size() > 1)
                        .toList();
        if (gated.size() < 2) {
            return null;
        }
        Axis x = Axis.across(evidence.wanted());
        double most = gated.stream().mapToDouble(ExamplePage::millis).max().orElse(1);
        Axis y = Axis.up(most);
        List<Chart.Dot> met = new ArrayList<>();
        List<Chart.Dot> missed = new ArrayList<>();
        for (Evidence.Play play : gated) {
            (play.collided() ? met : missed)
                    .add(
                            new Chart.Dot(
                                    x.at(play.round() - 0.5),
                                    y.at(millis(play)),
                                    "round %d: released within %.2f ms, %s"
                                            .formatted(
                                                    play.round(),
                                                    millis(play),
                                                    play.collided() ? "met" : "did not meet")));
        }
        List<Chart.Series> series = new ArrayList<>();
        series.add(new Chart.Series("met", 1, "", met));
        if (!missed.isEmpty()) {
            series.add(new Chart.Series("did not meet", 4, "", missed));
        }
        return new Chart(
                "Milliseconds between the first and the last release, over the rounds",
                x.marks(Axis::number),
                y.marks(Axis::number),
                series,
                List.of());
    }

    private static double millis(Evidence.Play play) {
        return play.collision().spreadNanos() / 1e6;
    }
}
