package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what profiles can describe of APIs that differ from the reference gallery. */
class DialectsTest {
    private static final ImageId IMAGE = new ImageId("7");

    private static final Operation VOTE = new Operation.CastVote(IMAGE, VoteValue.DOWN);

    @TempDir private Path folder;

    @Test
    void aSessionMayBeACookie() throws Exception {
        String yaml =
                """
                session: {Cookie: "sid={token}"}
                operations:
                  log-in: {request: POST /login, accepted: [200], answer: {access-token: cookie sid, me: /user}}
                  read-self: {request: "GET /users/{me}", accepted: [200]}
                """;
        try (Stub stub =
                        new Stub(
                                asked ->
                                        asked.line().contains("login")
                                                ? Stub.Answer.json(200, "{\"user\": 5}")
                                                        .with("Set-Cookie", "sid=c00kie; HttpOnly")
                                                : Stub.Answer.json(
                                                        asked.header("Cookie").equals("sid=c00kie")
                                                                ? 200
                                                                : 401,
                                                        "{}"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            Operation logIn = new Operation.LogIn("ana", new Secret("pw"));
            Outcome outcome = Stub.send(gallery, "", logIn);
            Answer answer = ((Outcome.Accepted) outcome).answer();
            assertThat(((Answer.SessionOpened) answer).accessToken().reveal()).isEqualTo("c00kie");
            assertThat(Stub.send(gallery, "c00kie", new Operation.ReadSelf()).isAccepted())
                    .isTrue();
            assertThat(stub.asked()).endsWith("GET /users/5");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | {"error": {"code": 17}}        | THROTTLED
                    200 | {"error": {"code": 18}}        | OTHER
                    400 | no such cat                    | GONE
                    404 | <html>nothing here</html>      | NEVER_KNOWN
                    """)
    void errorsHaveManyForms(int status, String body, Refusal expected) throws Exception {
        String yaml =
                """
                operations: {check-health: {request: GET /x, accepted: [200]}}
                refusals:
                  - {where: /error/code, says: "17", means: throttled}
                  - {status: 200, where: /error, means: other}
                  - {matches: no such, means: gone}
                  - {status: 404, means: never-known}
                """;
        try (Stub stub = new Stub(_ -> Stub.Answer.text(status, body));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            assertThat(Stub.send(gallery, "", new Operation.CheckHealth()).isRefused(expected))
                    .isTrue();
        }
    }

    @Test
    void secretsThatAnAnswerRepeatsAreMasked() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "k3y-of-ours");
        String yaml =
                """
                secrets: {key: {from-file: "%s"}}
                headers: {X-Key: "{key}"}
                session: {Authorization: "Bearer {token}"}
                operations: {check-health: {request: GET /x, accepted: [200]}}
                """
                        .formatted(key);
        try (Stub stub =
                        new Stub(
                                asked ->
                                        Stub.Answer.text(
                                                500,
                                                "You sent "
                                                        + asked.header("X-Key")
                                                        + " and "
                                                        + asked.header("Authorization")));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            assertThat(Stub.send(gallery, "t0ken", new Operation.CheckHealth()).detail())
                    .isEqualTo("You sent ••• and Bearer •••");
        }
    }

    @Test
    void htmlWhereJsonWasDueIsSaidSo() throws Exception {
        String yaml =
                "operations: {read-image: {request: GET /x, accepted: [200], answer: {id: /id}}}";
        try (Stub stub =
                        new Stub(
                                _ ->
                                        new Stub.Answer(
                                                200,
                                                "text/html",
                                                "<html>Log in</html>",
                                                Map.of()));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            assertThat(Stub.send(gallery, "", new Operation.ReadImage(IMAGE)).detail())
                    .isEqualTo("HTML instead of JSON in: <html>Log in</html>");
        }
    }

    @Test
    void bytesAndWordsAreReadAsTheyStand() throws Exception {
        String yaml =
                """
                words: {status: {live: ready}}
                operations:
                  read-bytes: {request: GET /x, accepted: [200], answer: {base64: /data}}
                  read-image: {request: GET /x, accepted: [200], answer: {id: 'text no (\\d+)', status: /state}}
                  replace-bytes: {request: PUT /x, headers: {Content-Type: "{file-type}"}, body: "{file}", accepted: [200]}
                """;
        String body = "{\"data\": \"YWJj\", \"state\": \"live\", \"note\": \"no 42\"}";
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, body));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            assertThat(Stub.send(gallery, "", new Operation.ReadBytes(IMAGE)))
                    .isEqualTo(
                            new Outcome.Accepted(
                                    200,
                                    new Answer.BytesSeen(
                                            ImageFile.fingerprint(new byte[] {'a', 'b', 'c'}), 3)));
            assertThat(Stub.send(gallery, "", new Operation.ReadImage(IMAGE)).toString())
                    .contains("42", "READY");
            ImageFile file = ImageFile.of("a.png", "image/png", new byte[] {'x', 'y'});
            Stub.send(gallery, "", new Operation.ReplaceBytes(IMAGE, file, null));
            assertThat(stub.asked()).endsWith("PUT /x xy");
        }
    }

    @Test
    void formsHeadersAndListsAreSpoken() throws Exception {
        String yaml =
                """
                accounts: none
                operations:
                  upload-image: {request: POST /x, form: {t: "{title}", tag: "{tags}", by: "{me}"}, accepted: [201], answer: {id: 'header Location /x/(\\d+)$'}}
                  read-image: {request: GET /x, accepted: [200], answer: {id: = 7, up: count /fans, down: count /critics}}
                """;
        try (Stub stub =
                        new Stub(
                                asked ->
                                        asked.line().startsWith("POST")
                                                ? Stub.Answer.text(201, "")
                                                        .with("Location", "http://a/x/42")
                                                : Stub.Answer.json(200, "{\"fans\": [4, 5]}"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            ImageFile file = ImageFile.of("a.png", "image/png", new byte[] {'x'});
            assertThat(Stub.send(gallery, "ana", new Operation.UploadImage(file, "A & B=ü")))
                    .isEqualTo(
                            new Outcome.Accepted(201, new Answer.UploadTaken(new ImageId("42"))));
            assertThat(stub.asked()).containsExactly("POST /x by=ana&t=A%20%26%20B%3D%C3%BC");
            Outcome look = Stub.send(gallery, "ana", new Operation.ReadImage(IMAGE));
            assertThat(((Outcome.Accepted) look).answer())
                    .isEqualTo(new Answer.ImageSeen(IMAGE, null, null, 2L, null, null));
        }
    }

    @Test
    void theTargetsWordsAreSpokenAndUnderstood() throws Exception {
        String yaml =
                """
                words: {value: {like: "1", dislike: "-1"}}
                operations:
                  cast-vote: {request: "POST /images/{image}/{value}", accepted: [200], answer: {id: = 1}}
                  list-votes: {request: GET /votes, accepted: [200], answer: {items: "", id: /i, image: /i, value: /v}}
                """;
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "[{\"i\": 7, \"v\": \"dislike\"}]"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            Stub.send(gallery, "t", VOTE);
            assertThat(stub.asked()).containsExactly("POST /images/7/dislike");
            assertThat(Stub.send(gallery, "t", new Operation.ListVotes(null, 5)).toString())
                    .contains("DOWN");
        }
    }

    @Test
    void requestsAreSpacedAsTheProfileAsks() throws Exception {
        String yaml =
                """
                limits: {requests-per-second: 20, members-at-once: 3}
                operations: {check-health: {request: GET /x, accepted: [200]}}
                """;
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            long begin = System.nanoTime();
            for (int i = 0; i < 6; i++) {
                Stub.send(gallery, "", new Operation.CheckHealth());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(240));
            assertThat(gallery.mostAtOnce()).isEqualTo(3);
        }
    }
}
