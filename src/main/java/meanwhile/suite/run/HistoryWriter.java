package meanwhile.suite.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import meanwhile.check.Evidence;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.history.RecordedPlay;
import meanwhile.report.data.Report;
import org.jspecify.annotations.Nullable;

/** Writes the calls of an example as soon as it ends, so that they outlive a run that is killed. */
final class HistoryWriter {
    private final Path reports;
    private final long seed;
    private @Nullable IOException failure;

    HistoryWriter(RunOptions options) {
        reports = options.reports();
        seed = options.seed();
    }

    /**
     * Returns a stream for Cucumber's messages. It never fails: write errors are reported at the
     * end.
     */
    OutputStream messages() {
        try {
            Files.createDirectories(reports);
            return new Patient(Files.newOutputStream(reports.resolve("cucumber-messages.ndjson")));
        } catch (IOException failed) {
            failed(failed);
            return OutputStream.nullOutputStream();
        }
    }

    /**
     * Remembers the first write error: the examples go on, and the error is reported at the end.
     */
    private synchronized void failed(IOException trouble) {
        failure = failure == null ? trouble : failure;
    }

    /** Writes an example's histories: one file for each of its pages, with the same name. */
    synchronized void record(String target, List<Report.Example> pages, Evidence shown) {
        pages.forEach(page -> write(target, page, shown));
    }

    private void write(String target, Report.Example example, Evidence shown) {
        HistoryHeader header =
                new HistoryHeader(target, shown.feature(), example.text().name(), seed);
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
     * Requires that everything was written.
     *
     * @throws IOException the first write error
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
