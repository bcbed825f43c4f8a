package meanwhile.report;

import meanwhile.proof.Proof;
import meanwhile.report.past.VerdictHistory;
import org.jspecify.annotations.Nullable;

/**
 * All that an edition of the site is made from.
 *
 * @param report of this run
 * @param past earlier runs, and this one as the last
 * @param proof what planted defects showed; null if that was never measured
 */
public record SiteContent(Report report, VerdictHistory past, @Nullable Proof proof) {
    /** What became of a clause over the runs that can be compared with this one. */
    public VerdictHistory.Trend trend(String clause) {
        return past.trend(clause);
    }
}
