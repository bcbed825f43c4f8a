package meanwhile.report.page;

import meanwhile.proof.Proof;
import meanwhile.report.data.Report;
import meanwhile.report.past.VerdictHistory;
import org.jspecify.annotations.Nullable;

/**
 * The data of a site: this run's report, earlier verdicts, and the measured power.
 *
 * @param report the report of this run
 * @param history the verdicts of earlier runs, and this one as the last
 * @param proof the measured power of the suite; null if it was never measured
 */
public record SiteContent(Report report, VerdictHistory history, @Nullable Proof proof) {
    /** The trend of a clause over the runs that can be compared with this one. */
    public VerdictHistory.Trend trend(String clause) {
        return history.trend(clause);
    }
}
