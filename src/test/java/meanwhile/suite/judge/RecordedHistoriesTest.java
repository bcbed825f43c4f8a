package meanwhile.suite.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.model.Register;
import meanwhile.report.page.Judgement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Histories from other sources with known verdicts: the folder that {@code -Dmeanwhile.histories}
 * names, judged as its README says.
 */
class RecordedHistoriesTest {
    private static final String FOLDER = System.getProperty("meanwhile.histories", "");
    private static final Pattern LINEARIZABLE =
            Pattern.compile("Linearizable among the files here: ((?:\\d+ ?)+)");

    @BeforeEach
    void theFolderIsThere() {
        assumeTrue(
                !FOLDER.isEmpty() && Files.isDirectory(Path.of(FOLDER)),
                "no recorded histories: -Dmeanwhile.histories names no folder");
    }

    @Test
    void everyRegisterHistoryIsJudgedAsKnown() throws IOException {
        Set<String> legal = linearizable();
        List<Path> files = files("etcd");
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String number = file.getFileName().toString().replaceAll("\\D", "");
            assertThat(judge("jepsen-log", file).word())
                    .as(file.toString())
                    .isEqualTo(legal.contains(number) ? "holds" : "contradicted");
        }
    }

    @Test
    void everyKeyValueHistoryIsJudgedAsKnown() throws IOException {
        List<Path> files = files("kv");
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(judge("kv-edn", file).word())
                    .as(file.toString())
                    .isEqualTo(file.toString().endsWith("-ok.txt") ? "holds" : "contradicted");
        }
    }

    @Test
    void everyContradictionHasAStoryOfFewCalls() throws IOException {
        for (Path file : files("etcd")) {
            Judgement.Story story = judge("jepsen-log", file).story();
            if (story != null) {
                assertThat(story.sentences()).hasSizeBetween(1, 25);
                assertThat(story.expected()).startsWith("Expected");
            }
        }
    }

    private static Judgement judge(String format, Path file) throws IOException {
        return Judge.of(format, null, null, Register.BUDGET, Duration.ZERO).judge(file);
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(FOLDER, kind))) {
            return files.sorted().toList();
        }
    }

    private static Set<String> linearizable() throws IOException {
        Matcher known = LINEARIZABLE.matcher(Files.readString(Path.of(FOLDER, "README.md")));
        assertThat(known.find()).as("the README names the linearizable files").isTrue();
        return new HashSet<>(List.of(known.group(1).strip().split(" ")));
    }
}
