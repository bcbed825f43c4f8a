package meanwhile.suite.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import meanwhile.suite.explore.Exploration;
import meanwhile.suite.explore.ExploreOptions;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explores a target without a question in mind. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = {
            "Draws small programs of what people do at the same moment, plays them, and judges what"
                    + " must always be true. What is contradicted is shrunk and written as an"
                    + " example."
        })
public final class ExploreCommand implements Callable<Integer> {
    private static final double SECONDS = 60;

    @Mixin private final PermissionOption permission = new PermissionOption();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "how long to go on drawing (default: 10)")
    private double minutes;

    @Option(names = "--seed", description = "seed of the programs (default: a new one)")
    private @Nullable Long seed;

    @Option(
            names = "--target",
            defaultValue = Profiles.REFERENCE,
            description = "a target profile, by name or file (default: the embedded gallery)")
    private String target = Profiles.REFERENCE;

    @Option(
            names = "--against",
            paramLabel = "PROFILE",
            description =
                    "another target: what is drawn is also played one after another on both, and"
                            + " what they do not answer alike is listed as a question")
    private @Nullable String against;

    @Option(
            names = "--actors",
            paramLabel = "A",
            defaultValue = "4",
            description =
                    "how many members or devices act in a program at most, 2 to 4 (default: 4)")
    private int actors;

    @Option(
            names = "--length",
            paramLabel = "L",
            defaultValue = "2",
            description = "how many things each of them does at most, 1 to 4 (default: 2)")
    private int length;

    @Option(
            names = "--reports",
            defaultValue = "reports",
            description =
                    "what is found goes into the folder explore in this one (default: reports)")
    private Path reports = Path.of("reports");

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "what was found before is played first from this folder, and what is found is"
                            + " added to it (default: the folder found in that of the reports)")
    private @Nullable Path keep;

    @Option(
            names = "--defect",
            arity = "1..*",
            description = "plant these defects in the embedded gallery")
    private List<String> defects = List.of();

    @Override
    public Integer call() {
        if (!(minutes > 0)) {
            throw new SetUpException(
                    "--minutes: %s does not fit; it must be more than 0".formatted(minutes));
        }
        return new Exploration(
                        new ExploreOptions(
                                target,
                                against,
                                Duration.ofMillis(Math.round(minutes * SECONDS * 1000)),
                                seed == null ? new Random().nextInt(1_000_000) : seed,
                                actors,
                                length,
                                reports.resolve("explore"),
                                keep == null ? reports.resolve("found") : keep,
                                defects,
                                permission.given),
                        System.out)
                .explore();
    }
}
