package meanwhile.suite.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import meanwhile.language.Domain;
import meanwhile.report.data.ForeignText;
import meanwhile.steps.Wording;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.open.ReachabilityCheck;
import meanwhile.suite.run.FeatureFiles;
import meanwhile.suite.run.Offer;
import meanwhile.suite.run.UnofferedExamples;
import meanwhile.suite.setup.ExitCode;
import meanwhile.suite.setup.FileErrors;
import meanwhile.suite.setup.SetUpException;
import meanwhile.suite.tryout.JudgeableClauses;
import meanwhile.suite.tryout.OperationProbe;
import meanwhile.suite.tryout.TargetProbe;
import meanwhile.target.Profiles;
import meanwhile.target.openapi.NewProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about target profiles: checks one, writes a first one, or prints the schema of all. */
@Command(
        name = "target",
        mixinStandardHelpOptions = true,
        description =
                "Checks a target profile, writes a first one, or prints the schema of profiles.",
        subcommands = {
            TargetCommand.Check.class,
            TargetCommand.New.class,
            TargetCommand.Schema.class
        })
public final class TargetCommand implements Runnable {
    @Override
    public void run() {
        throw new SetUpException(
                "a command is missing: target check PROFILE, target new DOCUMENT, or target"
                        + " schema");
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

    /** Writes a first profile from the description of an API. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description =
                    "Writes a first profile from an OpenAPI 3 document, and lists what that leaves"
                            + " open.")
    static final class New implements Runnable {
        @Parameters(paramLabel = "DOCUMENT", description = "an OpenAPI 3 document, JSON or YAML")
        private String document = "";

        @Option(
                names = "--output",
                description = "the file to write; it must not exist (default: standard output)")
        private @Nullable Path output;

        @Override
        public void run() {
            NewProfile profile = NewProfile.from(document);
            if (output == null) {
                System.out.print(profile.yaml());
            } else {
                write(output, profile.yaml());
            }
            String file = output == null ? "line " : output + ":";
            PrintStream list = output == null ? System.err : System.out;
            list.println("Left open, and marked with “# ?”: %d".formatted(profile.open().size()));
            profile.open()
                    .forEach(
                            open ->
                                    list.println(
                                            ForeignText.terminal(
                                                    "  %s%d: %s"
                                                            .formatted(
                                                                    file,
                                                                    open.line(),
                                                                    open.sentence()))));
        }

        private static void write(Path file, String yaml) {
            try {
                Files.writeString(file, yaml, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException there) {
                throw new SetUpException(
                        "--output: %s exists already; give another name, or remove it"
                                .formatted(file));
            } catch (IOException failed) {
                throw new SetUpException(
                        "--output: cannot be written: " + FileErrors.words(failed));
            }
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

        @Option(
                names = "--features",
                description =
                        "a folder of features: shows what its examples need that the target does"
                                + " not offer (default: built-in)")
        private @Nullable Path features;

        @Override
        public Integer call() {
            FeatureFiles files = FeatureFiles.in(features);
            Domain domain = OpenTarget.domain(target, features);
            files.proofread(Wording.of(domain));
            try (OpenTarget open =
                    OpenTarget.open(
                            new OpenTarget.Request(target, List.of(), permission.given, null))) {
                ReachabilityCheck reachability =
                        new ReachabilityCheck(open.profile(), open.gallery());
                reachability.requireThere();
                List<OperationProbe.Row> rows = TargetProbe.rows(open.profile(), open.gallery());
                print(System.out, rows);
                Offer offer = Offer.of(open.profile(), there(rows));
                if (features != null || open.profile().declared().domain().isEmpty()) {
                    tell(files, offer, domain);
                }
                return rows.stream().anyMatch(row -> row.state() == OperationProbe.State.FAILS)
                        ? ExitCode.BROKEN
                        : 0;
            }
        }

        /** Tells what of the features can be played; of a domain alone there are none. */
        private void tell(FeatureFiles files, Offer offer, Domain domain) {
            if (features == null) {
                printClauses(System.out, JudgeableClauses.clauses(offer));
            }
            UnofferedExamples unoffered =
                    UnofferedExamples.of(files.features(), _ -> true, offer, Wording.of(domain));
            printUnoffered(System.out, unoffered);
            if (unoffered.unoffered() == unoffered.examples()) {
                throw new SetUpException("no example can be played on this target");
            }
        }

        /** The operations that answer, and those that are bound but were not tried. */
        private static Set<String> there(List<OperationProbe.Row> rows) {
            return rows.stream()
                    .filter(
                            row ->
                                    switch (row.state()) {
                                        case WORKS, REFUSED, NOT_TRIED -> true;
                                        case MISSING, FAILS -> false;
                                    })
                    .map(OperationProbe.Row::operation)
                    .collect(Collectors.toSet());
        }

        private static void print(PrintStream out, List<OperationProbe.Row> rows) {
            for (OperationProbe.Row row : rows) {
                out.printf(
                        "  %-20s %-10s %s%n",
                        row.operation(), row.state().word(), ForeignText.terminal(row.reason()));
            }
            long refused = count(rows, OperationProbe.State.REFUSED);
            out.printf(
                    "%d of %d operations work%s%n%n",
                    count(rows, OperationProbe.State.WORKS),
                    rows.size(),
                    refused == 0 ? "" : ", %d refused what was tried".formatted(refused));
        }

        private static long count(List<OperationProbe.Row> rows, OperationProbe.State state) {
            return rows.stream().filter(row -> row.state() == state).count();
        }

        private static void printUnoffered(PrintStream out, UnofferedExamples unoffered) {
            out.printf(
                    "%n%d of %d examples can be played%n",
                    unoffered.examples() - unoffered.unoffered(), unoffered.examples());
            if (unoffered.unoffered() > 0) {
                out.println("The others need what this target does not offer:");
                unoffered.groups().forEach(group -> out.println("  " + group));
            }
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
