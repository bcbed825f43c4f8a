package meanwhile.suite.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import meanwhile.report.data.FeatureText;
import meanwhile.suite.explore.Program.Strand;
import meanwhile.suite.explore.Scene.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundBeforeTest {
    private static final Scene SCENE =
            new Scene(
                    "pictures",
                    List.of("Ana has uploaded \"Tabby\""),
                    List.of(new Action("Ana", "deletes \"Tabby\"")),
                    List.of("everybody is answered in good time"));

    @TempDir private Path folder;

    @Test
    void isAFeatureThatGrowsByEachProgramOnce() throws IOException {
        FoundBefore found = new FoundBefore(folder, "src/some/shop.yaml");
        assertThat(found.isThere()).isFalse();
        found.add(program("votes up on \"Tabby\""), 20);
        found.add(program("votes up on \"Tabby\""), 20);
        found.add(program("comments on \"Tabby\""), 20);
        assertThat(found.isThere()).isTrue();
        assertThat(found.folder()).isEqualTo(folder.resolve("shop"));
        FeatureText feature =
                FeatureText.parse(
                        "found.feature", Files.readString(folder.resolve("shop/found.feature")));
        assertThat(feature).isNotNull();
        assertThat(feature.examples())
                .extracting(FeatureText.Example::name)
                .containsExactly(
                        "Ana deletes \"Tabby\" | Ben votes up on \"Tabby\"",
                        "Ana deletes \"Tabby\" | Ben comments on \"Tabby\"");
    }

    @Test
    void isKeptForEachTarget() {
        new FoundBefore(folder, "reference").add(program("votes up on \"Tabby\""), 20);
        assertThat(new FoundBefore(folder, "other").isThere()).isFalse();
        assertThat(new FoundBefore(folder, "reference").isThere()).isTrue();
    }

    private static Program program(String does) {
        return new Program(
                SCENE,
                List.of(
                        new Strand("Ana", List.of("deletes \"Tabby\"")),
                        new Strand("Ben", List.of(does))));
    }
}
