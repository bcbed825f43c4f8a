package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to another host carry its own headers, and nothing that belongs to the target. */
class AddressesTest {
    private static final String PROFILE =
            """
            session: {Authorization: "Bearer {token}"}
            headers: {X-Key: "{key}"}
            secrets: {key: {from-file: %2$s}, client: {from-file: %2$s}}
            addresses: {idp: {url: "%1$s/realm", headers: {X-Client: "{client}"}}, bank: "%1$s"}
            operations:
              sign-up: {request: POST /users, accepted: [200], answer: {id: /id}}
              log-in:
                request: POST idp:/token
                form: {grant_type: password, username: "{name}", password: "{password}"}
                accepted: [200]
                answer: {access-token: /access_token, refresh-token: /refresh_token, seconds: /expires_in}
              refresh-session:
                request: POST idp:/token
                form: {grant_type: refresh_token, refresh_token: "{refresh-token}"}
                accepted: [200]
                answer: {access-token: /access_token, refresh-token: /refresh_token, seconds: /expires_in}
              read-self: {request: GET /me, accepted: [200]}
              log-out: {request: POST bank:/out, accepted: [200]}
              read-feed: {request: GET bank:/feed, headers: {X-Token: "{token}"}, accepted: [200], answer: {items: /items, id: /id}}
            """;
    private static final String TOKENS =
            "{\"access_token\": \"t0ken-1\", \"refresh_token\": \"r3fresh-1\", \"expires_in\": 60}";

    @TempDir private Path folder;
    private final List<String> there = new CopyOnWriteArrayList<>();
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();

    private static String told(Stub.Question asked) {
        return "%s %s|%s|%s|%s|%s"
                .formatted(
                        asked.line(),
                        asked.body(),
                        asked.header("Authorization"),
                        asked.header("X-Key"),
                        asked.header("X-Client"),
                        asked.header("X-Token"));
    }

    /** Sends one operation in a session of “t0ken-0”. */
    private Outcome sent(String changed, Operation operation) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "s3cret");
        try (Stub other =
                        new Stub(
                                asked -> {
                                    elsewhere.add(told(asked));
                                    return Stub.Answer.json(200, TOKENS);
                                });
                Stub target =
                        new Stub(
                                asked -> {
                                    there.add(told(asked));
                                    return Stub.Answer.json(200, "{}");
                                });
                HttpGallery gallery =
                        target.gallery(folder, changed.formatted(other.address(), key))) {
            return Stub.send(gallery, "t0ken-0", operation);
        }
    }

    @Test
    void theDoorsGetTheSessionAndTheKey() throws Exception {
        sent(PROFILE, new Operation.ReadSelf());
        assertThat(there).containsExactly("GET /me |Bearer t0ken-0|s3cret||");
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void anotherHostGetsNeither() throws Exception {
        sent(PROFILE, new Operation.LogOut());
        assertThat(there).isEmpty();
        assertThat(elsewhere).containsExactly("POST /out ||||");
    }

    @Test
    void whatARequestSaysItselfIsSent() throws Exception {
        sent(PROFILE, new Operation.ReadFeed(null, 1));
        assertThat(elsewhere).containsExactly("GET /feed ||||t0ken-0");
    }

    @Test
    void membersLogInAtAnIdentityProvider() throws Exception {
        Outcome outcome = sent(PROFILE, new Operation.LogIn("ana", new Secret("p4ss&word")));
        assertThat(elsewhere)
                .containsExactly(
                        "POST /realm/token grant_type=password&password=p4ss%26word&username=ana"
                                + "|||s3cret|");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted ->
                                assertThat(accepted.answer())
                                        .isEqualTo(
                                                new Answer.SessionOpened(
                                                        new Secret("t0ken-1"),
                                                        new Secret("r3fresh-1"),
                                                        60L)));
        assertThat(outcome.toString()).doesNotContain("p4ss");
    }

    @Test
    void aSessionIsRenewedThere() throws Exception {
        Outcome outcome =
                sent(PROFILE, new Operation.RefreshSession(new Secret("r3fresh-0"), null));
        assertThat(outcome.isAccepted()).isTrue();
        assertThat(elsewhere)
                .containsExactly(
                        "POST /realm/token"
                                + " grant_type=refresh_token&refresh_token=r3fresh-0|||s3cret|");
        assertThat(there).isEmpty();
    }

    /** A client that is lent an id and a secret logs in with them as its own. */
    @Test
    void aClientHasCredentialsOfItsOwn() throws Exception {
        String client =
                PROFILE.replace(
                                "grant_type: password, username: ",
                                "grant_type: client_credentials, client_id: ")
                        .replace("password: \"{password}\"", "client_secret: \"{password}\"");
        assertThat(sent(client, new Operation.LogIn("app", new Secret("s3"))).isAccepted())
                .isTrue();
        assertThat(elsewhere)
                .containsExactly(
                        "POST /realm/token"
                                + " client_id=app&client_secret=s3&grant_type=client_credentials"
                                + "|||s3cret|");
    }

    @Test
    void eachRequestGoesWhereItsLineSays() throws Exception {
        String requests = "first: [{request: GET bank:/x, accepted: [200]}], request: GET /me";
        sent(PROFILE.replace("request: GET /me", requests), new Operation.ReadSelf());
        assertThat(elsewhere).containsExactly("GET /x ||||");
        assertThat(there).containsExactly("GET /me |Bearer t0ken-0|s3cret||");
    }
}
