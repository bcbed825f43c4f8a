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
 * Publishes a run's report next to the earlier ones.
 *
 * @param place the folder
 * @param single whether it is also written as one file
 * @param past the verdicts of earlier runs
 */
record ReportPublisher(Path place, boolean single, VerdictHistory past) {

    /**
     * Reads the earlier verdicts before the run, so that a damaged file is found at once.
     *
     * @throws SetUpException if they cannot be read
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
     * @param histories must have been written completely
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

    /** The first page of the report. */
    Path index() {
        return place.resolve("index.html");
    }

    /** The history file of an example. */
    Path history(Report.Example example) {
        return place.resolve("histories").resolve(example.history() + ".ndjson");
    }
}
