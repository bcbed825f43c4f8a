package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final Client stranger = new Client(Shared.node(0), null);

    private Client.Reply session() {
        String name = "s" + UUID.randomUUID();
        stranger.post("/v1/users", Map.of("name", name, "password", "p"));
        return stranger.post("/v1/sessions", Map.of("name", name, "password", "p"));
    }

    @Test
    void ofConcurrentRefreshesOneWinsAndTheMemberKeepsAWorkingSession() {
        Client.Reply session = session();
        Callable<Client.Reply> refresh =
                () ->
                        stranger.post(
                                "/v1/sessions/refresh",
                                Map.of("refresh_token", session.text("refresh_token")));
        List<Client.Reply> replies = Client.together(Collections.nCopies(6, refresh));
        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 401)).hasSize(5);
        Optional<Client.Reply> winner =
                replies.stream().filter(reply -> reply.status() == 200).findFirst();
        String fresh = winner.orElseThrow().text("access_token");
        for (String token : List.of(fresh, session.text("access_token"))) {
            assertThat(new Client(Shared.node(1), token).get("/v1/me").status()).isEqualTo(200);
        }
    }

    @Test
    void aRetryWithTheSameKeyDoesNotRepeatTheWork() {
        Client ana = Shared.member();
        Map<String, String> headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        byte[] file = Client.png(5);
        Callable<Client.Reply> upload =
                () -> ana.form("POST", "/v1/images/upload", file, Map.of("title", "a"), headers);
        List<Client.Reply> together = Client.together(Collections.nCopies(4, upload));
        assertThat(together).allSatisfy(reply -> assertThat(reply.status()).isIn(202, 409));
        String id =
                together.stream()
                        .filter(reply -> reply.status() == 202)
                        .findFirst()
                        .orElseThrow()
                        .text("id");
        Client.Reply replayed =
                ana.at(Shared.node(1))
                        .form("POST", "/v1/images/upload", file, Map.of("title", "a"), headers);
        assertThat(replayed.status()).isEqualTo(202);
        assertThat(replayed.text("id")).isEqualTo(id);
        assertThat(replayed.header("Location")).isEqualTo("/v1/images/" + id);
        Client.Reply other =
                ana.form("POST", "/v1/images/upload", file, Map.of("title", "b"), headers);
        assertThat(other.status()).isEqualTo(422);
        assertThat(ana.get("/v1/me").json().path("images").asInt()).isEqualTo(1);
    }
}
