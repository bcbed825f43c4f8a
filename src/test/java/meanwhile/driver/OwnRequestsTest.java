package meanwhile.driver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.filter.log.LogDetail;
import io.restassured.filter.log.RequestLoggingFilter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step of a team's own may do with REST Assured, and what its answers mean. */
class OwnRequestsTest {
    private static final Gallery.Sender ANA = new Gallery.Sender(0, new Secret("ana"));
    private static final OwnRequest NAMED =
            new OwnRequest("asks", "asks", Map.of(), List.of(), Map.of(), Map.of());

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();

    @TempDir private Path folder;

    private interface Use {
        void with(RequestSpecification given, Stub stub);
    }

    private void play(Stub.Replies replies, OwnRequest request, Use use) throws IOException {
        try (Stub stub = new Stub(replies);
                HttpGallery gallery =
                        stub.gallery(
                                folder,
                                """
                                accounts: none
                                headers: {X-Reader: "{me}"}
                                refusals: [{status: 409, where: /error, says: taken, means: duplicate}]
                                operations: {}
                                """)) {
            use.with(
                    gallery.ownRequests()
                            .given(
                                    ANA,
                                    request,
                                    (operation, exchange) -> {
                                        operations.add(operation.getClass().getSimpleName());
                                        outcomes.add(exchange.play(null).outcome());
                                    }),
                    stub);
        }
    }

    private List<String> seen(Use use) throws IOException {
        List<String> seen = new ArrayList<>();
        play(
                question -> {
                    seen.add(question.line());
                    seen.add("Authorization: " + question.header("Authorization"));
                    seen.add("Cookie: " + question.header("Cookie"));
                    seen.add("Content-Type: " + question.header("Content-Type"));
                    seen.add("X-Reader: " + question.header("X-Reader"));
                    seen.add(question.body());
                    return Stub.Answer.json(200, "{\"lines\": 3}")
                            .with("Set-Cookie", "seen=yes; Path=/");
                },
                NAMED,
                use);
        return seen;
    }

    @Test
    void theRequestCarriesWhatTheProfileAndTheStepSay() throws IOException {
        assertThat(
                        seen(
                                (given, _) ->
                                        given.auth()
                                                .preemptive()
                                                .basic("ana", "secret")
                                                .cookie("a", "1")
                                                .cookie("b", "2")
                                                .queryParam("page", 2)
                                                .pathParam("note", "a b")
                                                .contentType(ContentType.JSON)
                                                .body(Map.of("text", "Über"))
                                                .put("/notes/{note}")))
                .containsExactly(
                        "PUT /notes/a%20b?page=2",
                        "Authorization: Basic YW5hOnNlY3JldA==",
                        "Cookie: a=1; b=2",
                        "Content-Type: application/json",
                        "X-Reader: ana",
                        "{\"text\":\"Über\"}");
        assertThat(operations).containsExactly("DeclaredWrite");
    }

    @Test
    void aPasswordThatWouldBeAskedForIsSentAtOnce() throws IOException {
        assertThat(seen((given, _) -> given.auth().basic("ana", "secret").get("/notes")))
                .contains("Authorization: Basic YW5hOnNlY3JldA==");
        assertThat(seen((given, _) -> given.auth().oauth2("t0ken").get("/notes")))
                .contains("Authorization: Bearer t0ken");
        assertThatThrownBy(
                        () ->
                                seen(
                                        (given, _) ->
                                                given.auth()
                                                        .ntlm("a", "b", "c", "d")
                                                        .get("/notes")))
                .hasMessageContaining("needs more than one request");
        assertThat(operations).containsExactly("DeclaredRead", "DeclaredRead");
    }

    @Test
    void formsAreSentAsRestAssuredWouldSendThem() throws IOException {
        Use form = (given, _) -> given.formParam("a", "1", "2").formParam("b", "ä &").post("/x");
        List<String> ours = seen(form);
        assertThat(ours)
                .contains("Content-Type: application/x-www-form-urlencoded")
                .endsWith("a=1&a=2&b=%C3%A4+%26");
        assertThat(ours.getFirst()).isEqualTo("POST /x");
        assertThat(
                        seen(
                                (given, _) ->
                                        given.body(
                                                        new ByteArrayInputStream(
                                                                "raw"
                                                                        .getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))
                                                .post("/x")))
                .contains("Content-Type: application/octet-stream", "raw");
        assertThat(
                        seen((given, _) ->
                                        given.multiPart("t", "text")
                                                .multiPart(
                                                        new MultiPartSpecBuilder("{}")
                                                                .controlName("j")
                                                                .mimeType("application/json")
                                                                .build())
                                                .multiPart("f", "f.txt", new byte[] {65})
                                                .post("/x"))
                                .getLast())
                .contains("name=\"t\"", "\r\ntext\r\n")
                .contains("name=\"j\"", "Content-Type: application/json")
                .contains("filename=\"f.txt\"", "\r\nA\r\n");
    }

    @Test
    void filtersLoggingAndValidationOfRestAssuredWork() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(log, true, StandardCharsets.UTF_8);
        CookieFilter cookies = new CookieFilter();
        List<String> seen =
                seen(
                        (given, stub) -> {
                            Response answer =
                                    given.filter(new RequestLoggingFilter(LogDetail.URI, stream))
                                            .filter(cookies)
                                            .get("/notes");
                            answer.then()
                                    .statusCode(200)
                                    .contentType(ContentType.JSON)
                                    .cookie("seen", "yes")
                                    .body("lines", equalTo(3));
                            assertThat(answer.time()).isNotNegative();
                            assertThatThrownBy(() -> answer.then().body("lines", equalTo(4)))
                                    .isInstanceOf(AssertionError.class);
                            // The same cookie filter, in a request of its own.
                            given().filter(cookies).get(stub.address() + "/again");
                        });
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("/notes");
        assertThat(seen).contains("Cookie: seen=yes");
    }

    private Outcome outcome(Stub.Answer answer, OwnRequest request) throws IOException {
        play(_ -> answer, request, (given, _) -> given.body("x").put("/notes/1"));
        return outcomes.removeLast();
    }

    @Test
    void answersMeanWhatTheStepTheProfileOrHttpSays() throws IOException {
        OwnRequest table =
                new OwnRequest(
                        "writes",
                        "writes",
                        Map.of(),
                        List.of(200, 404),
                        Map.of(412, "changed meanwhile", 423, "not ready"),
                        Map.of("lines", "/lines", "ids", "/notes[]/id"));
        assertThat(
                        outcome(
                                Stub.Answer.json(
                                        200,
                                        "{\"lines\": 3, \"notes\": [{\"id\": 1}, {\"id\": 2}]}"),
                                table))
                .isEqualTo(
                        new Outcome.Accepted(
                                200,
                                new Answer.DeclaredSeen(
                                        Map.of("lines", "3"), Map.of("ids", List.of("1", "2")))));
        assertThat(outcome(Stub.Answer.json(200, "{}"), table)).isInstanceOf(Outcome.Broken.class);
        assertThat(outcome(Stub.Answer.json(412, "{}"), table))
                .extracting(Outcome::describe)
                .isEqualTo("is told: changed meanwhile");
        assertThat(outcome(Stub.Answer.json(423, "{}"), table).isRefused(Refusal.NOT_READY))
                .isTrue();
        Stub.Answer taken = Stub.Answer.json(409, "{\"error\": \"taken\"}");
        assertThat(outcome(taken, NAMED).isRefused(Refusal.DUPLICATE)).isTrue();
        assertThat(outcome(Stub.Answer.json(409, "{}"), NAMED).isRefused(Refusal.OTHER)).isTrue();
        assertThat(outcome(Stub.Answer.json(404, "{}"), NAMED).isRefused(Refusal.NEVER_KNOWN))
                .isTrue();
        assertThat(outcome(Stub.Answer.json(204, ""), NAMED).isAccepted()).isTrue();
        for (int status : List.of(302, 408, 500, 503)) {
            assertThat(outcome(Stub.Answer.json(status, "{}"), NAMED))
                    .isInstanceOf(Outcome.Broken.class);
        }
    }

    @Test
    void whatHasNoAnswerIsUnknownAndEndsTheStep() {
        assertThatThrownBy(
                        () ->
                                play(
                                        question -> {
                                            question.exchange().close();
                                            return null;
                                        },
                                        NAMED,
                                        (given, _) -> given.put("/notes/1")))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(OwnRequests.NoAnswer.class);
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void theStepsOwnTokenIsMaskedInTheReport() throws IOException {
        OwnRequest telling =
                new OwnRequest(
                        "reads", "reads", Map.of(), List.of(), Map.of(), Map.of("you", "/you"));
        play(
                _ -> Stub.Answer.json(200, "{\"you\": \"s3cret-t0ken\"}"),
                telling,
                (given, _) -> given.auth().oauth2("s3cret-t0ken").get("/me"));
        assertThat(outcomes.getFirst().toString()).doesNotContain("s3cret-t0ken");
        assertThat(telling.operation("HEAD")).isInstanceOf(Operation.DeclaredRead.class);
    }
}
