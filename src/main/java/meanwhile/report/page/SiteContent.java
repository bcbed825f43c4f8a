package meanwhile.report.page;

import meanwhile.proof.Proof;
import meanwhile.report.data.Report;
import meanwhile.report.past.VerdictHistory;
import org.jspecify.annotations.Nullable;

/**
 * All that a site is made from.
 *
 * @param report of this run
 * @param history the verdicts of earlier runs, and this one as the last
 * @param proof what planted defects showed; null if that was never measured
 */
public record SiteContent(Report report, VerdictHistory history, @Nullable Proof proof) {
    /** What became of a clause over the runs that can be compared with this one. */
    public VerdictHistory.Trend trend(String clause) {
        return history.trend(clause);
    }
}
