package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.driver.Stub;
import meanwhile.suite.Captured;
import meanwhile.suite.TinyGallery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that a run created on a target is deleted again, whatever happened, and nothing else.
 */
class CleanupTest {
    private static final TinyGallery.Mischief HONEST = _ -> null;

    @TempDir private Path folder;

    @BeforeEach
    void ourOwnFeature() throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve("features")).resolve("ours.feature"),
                """
                Feature: Votes
                  @R1.2
                  Rule: Votes count

                    Example: Two votes
                      Given Ana has uploaded "Tabby"
                      When Ben votes up on "Tabby"
                      And Chloe votes up on "Tabby"
                      Then every vote is accepted
                      And the count of "Tabby" is exactly its accepted votes
                """);
    }

    @Test
    void afterASuccessNothingIsLeftAndNothingElseIsGone() throws IOException {
        try (TinyGallery gallery = new TinyGallery(HONEST)) {
            gallery.has("Somebody's own");
            Said said = run(gallery, "accounts: none");
            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(gallery.titles()).containsExactly("Somebody's own");
            assertThat(gallery.asked()).anyMatch(line -> line.matches("DELETE /images/2/votes/3"));
            assertThat(said.text()).doesNotContain("Could not be cleaned up");
        }
    }

    @Test
    void afterAContradictionNothingIsLeft() throws IOException {
        try (TinyGallery gallery =
                new TinyGallery(
                        asked ->
                                asked.line().matches("GET /images/\\d+")
                                        ? Stub.Answer.json(
                                                200, "{\"id\": 1, \"votes\": [], \"title\": \"x\"}")
                                        : null)) {
            Said said = run(gallery, "accounts: none");
            assertThat(said.exit()).as(said.text()).isEqualTo(1);
            assertThat(said.text()).contains("Expected at least 2 votes up, saw 0");
            assertThat(gallery.titles()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2999-12-31, 0, accepted until 2999-12-31: known",
        "2020-01-31, 1, ended on 2020-01-31: known"
    })
    void whatIsAcceptedDoesNotFailARunUntilItsLastDay(String until, int exit, String told)
            throws IOException {
        Path accepted =
                Files.writeString(
                        folder.resolve("accepted.yaml"),
                        "- {clause: R1.2, reason: known, until: %s, target: tiny}\n"
                                .formatted(until));
        try (TinyGallery gallery =
                new TinyGallery(
                        asked ->
                                asked.line().endsWith("/votes")
                                        ? Stub.Answer.text(403, "no votes today")
                                        : null)) {
            Said said = run(gallery, "accounts: none", "--accepted", accepted.toString());
            assertThat(said.exit()).as(said.text()).isEqualTo(exit);
            assertThat(said.text() + Files.readString(folder.resolve("reports/specification.json")))
                    .contains(told);
        }
    }

    /** The image exists, and its id is unknown: its title shows whose it is. */
    @Test
    void anUploadThatIsAnsweredWithGarbageIsFoundAndDeleted() throws IOException {
        try (TinyGallery gallery =
                new TinyGallery(
                        asked ->
                                asked.line().equals("POST /images")
                                        ? Stub.Answer.text(200, "<html>Well done!</html>")
                                        : null)) {
            gallery.has("Somebody's own");
            Said said = run(gallery, "accounts: none");
            assertThat(said.exit()).as(said.text()).isEqualTo(2);
            assertThat(gallery.titles()).containsExactly("Somebody's own");
        }
    }

    @Test
    void votesThatAreAnsweredWithGarbageAreNamed() throws IOException {
        try (TinyGallery gallery =
                new TinyGallery(
                        asked ->
                                asked.line().endsWith("/votes")
                                        ? Stub.Answer.text(500, "Traceback")
                                        : null)) {
            Said said = run(gallery, "accounts: none");
            assertThat(gallery.titles()).isEmpty();
            assertThat(said.text()).contains("2 additions without a clear answer");
        }
    }

    /**
     * Happens where an operation consists of several requests, and a later one finds its image
     * gone.
     */
    @Test
    void whatIsGoneAfterABrokenAnswerIsNotLeft() throws IOException {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        try (TinyGallery gallery =
                new TinyGallery(
                        question ->
                                question.line().contains("/votes/") && asked.add(question.line())
                                        ? Stub.Answer.text(500, "done, and then something broke")
                                        : null)) {
            Said said = run(gallery, "accounts: none");
            assertThat(asked).hasSize(2);
            assertThat(said.text()).doesNotContain("Could not be cleaned up");
        }
    }

    @Test
    void whatCannotBeDeletedIsNamed() throws IOException {
        try (TinyGallery gallery =
                new TinyGallery(
                        asked ->
                                asked.line().startsWith("DELETE")
                                        ? Stub.Answer.text(403, "nothing is ever deleted")
                                        : null)) {
            Said said = run(gallery, "accounts: none");
            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(said.text())
                    .contains("Could not be cleaned up:")
                    .contains("2 votes, because whoever deletes them is not allowed to")
                    .contains("1 images, because whoever deletes them is not allowed to");
            assertThat(Files.readString(folder.resolve("reports/index.html")))
                    .contains("2 votes, because whoever deletes them is not allowed to");
        }
    }

    @Test
    void lentAccountsActUnderTheirOwnNamesAndKeepWhatTheyHad() throws IOException {
        try (TinyGallery gallery = new TinyGallery(HONEST)) {
            gallery.has("Their own");
            Said said = run(gallery, lent("anja", "bernd", "carla", "dora"));
            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(gallery.titles()).containsExactly("Their own");
            assertThat(gallery.asked()).anyMatch(line -> line.contains("\"by\":\"anja\""));
            assertThat(said.text()).doesNotContain("s3cret").doesNotContain("members, which");
        }
    }

    @Test
    void tooFewLentAccountsAreSaidSo() throws IOException {
        try (TinyGallery gallery = new TinyGallery(HONEST)) {
            Said said = run(gallery, lent("anja", "bernd"));
            assertThat(said.exit()).as(said.text()).isEqualTo(3);
            assertThat(said.text())
                    .contains(
                            "the profile lends 2 accounts, each to one name", "would need one more")
                    .contains("nothing was judged");
            assertThat(gallery.titles()).isEmpty();
        }
    }

    /** Members with a key each: there is no log-in, and each request carries the key. */
    private String lent(String... logins) throws IOException {
        StringBuilder members = new StringBuilder("session: {X-Key: \"{token}\"}\nmembers:\n");
        for (String login : logins) {
            Path key = Files.writeString(folder.resolve(login), "s3cret-of-" + login);
            members.append("  - {login: %s, password-from-file: \"%s\"}\n".formatted(login, key));
        }
        return members.toString();
    }

    private record Said(int exit, String text) {}

    private Said run(TinyGallery gallery, String more, String... options) throws IOException {
        Path profile = Files.writeString(folder.resolve("tiny.yaml"), gallery.profile(more));
        Captured out = new Captured();
        List<String> arguments = new ArrayList<>(List.of("run", "--target", profile.toString()));
        arguments.addAll(List.of("--features", folder.resolve("features").toString()));
        arguments.addAll(List.of("--reports", folder.resolve("reports").toString()));
        arguments.addAll(List.of(options));
        int exit = out.run(arguments.toArray(String[]::new));
        return new Said(exit, out.text());
    }
}
