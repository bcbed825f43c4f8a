package meanwhile.suite.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import meanwhile.actors.Effort;
import meanwhile.actors.RunContext;
import meanwhile.report.data.Report;
import meanwhile.report.data.RunVerdict;
import meanwhile.suite.run.Console;
import meanwhile.suite.run.Player;
import meanwhile.suite.run.Replay;
import meanwhile.suite.run.RunOptions;
import meanwhile.suite.setup.ExitCode;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the specification against a target. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the specification against a target and writes the report.")
public final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec command = CommandSpec.create();
    @Mixin private final SelectionOptions selection = new SelectionOptions();
    @Mixin private final PermissionOption permission = new PermissionOption();

    @Option(
            names = "--target",
            description = "a target profile, by name or file (default: the embedded gallery)")
    private @Nullable String target;

    @Option(names = "--features", description = "a folder of features (default: built-in)")
    private @Nullable Path features;

    @Option(
            names = "--tags",
            defaultValue = "",
            description = "only examples with these tags, e.g. '@U1 and not @U1.3'")
    private String tags = "";

    @Option(
            names = "--replay",
            description =
                    "repeat one example with its original seed, given its history in a"
                            + " report, e.g. reports/histories/NAME.ndjson")
    private @Nullable Path replay;

    @Option(
            names = "--defect",
            arity = "1..*",
            description = "plant these defects in the embedded gallery")
    private List<String> defects = List.of();

    @Option(
            names = "--one-after-another",
            description =
                    "send all calls one after another, which reveals faults that need no race")
    private boolean oneAfterAnother;

    @Option(
            names = "--accepted",
            description = "a file of known contradictions that are accepted until a date")
    private @Nullable Path accepted;

    @Option(
            names = "--specification",
            paramLabel = "FILE",
            description =
                    "a specification of your own, in the form of features/specification.md, with"
                            + " ids of any scheme (default: the gallery's, or none where the"
                            + " target declares a domain)")
    private @Nullable Path specification;

    @Option(
            names = "--single-file",
            description = "also write the report as one file, for mailing: report.html")
    private boolean singleFile;

    @Option(
            names = "--at-most",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "how long an example may take, like 90s or 5min (default: 5min)")
    private Duration atMost = RunOptions.LONG;

    @Option(
            names = "--effort",
            paramLabel = "HOW",
            converter = EffortConverter.class,
            description =
                    "how often races are tried: quick (a fifth of the rounds), normal or thorough"
                            + " (four times as many; default: normal)")
    private Effort effort = Effort.NORMAL;

    @Override
    public Integer call() {
        Replay again = replay == null ? null : Replay.of(replay);
        if (again != null
                && !(selection.clauses.isEmpty() && tags.isEmpty() && selection.seed == null)) {
            throw new SetUpException(
                    "--replay sets the example and the seed; leave out --clause, --tags"
                            + " and --seed");
        }
        RunOptions options =
                new RunOptions(
                        target(again),
                        features,
                        specification,
                        selection.clauses,
                        tags,
                        seed(again),
                        selection.reports,
                        defects,
                        oneAfterAnother
                                ? RunContext.Manner.ONE_AFTER_ANOTHER
                                : RunContext.Manner.AT_ONCE,
                        null,
                        accepted,
                        permission.given,
                        singleFile,
                        again,
                        atMost,
                        effort);
        Report report = Player.play(options, console());
        if (report.verdict() == RunVerdict.NOTHING_JUDGED) {
            throw new SetUpException(
                    "nothing was judged: the target cannot run any of the selected examples");
        }
        return ExitCode.of(report);
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
        return selection.seed == null ? new Random().nextInt(1_000_000) : selection.seed;
    }

    private Console console() {
        return onTerminal() ? Console.live(System.out, terminalWidth()) : Console.log(System.out);
    }

    /** As Picocli finds it out for its help. */
    private int terminalWidth() {
        return command.commandLine().setUsageHelpAutoWidth(true).getUsageHelpWidth();
    }

    @SuppressWarnings("SystemConsoleNull") // without a terminal JDK 25 returns null again
    private static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
