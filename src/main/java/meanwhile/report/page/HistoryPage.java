package meanwhile.report.page;

import java.util.List;
import meanwhile.report.data.Report;
import meanwhile.report.past.VerdictHistory;

/**
 * The verdicts of the last runs.
 *
 * @param tables one for each target, that of this run first
 */
public record HistoryPage(List<Table> tables) {
    private static final int MOST = 30;
    private static final String NOT_JUDGED = "not judged";

    /**
     * The runs that can be compared with each other.
     *
     * @param target its name, and what was planted in it
     * @param runs the oldest first, limited to what fits a page
     * @param lines one for each clause that any of them judged
     */
    public record Table(String target, List<VerdictHistory.Run> runs, List<Line> lines) {}

    /**
     * A clause over these runs.
     *
     * @param words one verdict for each run, "not judged" where there was none
     * @param last the last of them; empty if there was none in the last run
     * @param since since when the last verdict has stood; empty if not known
     */
    public record Line(
            Report.Clause clause,
            List<String> words,
            VerdictHistory.Kind kind,
            String last,
            String since) {}

    /** The page of earlier runs. */
    public static HistoryPage of(SiteContent content) {
        return new HistoryPage(
                content.history().apart().stream()
                        .map(history -> table(history, content.report().promises()))
                        .toList());
    }

    private static Table table(VerdictHistory history, List<Report.Clause> clauses) {
        List<VerdictHistory.Run> runs = history.runs();
        int left = Math.max(0, runs.size() - MOST);
        return new Table(
                name(runs.getLast()),
                runs.subList(left, runs.size()),
                clauses.stream()
                        .map(clause -> line(clause, history.trend(clause.id()), left))
                        .filter(line -> line.words().stream().anyMatch(w -> !w.equals(NOT_JUDGED)))
                        .toList());
    }

    private static String name(VerdictHistory.Run run) {
        return run.planted().isEmpty()
                ? run.target()
                : run.target() + " with " + String.join(", ", run.planted());
    }

    private static Line line(Report.Clause clause, VerdictHistory.Trend trend, int left) {
        List<String> words =
                trend.verdicts().stream()
                        .skip(left)
                        .map(word -> word == null ? NOT_JUDGED : word)
                        .toList();
        String since = FrontPage.since(trend);
        return new Line(clause, words, trend.kind(), since.isEmpty() ? "" : words.getLast(), since);
    }
}
