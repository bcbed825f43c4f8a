package meanwhile.suite.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.report.Summary;
import meanwhile.report.data.Report;
import meanwhile.suite.open.OpenTarget;

/** The console output of a run: its progress and its results. */
public final class Console {
    private static final int MOST_LEFT = 20;

    /** A line on a terminal is overwritten; a log gets few lines. */
    private static final Duration LIVE_PAUSE = Duration.ofMillis(100);

    private static final Duration LOG_PAUSE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean live;
    private int done;
    private int expected;
    private long told = System.nanoTime();

    /**
     * Creates a console.
     *
     * @param out where to print
     * @param live whether a line can be overwritten, as on a terminal
     */
    public Console(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** Prints, before the run, its size, target and seed. */
    synchronized void begins(RunOptions options, OpenTarget target, int examples) {
        expected = examples;
        out.printf(
                "Meanwhile: %d examples against %s at %s, seed %d%n",
                examples, target.profile().title(), target.profile().doors(), options.seed());
        if (!options.defects().isEmpty()) {
            out.printf("  planted: %s%n", String.join(", ", options.defects()));
        }
    }

    /** Prints the result of the canary. */
    synchronized void canary(String words) {
        out.printf("Canary, a deliberately racy counter: %s%n", words);
    }

    /** Prints the progress after each round. */
    synchronized void played(int round, int of) {
        if (live && of > 1) {
            out.printf("\r  [%d/%d] round %d of %d\033[K", done + 1, expected, round, of);
            out.flush();
        }
    }

    /** Prints how long an example has taken that takes long. */
    synchronized void takesLong(String name, Duration taken, Duration limit) {
        out.printf(
                "%s  %s … %d of %d s%n",
                live ? "\r\033[K" : "", name.strip(), taken.toSeconds(), limit.toSeconds());
    }

    /** Prints the verdict of an example. */
    synchronized void ends(Evidence evidence, String name) {
        done++;
        Verdict verdict = evidence.verdict();
        out.printf(
                Locale.ROOT,
                "%s  [%d/%d] %-12s %s%s%s (%.1f s)%n",
                live ? "\r\033[K" : "",
                done,
                expected,
                verdict.word(),
                name,
                verdict instanceof Verdict.NotOffered ? "" : ": " + evidence.score(),
                evidence.repeated() == 0 ? "" : ", " + evidence.repeated() + " repeated",
                evidence.took().toMillis() / 1000.0);
        switch (verdict) {
            case Verdict.Contradicted(CounterExample why) ->
                    out.printf("         %s%n", why.expected());
            case Verdict.Undecided(String reason) -> out.printf("         %s%n", reason);
            case Verdict.NotOffered(String reason) -> out.printf("         %s%n", reason);
            case Verdict.Holds _ -> {}
        }
    }

    /** Prints that Ctrl-C was pressed. */
    synchronized void interrupted() {
        out.println();
        out.println("Interrupted: partial report");
        out.flush();
    }

    /** Prints the progress of the cleanup from time to time. */
    synchronized void swept(int deleted, int of) {
        if (System.nanoTime() - told >= (live ? LIVE_PAUSE : LOG_PAUSE).toNanos()) {
            out.printf(
                    "%s  cleaning up: %d of %d; Ctrl-C skips the rest%s",
                    live ? "\r" : "", deleted, of, live ? "\033[K" : "\n");
            out.flush();
            told = System.nanoTime();
        }
    }

    /** Prints what could not be cleaned up. */
    synchronized void left(List<String> left) {
        out.print(live ? "\r\033[K" : "");
        if (!left.isEmpty()) {
            out.println("Could not be cleaned up:");
            left.stream().limit(MOST_LEFT).forEach(one -> out.println("  " + one));
            if (left.size() > MOST_LEFT) {
                out.printf("  and %d more, which the report lists%n", left.size() - MOST_LEFT);
            }
        }
    }

    /** Prints how to repeat an example. */
    synchronized void again(Path history) {
        out.printf("  to repeat it: run --replay %s%n", history);
    }

    /** Prints a note. */
    synchronized void note(String sentence) {
        out.println(sentence);
    }

    /** Prints a summary that fits a screen. */
    synchronized void ended(Report report) {
        out.println();
        out.println(Summary.plain(report));
        out.printf(Locale.ROOT, "%s in %.1f s%n", report.verdict().word(), report.run().seconds());
    }

    /** Prints where the report is. */
    synchronized void written(Path place) {
        out.println("The report is " + place);
        out.flush();
    }
}
