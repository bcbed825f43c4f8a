package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.history.Phase;
import meanwhile.history.RecordedPlay;
import meanwhile.history.Recorder;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import meanwhile.language.TopicKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests accepted answers whose facts repeat a session's token. */
class SecretsInFactsTest {
    private static final String TOKEN = "t0ken/of+ana";
    private static final String OTHER = "t0ken/of+ben";

    private static final String PROFILE =
            """
            operations:
              log-in: {request: POST /sessions, json: {p: "{password}"}, accepted: [200], answer: {access-token: /token, refresh-token: /refresh}}
              read-image: {request: "GET /images/{image}", accepted: [200], answer: {id: /id, status: /status, title: /title, description: /text, tags: "/tags[]"}}
              list-comments: {request: "GET /images/{image}/comments", accepted: [200], answer: {items: /all, id: /id, text: /text, next: /next}}
              list-topics: {request: "GET /{kind}", accepted: [200], answer: {items: /all, id: /id, name: /name}}
              await-news: {request: GET /news, accepted: [200], answer: {items: /all, id: /id, kind: /kind}}
            """;

    @TempDir private Path folder;

    private static String encoded() {
        return Base64.getEncoder()
                .encodeToString(("ana:" + TOKEN).getBytes(StandardCharsets.UTF_8));
    }

    private static Stub.Answer leaky(Stub.Question question) {
        String line = question.line();
        if (line.contains("/sessions")) {
            return Stub.Answer.json(
                    200, "{\"token\": \"%s\", \"refresh\": \"r-%s\"}".formatted(TOKEN, TOKEN));
        }
        if (line.contains("/comments")) {
            return Stub.Answer.json(
                    200,
                    "{\"all\": [{\"id\": \"%s-1\", \"text\": \"by %s\"}], \"next\": \"after-%s\"}"
                            .formatted(TOKEN, TOKEN, TOKEN));
        }
        if (line.contains("/images/")) {
            return Stub.Answer.json(
                    200,
                    "{\"id\": \"%s-7\", \"status\": \"ready\", \"title\": \"Tabby %s\", \"text\": \"%s\", \"tags\": [\"cute\", \"%s\"]}"
                            .formatted(TOKEN, TOKEN, encoded(), TOKEN.replace("/", "&#x2f;")));
        }
        return Stub.Answer.json(
                200,
                "{\"all\": [{\"id\": \"1\", \"name\": \"of %s\", \"kind\": \"%s\"}]}"
                        .formatted(TOKEN, TOKEN));
    }

    private static Answer answer(Gallery gallery, String token, Operation operation)
            throws Exception {
        Outcome outcome = Stub.send(gallery, token, operation);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).answer();
    }

    @Test
    void noHistoryRepeatsAToken() throws Exception {
        try (Stub stub = new Stub(SecretsInFactsTest::leaky);
                HttpGallery gallery = stub.gallery(folder, PROFILE)) {
            Recorder recorder = new Recorder(0);
            for (Operation operation :
                    List.of(
                            new Operation.ReadImage(new ImageId("7")),
                            new Operation.ListComments(new ImageId("7"), null, 10),
                            new Operation.ListTopics(TopicKind.BREED),
                            new Operation.AwaitNews(new Cursor("1"), 1))) {
                Gallery.Reply reply =
                        gallery.send(new Gallery.Sender(0, new Secret(TOKEN)), operation, null);
                assertThat(reply.outcome()).isInstanceOf(Outcome.Accepted.class);
                recorder.record(Phase.WHEN, new ActorName("Ana", null), 0, false, operation, reply);
            }
            Path file = folder.resolve("history.ndjson");
            HistoryFile.write(
                    file,
                    new HistoryHeader("stub", "feature", "example", 1L),
                    List.of(new RecordedPlay(1, 1, true, Map.of(), recorder.history())));
            assertThat(Files.readString(file))
                    .contains("Tabby " + Secret.MASK, "\"cute\"", "by " + Secret.MASK)
                    .contains("of " + Secret.MASK, Secret.MASK + "-7")
                    .doesNotContain("t0ken", encoded().substring(8), "of+ana", "&#x2f;");
        }
    }

    @Test
    void tokensStayWhatTheyAre() throws Exception {
        try (Stub stub = new Stub(SecretsInFactsTest::leaky);
                HttpGallery gallery = stub.gallery(folder, PROFILE)) {
            Operation again = new Operation.LogIn("ana", new Secret(TOKEN));
            assertThat(answer(gallery, "", again))
                    .isEqualTo(
                            new Answer.SessionOpened(
                                    new Secret(TOKEN), new Secret("r-" + TOKEN), null));
        }
    }

    @Test
    void anIdentifierIsSentBackAsItWas() throws Exception {
        try (Stub stub = new Stub(SecretsInFactsTest::leaky);
                HttpGallery gallery = stub.gallery(folder, PROFILE)) {
            ImageId seen =
                    ((Answer.ImageSeen)
                                    answer(
                                            gallery,
                                            TOKEN,
                                            new Operation.ReadImage(new ImageId("7"))))
                            .id();
            assertThat(seen.value()).isEqualTo(Secret.MASK + "-7");
            answer(gallery, TOKEN, new Operation.ReadImage(seen));
            assertThat(stub.asked().getLast()).isEqualTo("GET /images/t0ken%2Fof%2Bana-7");
            // A session that does not know the token sees the same identifier as the first one.
            assertThat(answer(gallery, OTHER, new Operation.ReadImage(seen)))
                    .isInstanceOfSatisfying(
                            Answer.ImageSeen.class,
                            image -> assertThat(image.id()).isEqualTo(seen));
        }
    }

    @Test
    void differentFactsStayDifferent() throws Exception {
        try (Stub stub =
                        new Stub(
                                question ->
                                        Stub.Answer.json(
                                                200,
                                                "{\"id\": \"i-%s\", \"status\": \"ready\"}"
                                                        .formatted(
                                                                question.header("Authorization")
                                                                        .replace("Bearer ", ""))));
                HttpGallery gallery =
                        stub.gallery(
                                folder,
                                "session: {Authorization: \"Bearer {token}\"}\n" + PROFILE)) {
            Operation look = new Operation.ReadImage(new ImageId("7"));
            Answer first = answer(gallery, TOKEN, look);
            Answer second = answer(gallery, OTHER, look);
            assertThat(first).isNotEqualTo(second).isEqualTo(answer(gallery, TOKEN, look));
            assertThat(first.toString() + second).doesNotContain("t0ken");
        }
    }

    @Test
    void whyAnAnswerDoesNotFitIsMasked() throws Exception {
        try (Stub stub =
                        new Stub(
                                _ ->
                                        Stub.Answer.json(
                                                200,
                                                "{\"id\": \"1\", \"status\": \"%s\"}"
                                                        .formatted(TOKEN)));
                HttpGallery gallery = stub.gallery(folder, PROFILE)) {
            Outcome outcome = Stub.send(gallery, TOKEN, new Operation.ReadImage(new ImageId("7")));
            assertThat(outcome).isInstanceOf(Outcome.Broken.class);
            assertThat(outcome.detail()).contains(Secret.MASK).doesNotContain("t0ken");
        }
    }
}
