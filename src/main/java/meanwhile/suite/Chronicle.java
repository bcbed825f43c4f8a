package meanwhile.suite;

import java.io.IOException;
import java.nio.file.Path;
import meanwhile.check.Evidence;
import meanwhile.history.HistoryFile;
import meanwhile.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was called as soon as an example ends, so that it outlives a run that is killed.
 */
final class Chronicle {
    private final Path folder;
    private final long seed;
    private @Nullable IOException failure;

    Chronicle(RunOptions options) {
        folder = options.reports().resolve("histories");
        seed = options.seed();
    }

    /** Writes an example's histories: one file for each of its clauses, named as its page. */
    synchronized void record(Report report, Evidence shown) {
        for (Report.Clause clause : report.clauses()) {
            for (Report.Example example : clause.examples()) {
                Evidence other = example.evidence();
                if (other != null
                        && other.feature().equals(shown.feature())
                        && other.line() == shown.line()) {
                    write(report, example, shown);
                }
            }
        }
    }

    private void write(Report report, Report.Example example, Evidence shown) {
        HistoryFile.Header header =
                new HistoryFile.Header(
                        report.facts().target(), shown.feature(), example.text().name(), seed);
        try {
            HistoryFile.write(
                    folder.resolve(example.slug() + ".ndjson"),
                    header,
                    shown.plays().stream().map(Chronicle::recorded).toList());
        } catch (IOException failed) {
            // The others are played all the same; in the end it is told.
            failure = failure == null ? failed : failure;
        }
    }

    private static HistoryFile.Play recorded(Evidence.Play play) {
        return new HistoryFile.Play(
                play.round(), play.attempt(), play.collided(), play.names(), play.history());
    }

    /**
     * Asks whether all that was recorded is there.
     *
     * @throws IOException why it is not
     */
    synchronized void requireWhole() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
