package meanwhile.suite.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code run} and {@code prove} share. */
final class SelectionOptions {
    @Option(
            names = "--clause",
            arity = "1..*",
            description =
                    "only these clauses or scenarios, e.g. R1.2 U3; run: also own rules, by their"
                            + " ids in the report")
    List<String> clauses = List.of();

    @Option(
            names = "--seed",
            description = "seed of all random choices (default: a new one each run)")
    @Nullable Long seed;

    @Option(
            names = "--reports",
            defaultValue = "reports",
            description = "folder for the report, the trials and proof.json (default: reports)")
    Path reports = Path.of("reports");
}
