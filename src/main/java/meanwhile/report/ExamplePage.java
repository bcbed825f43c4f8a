package meanwhile.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.Naming;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one example shows.
 *
 * @param clause the clause that it illustrates
 * @param example the example
 * @param verdict its verdict
 * @param reason why it does not hold; null if it does
 * @param rounds a line for each play
 * @param story what contradicts the clause; null if nothing does
 * @param shown the play whose calls are drawn; null if nothing was played
 */
public record ExamplePage(
        Report.Clause clause,
        Report.Example example,
        String verdict,
        @Nullable String reason,
        List<Line> rounds,
        @Nullable Story story,
        @Nullable Drawing shown) {

    /** So many calls are drawn at the most. */
    private static final int MOST_CALLS = 150;

    /** A play in a line of a table. */
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
            Timeline timeline) {}

    /** The calls of one play. */
    public record Drawing(int round, Timeline timeline, int left) {}

    /** The page of an example that was played. */
    static ExamplePage of(Report.Clause clause, Report.Example example, Evidence evidence) {
        int index = telling(evidence);
        Verdict verdict = evidence.verdict();
        return new ExamplePage(
                clause,
                example,
                verdict.word(),
                Compiler.reason(verdict),
                lines(evidence),
                index < 0 ? null : story(evidence, index),
                index < 0 ? null : drawing(evidence, index));
    }

    /**
     * The play that tells most: the first contradicted one, else the first that met, else the
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
        Naming naming = Compiler.naming(play);
        for (Evidence.Finding finding : evidence.findings()) {
            if (finding.verdicts().get(index) instanceof Verdict.Contradicted(CounterExample why)) {
                return new Story(
                        finding.question(),
                        play.round(),
                        why.expected(),
                        why.story(naming),
                        why.conclusion(),
                        Timeline.of(why.calls(), Set.of(), naming));
            }
        }
        return null;
    }

    private static Drawing drawing(Evidence evidence, int index) {
        Evidence.Play play = evidence.plays().get(index);
        List<Call> action = play.history().in(Phase.WHEN).calls();
        List<Call> drawn = action.subList(0, Math.min(MOST_CALLS, action.size()));
        Set<Integer> highlighted = new HashSet<>();
        for (Evidence.Finding finding : evidence.findings()) {
            if (finding.verdicts().get(index) instanceof Verdict.Contradicted(CounterExample why)) {
                why.calls().forEach(call -> highlighted.add(call.number()));
            }
        }
        return new Drawing(
                play.round(),
                Timeline.of(drawn, highlighted, Compiler.naming(play)),
                action.size() - drawn.size());
    }
}
