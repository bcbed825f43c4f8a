package meanwhile.benchmark;

import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import meanwhile.report.Site;
import meanwhile.report.Specimens;
import meanwhile.report.browser.Browser;
import meanwhile.report.page.SiteContent;

/**
 * Measures how long a report of many examples takes to write and to open, and its size, compared
 * with Cucumber's own HTML report of the same feature. Cucumber writes during the run: its time is
 * that of a whole run, whose steps do nothing, the second time.
 */
public final class ReportBenchmark {
    private static final int EXAMPLES = 10_000;

    private ReportBenchmark() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        System.setProperty("cucumber.publish.quiet", "true");
        Path folder = Files.createTempDirectory("meanwhile-report");
        SiteContent edition = Specimens.large(EXAMPLES);
        Path ours = folder.resolve("ours");
        double written = seconds(() -> new Site().write(edition, ours));
        Path feature = folder.resolve("features/r1.feature");
        Files.createDirectories(folder.resolve("features"));
        Files.writeString(feature, Specimens.feature(EXAMPLES));
        Path theirs = folder.resolve("cucumber.html");
        cucumber(feature, "html:" + theirs);
        double html = seconds(() -> cucumber(feature, "html:" + theirs));
        System.out.printf(
                "%d examples    written     size  front opens  heaviest opens%n", EXAMPLES);
        try (Browser browser = new Browser()) {
            System.out.printf(
                    "Meanwhile      %6.1f s %5.1f MB %8.2f s %12.2f s%n",
                    written,
                    megabytes(ours),
                    opens(browser, ours.resolve("index.html")),
                    opens(browser, ours.resolve("features/r1.html")));
            double opened = opens(browser, theirs);
            System.out.printf(
                    "Cucumber       %6.1f s %5.1f MB %8.2f s %12.2f s%n",
                    html, megabytes(theirs), opened, opened);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void cucumber(Path feature, String plugin) {
        byte status =
                Main.run(
                        new String[] {
                            "--glue",
                            "meanwhile.benchmark.glue",
                            "--plugin",
                            plugin,
                            feature.toString()
                        },
                        ReportBenchmark.class.getClassLoader());
        if (status != 0) {
            throw new IllegalStateException("the feature failed: " + feature);
        }
    }

    /** Returns the seconds until the page is loaded and drawn. */
    private static double opens(Browser browser, Path page) throws IOException {
        return seconds(
                () -> {
                    browser.open(page, "");
                    browser.ask("return document.body.getBoundingClientRect().height");
                });
    }

    private static double megabytes(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).mapToLong(ReportBenchmark::size).sum() / 1e6;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
