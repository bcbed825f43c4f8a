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
import meanwhile.report.data.ForeignText;
import meanwhile.report.data.Report;
import meanwhile.suite.open.OpenTarget;

/** The console output of a run: its progress and its results. */
public final class Console {
    private static final int MOST_LEFT = 20;
    private static final String DETAIL = "         ";

    /** A line on a terminal is overwritten; a log gets few lines. */
    private static final Duration LIVE_PAUSE = Duration.ofMillis(100);

    private static final Duration LOG_PAUSE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final TextLines lines;
    private final boolean live;
    private final long began = System.nanoTime();
    private int done;
    private int expected;
    private long told = System.nanoTime();

    private Console(PrintStream out, TextLines lines, boolean live) {
        this.out = out;
        this.lines = lines;
        this.live = live;
    }

    /** A terminal of this width: lines are wrapped, and a line can be overwritten. */
    public static Console live(PrintStream out, int width) {
        return new Console(out, new TextLines(width), true);
    }

    /** A log. */
    public static Console log(PrintStream out) {
        return new Console(out, TextLines.UNWRAPPED, false);
    }

    /** Prints a line whose text others may have written. */
    private void line(String label, String text) {
        lines.of(ForeignText.terminal(label), ForeignText.terminal(text)).forEach(out::println);
        out.flush();
    }

    /** Prints, with the time since the start, what the run does before the first example. */
    synchronized void stage(String words) {
        double seconds = (System.nanoTime() - began) / 1e9;
        line(String.format(Locale.ROOT, "  %4.1f s  ", seconds), words);
    }

    /** Prints, before the run, its size, target and seed. */
    synchronized void begins(RunOptions options, OpenTarget target, int examples) {
        expected = examples;
        line(
                "Meanwhile: ",
                "%d examples against %s at %s, seed %d"
                        .formatted(
                                examples,
                                target.profile().title(),
                                target.profile().doors(),
                                options.seed()));
        if (!options.defects().isEmpty()) {
            line("  planted: ", String.join(", ", options.defects()));
        }
    }

    /** Prints the result of the canary. */
    synchronized void canary(String words) {
        line("Canary, a deliberately racy counter: ", words);
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
        overwrite();
        line(
                "  [%d/%d] %-12s ".formatted(done, expected, verdict.word()),
                String.format(
                        Locale.ROOT,
                        "%s%s%s (%.1f s)",
                        name,
                        verdict instanceof Verdict.NotOffered ? "" : ": " + evidence.score(),
                        evidence.repeated() == 0 ? "" : ", " + evidence.repeated() + " repeated",
                        evidence.took().toMillis() / 1000.0));
        switch (verdict) {
            case Verdict.Contradicted(CounterExample why) -> line(DETAIL, why.expected());
            case Verdict.Undecided(String reason) -> line(DETAIL, reason);
            case Verdict.NotOffered(String reason) -> line(DETAIL, reason);
            case Verdict.Holds _ -> {}
        }
    }

    private void overwrite() {
        out.print(live ? "\r\033[K" : "");
    }

    /** Prints that Ctrl-C was pressed. */
    synchronized void interrupted() {
        out.println();
        line("", "Interrupted: partial report");
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
        list("Could not be cleaned up:", left);
    }

    /** Prints what the target asked of others that is part of no verdict. */
    synchronized void unjudged(List<String> unjudged) {
        list("Heard elsewhere, and part of no verdict:", unjudged);
    }

    private void list(String title, List<String> all) {
        overwrite();
        if (!all.isEmpty()) {
            line("", title);
            all.stream().limit(MOST_LEFT).forEach(one -> line("  ", one));
            if (all.size() > MOST_LEFT) {
                line("  ", "and %d more, which the report lists".formatted(all.size() - MOST_LEFT));
            }
        }
    }

    /** Prints the command that repeats an example, in one line to copy. */
    synchronized void again(String command) {
        out.println("  to repeat it: " + command);
        out.flush();
    }

    /** Prints a note. */
    synchronized void note(String sentence) {
        line("", sentence);
    }

    /** Prints the verdicts of all promises, their numbers, and the verdict of the run. */
    synchronized void ended(Report report) {
        list("Rows of the contract that no call met:", report.run().unmet());
        out.println();
        for (Summary.Line one : Summary.lines(report)) {
            line(one.label(), one.details());
        }
        line("  ", Summary.counts(report));
        line(
                "",
                String.format(
                        Locale.ROOT,
                        "%s in %.1f s",
                        report.verdict().word(),
                        report.run().seconds()));
    }

    /** Prints where the report is. */
    synchronized void written(Path place) {
        line("", "The report is " + place);
    }
}
