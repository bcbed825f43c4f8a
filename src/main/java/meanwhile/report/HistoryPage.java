package meanwhile.report;

import java.util.List;
import meanwhile.report.past.Past;

/**
 * The verdicts of the last runs.
 *
 * @param runs those that can be compared, the oldest first, not too many for a page
 * @param lines a clause each
 */
public record HistoryPage(List<Past.Run> runs, List<Line> lines) {
    private static final int MOST = 30;

    /**
     * A clause over these runs.
     *
     * @param words one verdict for each run, "not judged" where there was none
     * @param since since when the last one stands; empty if not known
     */
    public record Line(Report.Clause clause, List<String> words, Past.Kind kind, String since) {}

    static HistoryPage of(Edition edition) {
        List<Past.Run> runs = edition.past().comparable();
        int left = Math.max(0, runs.size() - MOST);
        return new HistoryPage(
                runs.subList(left, runs.size()),
                edition.report().clauses().stream()
                        .map(clause -> line(clause, edition.trend(clause.id()), left))
                        .toList());
    }

    private static Line line(Report.Clause clause, Past.Trend trend, int left) {
        return new Line(
                clause,
                trend.verdicts().stream()
                        .skip(left)
                        .map(word -> word == null ? "not judged" : word)
                        .toList(),
                trend.kind(),
                FrontPage.since(trend));
    }
}
