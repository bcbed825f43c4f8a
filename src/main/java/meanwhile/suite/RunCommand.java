package meanwhile.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import meanwhile.actors.Theatre;
import meanwhile.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job as a program. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Plays the specification against a target and writes the report.")
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--target",
            defaultValue = "reference",
            description = "a target profile, by name or file (default: the embedded gallery)")
    private String target = "reference";

    @Option(
            names = "--features",
            description = "a folder of features (default: those that come along)")
    private @Nullable Path features;

    @Option(
            names = "--clause",
            arity = "1..*",
            description = "only these clauses or scenarios, e.g. R1.2 U3")
    private List<String> clauses = List.of();

    @Option(
            names = "--tags",
            defaultValue = "",
            description = "only examples with these tags, e.g. '@U1 and not @U1.3'")
    private String tags = "";

    @Option(
            names = "--seed",
            description = "of all data that the run makes up (default: by chance)")
    private @Nullable Long seed;

    @Option(
            names = "--reports",
            defaultValue = "reports",
            description = "where to write (default: reports)")
    private Path reports = Path.of("reports");

    @Option(
            names = "--defect",
            arity = "1..*",
            description = "plant these defects in the embedded gallery")
    private List<String> defects = List.of();

    @Option(
            names = "--one-after-another",
            description = "play no races: shows which faults need none")
    private boolean oneAfterAnother;

    @Option(
            names = "--accepted",
            description = "a file of contradictions that are known and accepted for a while")
    private @Nullable Path accepted;

    @Option(
            names = "--i-may-test-this-target",
            description = "needed for a target that is not on this machine")
    private boolean permitted;

    @Option(
            names = "--single-file",
            description = "also write the report as one file to send by mail: report.html")
    private boolean singleFile;

    @Override
    public Integer call() {
        RunOptions options =
                new RunOptions(
                        target,
                        features,
                        clauses,
                        tags,
                        seed == null ? new Random().nextInt(1_000_000) : seed,
                        reports,
                        defects,
                        oneAfterAnother ? Theatre.Manner.ONE_AFTER_ANOTHER : Theatre.Manner.AT_ONCE,
                        null,
                        accepted,
                        permitted,
                        singleFile);
        Report report = Player.play(options, new Console(System.out, onTerminal()));
        if (!report.judged()) {
            throw new SetUpException(
                    "nothing was judged: the target offers none of what was asked for");
        }
        return Main.exitCode(report);
    }

    @SuppressWarnings("SystemConsoleNull") // without a terminal JDK 25 returns null again
    private static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
