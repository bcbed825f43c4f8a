package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Role;
import meanwhile.language.Secret;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which requests carry the session, and that an operation has the last word. */
class SessionRulesTest {
    private static final String PROFILE =
            """
            session: {Authorization: "Bearer {token}", X-Device: phone}
            operations:
              sign-up: {request: POST /users, accepted: [200], answer: {id: /id}}
              log-in: {request: POST /sessions, accepted: [200], answer: {access-token: /a, refresh-token: /r}}
              refresh-session: {request: POST /renew, session: none, json: {r: "{refresh-token}"}, accepted: [200], answer: {access-token: /a}}
              log-out: {request: POST /logout, json: {token: "{token}", refresh: "{refresh-token}"}, accepted: [200]}
              read-self: {request: GET /me, headers: {authorization: "Token {token}"}, accepted: [200]}
              read-feed: {request: GET /feed, session: none, accepted: [200], answer: {id: /id}}
              cast-vote:
                first: [{request: GET /nonce, session: none, accepted: [200]}]
                request: POST /votes
                accepted: [200]
                answer: {id: /id}
            """;

    @TempDir private Path folder;
    private final List<String> sessions = new CopyOnWriteArrayList<>();

    private Stub stub() throws Exception {
        return new Stub(
                asked -> {
                    sessions.add(asked.header("Authorization") + "|" + asked.header("X-Device"));
                    return Stub.Answer.json(
                            200, "{\"id\": 1, \"a\": \"t0ken\", \"r\": \"r3fresh\"}");
                });
    }

    private List<String> sessionsOf(String profile, Operation operation) throws Exception {
        sessions.clear();
        try (Stub stub = stub();
                HttpGallery gallery = stub.gallery(folder, profile)) {
            Stub.send(gallery, "t0ken", operation);
            return List.copyOf(sessions);
        }
    }

    @Test
    void whatAnOperationSaysItselfWins() throws Exception {
        assertThat(sessionsOf(PROFILE, new Operation.ReadSelf()))
                .containsExactly("Token t0ken|phone");
    }

    @Test
    void anOperationMaySendNoSession() throws Exception {
        assertThat(sessionsOf(PROFILE, new Operation.ReadFeed(null, 1))).containsExactly("|");
        assertThat(sessionsOf(PROFILE, new Operation.CastVote(new ImageId("1"), VoteValue.UP)))
                .containsExactly("|", "Bearer t0ken|phone");
    }

    @Test
    void whoSignsUpOrLogsInDoesNotDoSoAsAMember() throws Exception {
        Secret password = new Secret("s3cret");
        Operation signUp = new Operation.SignUp("ana", password, Role.MEMBER);
        assertThat(sessionsOf(PROFILE, signUp)).containsExactly("|");
        assertThat(sessionsOf(PROFILE, new Operation.LogIn("ana", password))).containsExactly("|");
        String said = PROFILE.replace("POST /users,", "POST /users, session: sent,");
        assertThat(sessionsOf(said, signUp)).containsExactly("Bearer t0ken|phone");
    }

    @Test
    void aLogOutMayNeedBothTokens() throws Exception {
        try (Stub stub = stub();
                HttpGallery gallery = stub.gallery(folder, PROFILE)) {
            Gallery.Sender visitor = new Gallery.Sender(0, null);
            gallery.send(visitor, new Operation.LogIn("ana", new Secret("s3cret")));
            Stub.send(gallery, "t0ken", new Operation.LogOut());
            assertThat(stub.asked())
                    .endsWith("POST /logout {\"token\":\"t0ken\",\"refresh\":\"r3fresh\"}");
        }
    }

    @Test
    void anOperationsOwnRefreshTokenComesFirst() throws Exception {
        try (Stub stub = stub();
                HttpGallery gallery = stub.gallery(folder, PROFILE)) {
            Gallery.Sender visitor = new Gallery.Sender(0, null);
            gallery.send(visitor, new Operation.LogIn("ana", new Secret("s3cret")));
            Stub.send(gallery, "t0ken", new Operation.RefreshSession(new Secret("older"), null));
            assertThat(stub.asked()).endsWith("POST /renew {\"r\":\"older\"}");
        }
    }
}
