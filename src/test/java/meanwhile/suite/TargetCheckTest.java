package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import meanwhile.driver.Stub;
import meanwhile.report.data.SpecificationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests the output of {@code target check}, and the messages before a run that could judge nothing.
 */
class TargetCheckTest {
    private static final String MEMBERS =
            """
            session: {Cookie: "sid={token}"}
            operations:
              sign-up: {request: POST /users, form: {name: "{name}"}, accepted: [201], answer: {id: = x}}
              log-in: {request: POST /login, form: {name: "{name}"}, accepted: [200], answer: {access-token: cookie sid}}
              list-images: {request: GET /images, accepted: [200], answer: {items: "", id: /id}}
            refusals: [{status: 401, means: not-signed-in}]
            """;

    @TempDir private Path folder;

    @Test
    void everyOperationAndEveryClauseHasALine() throws IOException {
        try (TinyGallery gallery =
                new TinyGallery(
                        asked ->
                                asked.line().endsWith("/votes")
                                        ? Stub.Answer.text(500, "Traceback\n  line 7")
                                        : null)) {
            Captured out = new Captured();
            int exit = out.run("target", "check", profile(gallery.profile("accounts: none")));
            assertThat(exit).as(out.text()).isEqualTo(3);
            assertThat(out.text())
                    .containsPattern("upload-image +works")
                    .containsPattern(
                            "cast-vote +fails .*500.*Traceback line 7.*tiny.yaml, line \\d+")
                    .containsPattern(
                            "withdraw-vote +not tried .*needs the result of an earlier operation")
                    .containsPattern("add-favourite +missing")
                    .containsPattern("R1.2 +not offered +lacks .*cast-vote")
                    .containsPattern("U3.1 +4 of 5 +lacks a target that detects damaged pictures")
                    .containsPattern("\\d+ of %d clauses can be judged".formatted(clauses()));
            assertThat(gallery.titles()).as("what was tried is deleted again").isEmpty();
        }
    }

    private static final String SEATS =
            """
            Feature: Seats
              Background:
                Given Ana has uploaded "Tabby"

              @R1.2
              Rule: Votes count
                Example: A vote
                  When Ben votes up on "Tabby"
                  Then every vote is accepted

                Example: A double tap
                  When Ben votes up on "Tabby"
                  And Ben votes up on "Tabby"
                  Then Ben has exactly one vote on "Tabby"

              Rule: Things can be found
                Example: A search
                  When Ben makes "Tabby" a favourite
                  Then Ben has "Tabby" among his favourites exactly once
            """;

    @Test
    void whatTheExamplesOfAFolderNeedIsShownByWhatIsMissing() throws IOException {
        Files.writeString(folder.resolve("seats.feature"), SEATS);
        try (TinyGallery gallery = new TinyGallery(_ -> null)) {
            String profile = profile(gallery.profile("accounts: none"));
            Captured out = new Captured();
            int exit = out.run("target", "check", profile, "--features", folder.toString());
            assertThat(exit).as(out.text()).isZero();
            assertThat(out.text())
                    .contains(
                            """
                            1 of 3 examples can be played
                            The others need what this target does not offer:
                            """)
                    .contains("  add-favourite: 1 (“Things can be found” × 1)\n")
                    .contains("  list-votes: 1 (R1.2 × 1)\n")
                    .contains(
                            "  a target that counts a member once, however often they vote on an"
                                    + " image: 1 (R1.2 × 1)\n")
                    .doesNotContain("U3.1");
            Captured run = new Captured();
            run.run(
                    "run",
                    "--target",
                    profile,
                    "--features",
                    folder.toString(),
                    "--reports",
                    reports());
            assertThat(run.text())
                    .contains("2 of 3 examples are not offered by this target. Needed: ")
                    .contains("add-favourite (1)");
            assertThat(run.text().indexOf("are not offered"))
                    .as("said before anything is played")
                    .isLessThan(run.text().indexOf("[1/3]"));
        }
    }

    @Test
    void aFolderOfWhichNothingCanBePlayedIsABrokenSetUp() throws IOException {
        Files.writeString(
                folder.resolve("seats.feature"),
                SEATS.replaceAll("(?s)@R1.2.*(?=Rule: Things)", ""));
        try (TinyGallery gallery = new TinyGallery(_ -> null)) {
            Captured out = new Captured();
            String profile = profile(gallery.profile("accounts: none"));
            assertThat(out.run("target", "check", profile, "--features", folder.toString()))
                    .isEqualTo(3);
            assertThat(out.text()).endsWith("meanwhile: no example can be played on this target\n");
        }
    }

    private static int clauses() throws IOException {
        return SpecificationText.parse(Files.readString(Path.of("features/specification.md")))
                .clauses()
                .size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    302 | text/html        | Moved        | it redirects to /sign-in, as to a login page
                    200 | text/html        | <html>Hello  | HTML instead of JSON
                    200 | application/json | {}           | no “access-token” at “cookie sid”
                    401 | application/json | {}           | is asked to log in
                    """)
    void aLogInThatIsNoneIsOneMessage(int status, String type, String body, String reason)
            throws IOException {
        try (Stub stub =
                new Stub(
                        asked ->
                                asked.line().equals("POST /users")
                                        ? Stub.Answer.json(201, "{}")
                                        : new Stub.Answer(
                                                status,
                                                type,
                                                body,
                                                Map.of("Location", "/sign-in?token=x")))) {
            Captured out = new Captured();
            int exit = out.run("run", "--target", members(stub), "--reports", reports());
            assertThat(exit).as(out.text()).isEqualTo(3);
            assertThat(out.text())
                    .containsOnlyOnce(
                            "meanwhile: target mine accepts no new member: Ana logs in and ")
                    .contains(reason)
                    .contains("log-in: profile ")
                    .contains("tiny.yaml, line 6")
                    .doesNotContain("token=x");
            assertThat(stub.asked()).as("nothing more is tried").hasSize(2);
        }
    }

    @Test
    void aListThatSendsVisitorsToALogInIsSaidSo() throws IOException {
        try (Stub stub =
                new Stub(_ -> Stub.Answer.text(302, "").with("Location", "http://a/sign-in?x=1"))) {
            Captured out = new Captured();
            String feed =
                    "operations: {read-feed: {request: GET /images, accepted: [200], answer:"
                            + " {items: \"\", id: /id}}}";
            String profile =
                    profile("name: mine\ndoors: [\"%s\"]\n%s".formatted(stub.address(), feed));
            assertThat(out.run("run", "--target", profile, "--reports", reports())).isEqualTo(3);
            assertThat(out.text())
                    .contains("redirects to http://a/sign-in, as to a login page")
                    .contains("add {status: 302, means: not-signed-in} to refusals")
                    .containsOnlyOnce("meanwhile: ");
        }
    }

    @Test
    void aSessionThatNobodyTakesIsOneMessage() throws IOException {
        try (Stub stub =
                new Stub(
                        asked ->
                                asked.line().startsWith("POST")
                                        ? Stub.Answer.json(
                                                        asked.line().endsWith("users") ? 201 : 200,
                                                        "{}")
                                                .with("Set-Cookie", "sid=1")
                                        : Stub.Answer.json(401, "{}"))) {
            Captured out = new Captured();
            int exit = out.run("run", "--target", members(stub), "--reports", reports());
            assertThat(exit).as(out.text()).isEqualTo(3);
            assertThat(out.text())
                    .contains("target mine rejects the session that it has just issued")
                    .contains("list-images: profile ")
                    .contains("1 members, which no operation of the profile deletes");
        }
    }

    private String members(Stub stub) throws IOException {
        return profile("name: mine\ndoors: [\"%s\"]\n%s".formatted(stub.address(), MEMBERS));
    }

    private String profile(String yaml) throws IOException {
        return Files.writeString(folder.resolve("tiny.yaml"), yaml).toString();
    }

    private String reports() {
        return folder.resolve("reports").toString();
    }
}
