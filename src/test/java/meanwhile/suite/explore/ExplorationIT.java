package meanwhile.suite.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import meanwhile.report.data.FeatureText;
import meanwhile.suite.setup.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exploration of a gallery with a planted defect, and of the sound one. */
class ExplorationIT {
    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void findsWhatNobodyAskedForAndShrinksIt() throws IOException {
        int code = explore(List.of("replaced-bytes-still-charged"), Duration.ofSeconds(45));
        assertThat(code).as(said()).isEqualTo(ExitCode.CONTRADICTED);
        FeatureText found =
                FeatureText.parse(
                        "found",
                        Files.readString(folder.resolve("found-1/features/explored.feature")));
        assertThat(found).isNotNull();
        assertThat(found.examples())
                .singleElement()
                .satisfies(
                        example -> {
                            List<List<String>> rows =
                                    example.steps().stream()
                                            .flatMap(step -> step.rows().stream())
                                            .toList();
                            assertThat(rows).hasSize(2);
                            assertThat(rows.toString()).contains("replaces the picture");
                        });
        assertThat(said())
                .contains("to play it again: java")
                // A law says so, or the gallery itself, by what it does one after another.
                .containsAnyOf("the bytes of the pictures that are there", "their own account”");

        said.reset();
        explore(List.of(), Duration.ofMillis(1));
        assertThat(said()).contains("playing what was found before", "not contradicted now: ");
    }

    @Test
    void accusesNobodyWithoutReason() {
        int code = explore(List.of(), Duration.ofSeconds(15));
        assertThat(code).as(said()).isEqualTo(ExitCode.HOLDS);
        assertThat(said()).contains("0 found");
    }

    private int explore(List<String> defects, Duration time) {
        return new Exploration(
                        new ExploreOptions(
                                "reference",
                                time,
                                3,
                                3,
                                2,
                                folder,
                                folder.resolve("found"),
                                defects,
                                false),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .explore();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
