package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import meanwhile.actors.RunContext;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.steps.ExampleScheduler;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that what a run does beside playing grows with the number of its examples, and not with its
 * square.
 */
class ManyExamplesTest {
    /** {@code -Dmeanwhile.examples=20000} for a run as large as any. */
    private static final int MANY = Integer.getInteger("meanwhile.examples", 4_000);

    private static final int IN_A_RULE = 10;
    private static final int IN_A_FILE = 100;
    private static final int TIMES = 4;
    private static final Console SILENT =
            Console.log(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @TempDir private Path folder;

    @Test
    void fourTimesAsManyExamplesTakeNotMuchMoreThanFourTimesAsLong() throws IOException {
        Path few = examples("few", MANY / TIMES);
        Path many = examples("many", MANY);
        everythingButPlaying(few);
        assertThat(fastest(many)).as("nanoseconds").isLessThan(2 * TIMES * fastest(few));
    }

    @Test
    void examplesThatDisturbNobodyNeedFewThreads() throws IOException {
        RunOptions options = options(examples("few", MANY / TIMES));
        assertThat(RunInputs.read(options, List.of(), SILENT).scheduler(options).threads())
                .as("each thread costs Cucumber all step definitions once more")
                .isLessThan(50);
    }

    private static long fastest(Path features) {
        return LongStream.range(0, 3).map(_ -> everythingButPlaying(features)).min().orElseThrow();
    }

    /** Returns how long it took. */
    private static long everythingButPlaying(Path features) {
        long begun = System.nanoTime();
        RunOptions options = options(features);
        RunInputs inputs = RunInputs.read(options, List.of(), SILENT);
        Profile profile = new Profiles().find(Profiles.REFERENCE);
        assertThat(inputs.unoffered(Offer.of(profile)).examples())
                .isEqualTo(inputs.features().examples());
        assertThat(inputs.scheduler(options).threads()).isPositive();
        RunFindings findings = new RunFindings(options, profile, inputs);
        for (ExampleScheduler.Announced example : inputs.selection().examples()) {
            Evidence evidence = evidence(example.place());
            findings.add(evidence);
            assertThat(findings.pages(evidence)).hasSize(1);
        }
        return System.nanoTime() - begun;
    }

    private static RunOptions options(Path features) {
        return new RunOptions(
                Profiles.REFERENCE,
                features,
                List.of(),
                "",
                7,
                features.resolve("reports"),
                List.of(),
                RunContext.Manner.AT_ONCE);
    }

    private static Evidence evidence(String place) {
        int colon = place.lastIndexOf(':');
        return new Evidence(
                place.substring(0, colon),
                Integer.parseInt(place.substring(colon + 1)),
                false,
                1,
                List.of(),
                List.of(),
                new Verdict.Undecided("not played"),
                Duration.ZERO);
    }

    private Path examples(String name, int number) throws IOException {
        Path features = Files.createDirectories(folder.resolve(name));
        for (int file = 0; file < number / IN_A_FILE; file++) {
            StringBuilder text = new StringBuilder("Feature: Number %d\n".formatted(file));
            for (int example = 0; example < IN_A_FILE; example++) {
                if (example % IN_A_RULE == 0) {
                    text.append("\n  @R1.2\n  Rule: Rule %d\n".formatted(example));
                }
                text.append(
                        """

                            Example: Example %d
                              Given Ana has uploaded "Cat %d of %d"
                              When Ben votes up on "Cat %d of %d"
                              Then every vote is accepted
                        """
                                .formatted(example, example, file, example, file));
            }
            Files.writeString(features.resolve(file + ".feature"), text);
        }
        return features;
    }
}
