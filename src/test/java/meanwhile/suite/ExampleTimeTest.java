package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that no example outlasts its bound, wherever it stands, and that the next one is played.
 */
class ExampleTimeTest {
    private static final String FEATURE =
            """
            Feature: Votes
              Background:
                Given Ana has uploaded "Tabby"

              Rule: All is well
                Example: A vote
                  When at the same moment, 100000 times over:
                    | Ben   | votes up on "Tabby" |
                    | Chloe | votes up on "Tabby" |
                  Then every vote is accepted
                  And the count of "Tabby" is exactly its accepted votes

                @alone
                Example: Another example
                  When Ben votes up on "Tabby"
                  Then every vote is accepted
            """;

    @TempDir private Path folder;

    @Test
    void anExampleThatTakesTooLongIsUndecidedAndTheNextIsPlayed() throws IOException {
        try (TinyGallery gallery = new TinyGallery(_ -> null)) {
            Captured out = new Captured();
            run(out, gallery);
            assertThat(out.text())
                    .containsPattern("undecided +\\S+ A vote: held in [1-9]\\d* of 100000 rounds")
                    .containsPattern("took longer than 2 s: [1-9]\\d* of 100000 rounds played")
                    .containsPattern("holds +\\S+ Another example");
            assertThat(gallery.titles()).as("what was uploaded is deleted as usual").isEmpty();
        }
    }

    @Test
    void roundsThatWereContradictedBeforeStillCount() throws IOException {
        try (TinyGallery gallery =
                new TinyGallery(
                        asked ->
                                asked.line().endsWith("/votes")
                                        ? Stub.Answer.json(403, "{}")
                                        : null)) {
            Captured out = new Captured();
            run(out, gallery);
            assertThat(out.text()).containsPattern("contradicted +\\S+ A vote");
        }
    }

    @Test
    void aServerThatStopsAnsweringHoldsNobodyBeyondTheBound() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger votes = new AtomicInteger();
        try (TinyGallery gallery =
                new TinyGallery(
                        asked -> {
                            if (asked.line().endsWith("/votes") && votes.incrementAndGet() == 9) {
                                await(never);
                            }
                            return null;
                        })) {
            Captured out = new Captured();
            run(out, gallery);
            never.countDown();
            assertThat(out.text())
                    .containsPattern("took longer than 2 s: [1-9]\\d* of 100000 rounds played")
                    .containsPattern("holds +\\S+ Another example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0s", "90", "1h", "-3s", "1.5s", ""})
    void aTimeThatIsNoneIsRefusedInALine(String time) {
        Captured out = new Captured();
        assertThat(out.run("run", "--at-most", time)).isEqualTo(3);
        assertThat(out.text())
                .contains("--at-most")
                .contains("“" + time + "” does not fit; allowed are times like 90s and 5min")
                .hasLineCount(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Captured out, TinyGallery gallery) throws IOException {
        Files.writeString(folder.resolve("votes.feature"), FEATURE);
        Path profile = folder.resolve("tiny.yaml");
        Files.writeString(profile, gallery.profile("accounts: none"));
        out.run(
                "run",
                "--target",
                profile.toString(),
                "--features",
                folder.toString(),
                "--at-most",
                "2s",
                "--reports",
                folder.resolve("reports").toString());
    }
}
