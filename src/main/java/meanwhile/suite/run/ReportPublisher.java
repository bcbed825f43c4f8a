package meanwhile.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import meanwhile.proof.ProofFile;
import meanwhile.report.Site;
import meanwhile.report.data.Report;
import meanwhile.report.page.SiteContent;
import meanwhile.report.past.VerdictHistory;
import meanwhile.report.past.VerdictHistoryFile;
import meanwhile.suite.setup.FileErrors;
import meanwhile.suite.setup.SetUpException;

/**
 * Where a run's report is published, beside what was published there before.
 *
 * @param place the folder
 * @param single whether also as one file
 * @param past the verdicts of earlier runs
 */
record ReportPublisher(Path place, boolean single, VerdictHistory past) {

    /**
     * What is to be published, read before anything is played: a damaged file is found out at once.
     *
     * @throws SetUpException if what is there cannot be read
     */
    static ReportPublisher of(RunOptions options) {
        Path place = options.reports();
        try {
            return new ReportPublisher(place, options.singleFile(), VerdictHistoryFile.read(place));
        } catch (IllegalArgumentException damaged) {
            throw new SetUpException(String.valueOf(damaged.getMessage()));
        } catch (IOException unreadable) {
            throw new SetUpException("earlier verdicts cannot be read: " + unreadable.getMessage());
        }
    }

    /**
     * Writes the report.
     *
     * @param histories must have been written down as a whole
     * @throws SetUpException if it cannot be written
     */
    void write(Report report, HistoryWriter histories) {
        try {
            SiteContent edition = new SiteContent(report, past.with(report), ProofFile.read(place));
            new Site().write(edition, place);
            if (single) {
                new Site().writeSingle(edition, place);
            }
            histories.requireWhole();
        } catch (IOException unwritable) {
            throw new SetUpException(
                    "the report cannot be written to %s: %s"
                            .formatted(place, FileErrors.words(unwritable)));
        } catch (IllegalArgumentException damaged) {
            throw new SetUpException(String.valueOf(damaged.getMessage()));
        }
    }

    /** Its first page. */
    Path index() {
        return place.resolve("index.html");
    }

    /** What was written down of an example. */
    Path history(Report.Example example) {
        return place.resolve("histories").resolve(example.slug() + ".ndjson");
    }
}
