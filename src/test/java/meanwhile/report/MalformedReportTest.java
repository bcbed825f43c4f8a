package meanwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import meanwhile.check.Answers;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Latency;
import meanwhile.check.ListPaging;
import meanwhile.check.Propagation;
import meanwhile.check.UploadCompletion;
import meanwhile.check.Verdict;
import meanwhile.check.WholeHistory;
import meanwhile.driver.Malformed;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.report.page.SiteContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Tests that outcomes of damaged answers pass safely through the checkers into the report. */
class MalformedReportTest {
    private static final int ANSWERS = Integer.getInteger("jqwik.tries.default", 100_000);
    private static final int CALLS = 25;
    private static final int SHOWN = 80;

    @TempDir private Path folder;

    @Test
    void everyHistoryHasAVerdict() {
        int judged = 0;
        for (long first = 0; first < ANSWERS; first += CALLS) {
            History history = history(first);
            List<Verdict> verdicts =
                    List.of(
                            WholeHistory.explained(history, Duration.ofSeconds(1)),
                            Answers.definite(history, history, Duration.ofSeconds(1)),
                            UploadCompletion.distinct(history),
                            UploadCompletion.sameBytes(history),
                            Propagation.within(history, Duration.ofSeconds(1)),
                            ListPaging.ofVotes(history),
                            ListPaging.ofImages(history),
                            ListPaging.totals(history));
            Latency.figures(history);
            assertThat(verdicts).doesNotContainNull();
            judged += history.size();
        }
        assertThat(judged).isGreaterThanOrEqualTo(ANSWERS);
    }

    @Test
    void nothingOfItIsMarkupInTheReport() throws Exception {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < SHOWN; i++) {
            History history = history((long) i * CALLS);
            evidence.add(
                    Specimens.evidence(
                            new Verdict.Contradicted(
                                    new CounterExample("Saw", history.calls(), "Why")),
                            history.calls()));
        }
        SiteContent edition = Specimens.edition(evidence);
        new Site().write(edition, folder);
        new Site().writeSingle(edition, folder);
        int told = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (file.toString().matches(".*\\.(html|svg|md|js|xml)")) {
                    assertThat(text).as(file.toString()).doesNotContain("<script>harm", "<img");
                    assertThat(text).as(file.toString()).doesNotContain("href=\"javascript:");
                }
                if (file.toString().endsWith(".md")) {
                    assertThat(text).doesNotContain("[x](javascript:");
                }
                told += text.contains("&lt;script&gt;harm") ? 1 : 0;
            }
        }
        assertThat(told).as("pages that show what was answered").isGreaterThan(20);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("junit.xml").toFile());
        JsonMapper.shared().readTree(folder.resolve("specification.json").toFile());
    }

    private static History history(long first) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Malformed.Taken taken = Malformed.taken(first + i);
            long begun = 1_000_000L * i;
            calls.add(
                    new Call(
                            i,
                            Phase.WHEN,
                            new ActorName(i % 2 == 0 ? "Ana" : "Ben", null),
                            0,
                            false,
                            taken.operation(),
                            new Call.Times(begun, begun + 10, begun + 20, begun + 2_000_000L),
                            taken.outcome()));
        }
        return new History(calls);
    }
}
