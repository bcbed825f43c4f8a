package meanwhile.suite.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import meanwhile.report.data.ForeignText;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.open.ReachabilityCheck;
import meanwhile.suite.setup.ExitCode;
import meanwhile.suite.setup.SetUpException;
import meanwhile.suite.tryout.JudgeableClauses;
import meanwhile.suite.tryout.OperationProbe;
import meanwhile.target.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Commands about target profiles: checks one, or prints the schema of all. */
@Command(
        name = "target",
        mixinStandardHelpOptions = true,
        description = "Checks a target profile, or prints the schema of profiles.",
        subcommands = {TargetCommand.Check.class, TargetCommand.Schema.class})
public final class TargetCommand implements Runnable {
    @Override
    public void run() {
        throw new SetUpException("a command is missing: target check PROFILE, or target schema");
    }

    /** Prints the JSON Schema, for editors. */
    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Prints the JSON Schema of target profiles.")
    static final class Schema implements Runnable {
        @Override
        public void run() {
            System.out.print(Profiles.schema());
        }
    }

    /** Tries each operation of a target once, outside any race. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Tries each operation of a target once and shows which clauses can be judged.")
    static final class Check implements Callable<Integer> {
        @Mixin private final PermissionOption permission = new PermissionOption();

        @Parameters(paramLabel = "PROFILE", description = "a target profile, by name or file")
        private String target = "";

        @Override
        public Integer call() {
            try (OpenTarget open =
                    OpenTarget.open(
                            new OpenTarget.Request(target, List.of(), permission.given, null))) {
                ReachabilityCheck reachability =
                        new ReachabilityCheck(open.profile(), open.gallery());
                reachability.requireThere();
                List<OperationProbe.Row> rows =
                        new OperationProbe(open.profile(), open.gallery()).play();
                print(System.out, rows);
                List<JudgeableClauses.Row> clauses = JudgeableClauses.clauses(open, rows);
                printClauses(System.out, clauses);
                if (clauses.stream().noneMatch(row -> row.judged() > 0)) {
                    throw new SetUpException("no clause can be judged on this target");
                }
                return rows.stream().anyMatch(row -> row.state() == OperationProbe.State.FAILS)
                        ? ExitCode.BROKEN
                        : 0;
            }
        }

        private static void print(PrintStream out, List<OperationProbe.Row> rows) {
            for (OperationProbe.Row row : rows) {
                out.printf(
                        "  %-20s %-10s %s%n",
                        row.operation(), row.state().word(), ForeignText.terminal(row.reason()));
            }
            long works =
                    rows.stream().filter(row -> row.state() == OperationProbe.State.WORKS).count();
            out.printf("%d of %d operations work%n%n", works, rows.size());
        }

        private static void printClauses(PrintStream out, List<JudgeableClauses.Row> clauses) {
            for (JudgeableClauses.Row row : clauses) {
                out.printf(
                        Locale.ROOT,
                        "  %-5s %-14s %s%n",
                        row.clause(),
                        row.judged() == row.examples()
                                ? "can be judged"
                                : row.judged() == 0
                                        ? "not offered"
                                        : "%d of %d".formatted(row.judged(), row.examples()),
                        row.missing().isEmpty() ? "" : "lacks " + String.join(", ", row.missing()));
            }
            long judged = clauses.stream().filter(row -> row.judged() > 0).count();
            out.printf(
                    "%d of %d clauses can be judged, in whole or in part%n",
                    judged, clauses.size());
        }
    }
}
