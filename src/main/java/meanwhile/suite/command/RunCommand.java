package meanwhile.suite.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import meanwhile.actors.RunContext;
import meanwhile.report.data.Report;
import meanwhile.suite.Main;
import meanwhile.suite.run.Console;
import meanwhile.suite.run.Player;
import meanwhile.suite.run.Replay;
import meanwhile.suite.run.RunOptions;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job as a program. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Plays the specification against a target and writes the report.")
public final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--target",
            description = "a target profile, by name or file (default: the embedded gallery)")
    private @Nullable String target;

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
            names = "--replay",
            description =
                    "play one example again with the seed it was played with: its history in a"
                            + " report, e.g. reports/histories/NAME.ndjson")
    private @Nullable Path replay;

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
        Replay again = replay == null ? null : Replay.of(replay);
        if (again != null && !(clauses.isEmpty() && tags.isEmpty() && seed == null)) {
            throw new SetUpException(
                    "--replay says what is played and with which seed; leave out --clause, --tags"
                            + " and --seed");
        }
        RunOptions options =
                new RunOptions(
                        target(again),
                        features,
                        clauses,
                        tags,
                        seed(again),
                        reports,
                        defects,
                        oneAfterAnother
                                ? RunContext.Manner.ONE_AFTER_ANOTHER
                                : RunContext.Manner.AT_ONCE,
                        null,
                        accepted,
                        permitted,
                        singleFile,
                        again);
        Report report = Player.play(options, new Console(System.out, onTerminal()));
        if (!report.judged()) {
            throw new SetUpException(
                    "nothing was judged: the target offers none of what was asked for");
        }
        return Main.exitCode(report);
    }

    private String target(@Nullable Replay again) {
        if (target != null) {
            return target;
        }
        return again == null ? Profiles.REFERENCE : again.target();
    }

    private long seed(@Nullable Replay again) {
        if (again != null) {
            return again.seed();
        }
        return seed == null ? new Random().nextInt(1_000_000) : seed;
    }

    @SuppressWarnings("SystemConsoleNull") // without a terminal JDK 25 returns null again
    private static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
