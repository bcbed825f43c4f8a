package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of an example in a domain that is no gallery. */
class DomainReportTest {
    private final Captured out = new Captured();
    @TempDir private Path folder;

    private int play(int times) throws IOException {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"))) {
            return new DomainPlay(folder, out)
                    .run(
                            """
                            name: desks
                            doors: ["%s"]
                            accounts: none
                            promises: {propagation: 0 s}
                            domain:
                              operations:
                                take: {phrase: "takes a desk", noun: lease, request: POST /desks, accepted: [200]}
                            """
                                    .formatted(stub.address()),
                            """
                            When at the same moment, %d times over:
                              | Ana | takes a desk |
                              | Ben | takes a desk |
                            Then every lease is accepted
                            """
                                    .formatted(times));
        }
    }

    @Test
    void aStepThatFailsByItselfSaysWhy() throws IOException {
        assertThat(play(0)).as(out.text()).isIn(2, 3);
        assertThat(Files.readString(folder.resolve("reports/specification.json")))
                .contains("“at the same moment, 0 times over:” failed: at least 1 time over, not 0")
                .doesNotContain("a step of the example failed");
    }

    @Test
    void theTimelineSpeaksOfNoGallery() throws IOException {
        assertThat(play(2)).as(out.text()).isZero();
        try (Stream<Path> pages = Files.list(folder.resolve("reports/examples"))) {
            assertThat(pages.filter(page -> page.toString().endsWith(".html")))
                    .singleElement()
                    .satisfies(
                            page ->
                                    assertThat(Files.readString(page))
                                            .contains("only the server had the call")
                                            .doesNotContain("the gallery had"));
        }
    }
}
