package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that writes a first profile, as a newcomer uses it. */
class TargetNewTest {
    private static final String DOCUMENT = "src/test/resources/openapi/tickets.yaml";

    private final Captured out = new Captured();
    @TempDir private Path folder;

    @Test
    void whatItWroteCanBeSpokenOfAtOnceAndWhatIsOpenIsListedWithItsLine() throws IOException {
        Path file = folder.resolve("tickets.yaml");
        assertThat(out.run("target", "new", DOCUMENT, "--output", file.toString())).isZero();
        long open = Files.readString(file).lines().filter(line -> line.contains("# ? ")).count();
        assertThat(open).isPositive();
        assertThat(out.text().lines())
                .startsWith("Left open, and marked with “# ?”: %d".formatted(open))
                .hasSize((int) open + 1)
                .anyMatch(line -> line.startsWith("  " + file + ":") && line.contains(": laws: "));
        Captured phrases = new Captured();
        assertThat(phrases.run("phrases", "--target", file.toString())).isZero();
        assertThat(phrases.text().lines()).contains("{person} gets details of {show}");
    }

    @Test
    void withoutAFileItIsPrinted() {
        assertThat(out.run("target", "new", DOCUMENT)).isZero();
        assertThat(out.text()).startsWith("# Written from").contains("\nname: \"ticket-office\"\n");
    }

    @Test
    void aFileThatExistsIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
        assertThat(out.run("target", "new", DOCUMENT, "--output", file.toString())).isEqualTo(3);
        assertThat(out.text())
                .isEqualTo(
                        "meanwhile: --output: %s exists already; give another name, or remove it\n"
                                .formatted(file));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aMistakeInTheDocumentIsOneLineAndNothingIsWritten() {
        Path file = folder.resolve("new.yaml");
        assertThat(out.run("target", "new", "pom.xml", "--output", file.toString())).isEqualTo(3);
        assertThat(out.text()).startsWith("meanwhile: pom.xml").hasLineCount(1);
        assertThat(file).doesNotExist();
        Captured folderOut = new Captured();
        assertThat(folderOut.run("target", "new", folder.toString())).isEqualTo(3);
        assertThat(folderOut.text()).contains("cannot be read").hasLineCount(1);
    }
}
