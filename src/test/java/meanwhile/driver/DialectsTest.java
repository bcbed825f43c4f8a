package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import meanwhile.target.Profile.RateHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What profiles can say of APIs that are unlike the reference gallery. */
class DialectsTest {
    private static final ImageId IMAGE = new ImageId("7");
    private static final Operation VOTE = new Operation.CastVote(IMAGE, VoteValue.DOWN);
    private static final String READ_THEN_WRITE =
            """
            accounts: none
            operations:
              cast-vote:
                first:
                  - request: POST /votes
                    json: {image: "{image:number}", by: "{me}"}
                    accepted: [201]
                    answer: {vote: /id}
                  - {request: "GET /images/{image}", accepted: [200], answer: {up: /up, down: /down}}
                request: PUT /images/{image}
                json: {up: "{up + up-vote}", down: "{down + down-vote}", "last-{direction}": true}
                accepted: [200]
                answer: {id: "= {vote}"}
            refusals: [{status: 404, means: gone}]
            """;

    @TempDir private Path folder;

    @Test
    void aSequenceFeedsWhatWasAnsweredIntoTheNextRequest() throws Exception {
        try (Stub stub =
                        new Stub(
                                asked ->
                                        asked.line().startsWith("POST")
                                                ? Stub.Answer.json(201, "{\"id\": 12}")
                                                : Stub.Answer.json(200, "{\"up\":3,\"down\":4}"));
                HttpGallery gallery = stub.gallery(folder, READ_THEN_WRITE)) {
            assertThat(Stub.send(gallery, "ana", VOTE))
                    .isEqualTo(
                            new Outcome.Accepted(
                                    200, new Answer.VoteTaken(new VoteId("12"), null)));
            assertThat(stub.asked())
                    .containsExactly(
                            "POST /votes {\"image\":7,\"by\":\"ana\"}",
                            "GET /images/7",
                            "PUT /images/7 {\"up\":3,\"down\":5,\"last-down\":true}");
        }
    }

    @Test
    void aRefusalAfterSomethingChangedIsNoRefusal() throws Exception {
        try (Stub stub =
                        new Stub(
                                asked ->
                                        asked.line().startsWith("POST")
                                                ? Stub.Answer.json(201, "{\"id\": 12}")
                                                : Stub.Answer.json(404, "{}"));
                HttpGallery gallery = stub.gallery(folder, READ_THEN_WRITE)) {
            assertThat(Stub.send(gallery, "ana", VOTE)).isInstanceOf(Outcome.Broken.class);
            assertThat(stub.asked()).hasSize(2);
        }
    }

    @Test
    void whatAnOperationSaysIsNotLeftOutInSilence() throws Exception {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"));
                HttpGallery gallery = stub.gallery(folder, READ_THEN_WRITE)) {
            Operation conditional = new Operation.CastVote(IMAGE, VoteValue.UP, 3L);
            assertThatThrownBy(() -> Stub.send(gallery, "ana", conditional))
                    .isInstanceOf(NotOffered.class)
                    .hasMessage("stub has no place for the version in cast-vote");
            assertThat(stub.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"page,?n=1,2,?n=2", "page from 0,?n=0,1,?n=1", "offset,?n=0,2,?n=2"})
    void pagesAreCounted(String form, String first, String next, String second) throws Exception {
        String parameter = form.equals("offset") ? "offset" : "page";
        String yaml =
                """
                operations:
                  list-images:
                    request: GET /images
                    query: {n: "{%s}"}
                    accepted: [200]
                    answer: {items: /results, id: /id, next: %s}
                """
                        .formatted(parameter, form);
        try (Stub stub =
                        new Stub(
                                asked ->
                                        Stub.Answer.json(
                                                200,
                                                asked.line().endsWith(first)
                                                        ? "{\"results\":[{\"id\":1},{\"id\":2}]}"
                                                        : "{\"results\":[{\"id\":3}]}"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            Answer.ImagesListed one = listed(gallery, null);
            assertThat(one.next()).isEqualTo(new Cursor(next));
            assertThat(listed(gallery, one.next()).next()).isNull();
            assertThat(stub.asked()).containsExactly("GET /images" + first, "GET /images" + second);
        }
    }

    private static Answer.ImagesListed listed(HttpGallery gallery, @Nullable Cursor after)
            throws Exception {
        Outcome outcome = Stub.send(gallery, "t", new Operation.ListImages(after, 2));
        return (Answer.ImagesListed) ((Outcome.Accepted) outcome).answer();
    }

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
                    .isEqualTo("HTML where JSON was due in: <html>Log in</html>");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -           | Retry-After         | 7                             | 7
                    -           | Retry-After         | Tue, 24 Nov 2026 10:00:30 GMT | 30
                    -           | RateLimit           | "default";r=0;t=30            | -
                    DRAFT_10    | RateLimit           | "default";r=0;t=30            | 30
                    DRAFT_06    | RateLimit-Reset     | 12                            | 12
                    X_RATELIMIT | X-RateLimit-Reset   | 1795514410                    | 10
                    X_RATELIMIT | X-RateLimit-Reset   | 5                             | 5
                    CAT_API     | Retry-After-Seconds | 32.112                        | 33
                    CAT_API     | RateLimit-Reset     | 2026-11-24T10:00:04.500Z      | 5
                    CAT_API     | RateLimit-Reset     | soon                          | -
                    """)
    void eachDialectSaysWhenToComeBack(
            RateHeaders dialect, String name, String value, Long seconds) {
        Response response = new Response(429, Map.of(name, List.of(value)), new byte[0]);
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(RetryAdvice.wait(response, dialect, now))
                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
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

    /** The server's pages have two, whatever one asks for: one with two is full. */
    @Test
    void aPageIsNoLargerThanTheProfileSays() throws Exception {
        String yaml =
                """
                limits: {page-size: 2}
                operations:
                  list-images: {request: GET /x, query: {page: "{page}", n: "{limit}"}, accepted: [200], answer: {items: "", id: /id, next: page}}
                """;
        try (Stub stub =
                        new Stub(
                                asked ->
                                        Stub.Answer.json(
                                                200,
                                                asked.line().contains("page=1")
                                                        ? "[{\"id\":1},{\"id\":2}]"
                                                        : "[{\"id\":3}]"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            Answer first = answered(gallery, null);
            assertThat(((Answer.ImagesListed) first).next()).isEqualTo(new Cursor("2"));
            assertThat(((Answer.ImagesListed) answered(gallery, new Cursor("2"))).next()).isNull();
            assertThat(stub.asked()).containsExactly("GET /x?n=2&page=1", "GET /x?n=2&page=2");
        }
    }

    private static Answer answered(HttpGallery gallery, @Nullable Cursor after) throws Exception {
        Outcome outcome = Stub.send(gallery, "t", new Operation.ListImages(after, 50));
        return ((Outcome.Accepted) outcome).answer();
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
