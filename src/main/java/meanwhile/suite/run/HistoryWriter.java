package meanwhile.suite.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import meanwhile.check.Evidence;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.history.RecordedPlay;
import meanwhile.report.data.Report;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was called as soon as an example ends, so that it outlives a run that is killed.
 */
final class HistoryWriter {
    private final Path reports;
    private final long seed;
    private @Nullable IOException failure;

    HistoryWriter(RunOptions options) {
        reports = options.reports();
        seed = options.seed();
    }

    /** A stream to Cucumber's messages. It never fails: what could not be written is told later. */
    OutputStream messages() {
        try {
            Files.createDirectories(reports);
            return new Patient(Files.newOutputStream(reports.resolve("cucumber-messages.ndjson")));
        } catch (IOException failed) {
            failed(failed);
            return OutputStream.nullOutputStream();
        }
    }

    /** The examples are played all the same; in the end it is told. */
    private synchronized void failed(IOException trouble) {
        failure = failure == null ? trouble : failure;
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
        HistoryHeader header =
                new HistoryHeader(
                        report.run().target(), shown.feature(), example.text().name(), seed);
        try {
            HistoryFile.write(
                    reports.resolve("histories").resolve(example.slug() + ".ndjson"),
                    header,
                    shown.plays().stream().map(HistoryWriter::recorded).toList());
        } catch (IOException failed) {
            failed(failed);
        }
    }

    private static RecordedPlay recorded(Evidence.Play play) {
        return new RecordedPlay(
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

    private final class Patient extends FilterOutputStream {
        Patient(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            attempt(() -> out.write(bytes, from, length));
        }

        @Override
        public void write(int one) {
            attempt(() -> out.write(one));
        }

        @Override
        public void flush() {
            attempt(out::flush);
        }

        @Override
        public void close() {
            attempt(out::close);
        }

        private void attempt(Attempt attempt) {
            try {
                attempt.make();
            } catch (IOException trouble) {
                failed(trouble);
            }
        }
    }

    private interface Attempt {
        void make() throws IOException;
    }
}
