package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MembersTest {
    private final Client stranger = new Client(Shared.node(0), null);

    @Test
    void aNameIsTakenOnceAndARoleIsNotChosen() {
        String name = "n" + UUID.randomUUID();
        Map<String, String> body = Map.of("name", name, "password", "p", "role", "administrator");
        Client.Reply first = stranger.post("/v1/users", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("role")).isEqualTo("member");
        Client.Reply second = stranger.post("/v1/users", body);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("name-taken");
        Client.Reply wrong = stranger.post("/v1/sessions", Map.of("name", name, "password", "q"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(stranger.post("/v1/users", Map.of("name", name)).status()).isEqualTo(422);
    }

    @Test
    void aSessionThatEndedIsRefusedEverywhere() {
        Client ana = Shared.member();
        assertThat(ana.get("/v1/me").status()).isEqualTo(200);
        assertThat(ana.delete("/v1/sessions/current").status()).isEqualTo(204);
        for (int k = 0; k < 2; k++) {
            Client.Reply refused = ana.at(Shared.node(k)).get("/v1/me");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text("code")).isEqualTo("not-signed-in");
        }
        assertThat(stranger.get("/v1/me").status()).isEqualTo(401);
        assertThat(new Client(Shared.node(0), "nonsense").get("/v1/me").status()).isEqualTo(401);
    }

    @Test
    void everyErrorIsAProblem() {
        Client ana = Shared.member();
        assertProblem(stranger.get("/nowhere"), 404, "unknown");
        assertProblem(ana.put("/v1/me", Map.of()), 405, "unsupported");
        assertProblem(
                ana.send(
                        "POST",
                        "/v1/votes",
                        "{".getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "application/json")),
                422,
                "invalid");
        assertProblem(ana.post("/v1/votes", Map.of("image_id", "x")), 422, "invalid");
        assertProblem(ana.post("/v1/votes", Map.of("image_id", "x", "value", 1)), 404, "unknown");
        assertProblem(
                ana.put("/v1/admin/users/x/allowance", Map.of("uploads", 1, "window_seconds", 1)),
                403,
                "forbidden");
    }

    private static void assertProblem(Client.Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("code")).isEqualTo(code);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.text("resource")).isNotEmpty();
    }

    @Test
    void twentyUploadsOverBothNodesNeverExceedTheAllowance() {
        Client ana = Shared.member();
        String id = ana.get("/v1/me").text("id");
        Client.Reply given =
                Shared.administrator()
                        .put(
                                "/v1/admin/users/" + id + "/allowance",
                                Map.of("uploads", 7, "window_seconds", 60));
        assertThat(given.status()).isEqualTo(200);
        List<Callable<Client.Reply>> uploads = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            Client node = ana.at(Shared.node(k % 2));
            byte[] file = Client.png(k);
            uploads.add(() -> node.upload(file, Map.of()));
        }
        List<Client.Reply> replies = Client.together(uploads);
        assertThat(replies.stream().filter(reply -> reply.status() == 202)).hasSize(7);
        List<Client.Reply> refused =
                replies.stream().filter(reply -> reply.status() == 429).toList();
        assertThat(refused).hasSize(13);
        assertThat(refused)
                .allSatisfy(
                        reply ->
                                assertThat(Integer.parseInt(reply.header("Retry-After")))
                                        .isBetween(1, 60));
        assertThat(refused)
                .allSatisfy(reply -> assertThat(reply.header("RateLimit")).contains("r=0"));
        assertThat(ana.get("/v1/me").json().path("images").asInt()).isEqualTo(7);
    }

    @Test
    void anAllowanceOfNothingRefusesEverything() {
        Client ana = Shared.member();
        Shared.administrator()
                .put(
                        "/v1/admin/users/" + ana.get("/v1/me").text("id") + "/allowance",
                        Map.of("uploads", 0, "window_seconds", 30));
        Client.Reply refused = ana.upload(Client.png(1), Map.of());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(refused.header("RateLimit")).isEqualTo("\"uploads\";r=0;t=30");
    }

    @Test
    void healthMetricsAndCanaryAnswerWithoutASession() {
        assertThat(stranger.get("/healthz").status()).isEqualTo(200);
        JsonNode metrics = stranger.get("/v1/metrics").json();
        assertThat(metrics.path("open_connections").asInt()).isPositive();
        assertThat(metrics.path("stored_bytes").isNumber()).isTrue();
        String key = UUID.randomUUID().toString();
        stranger.post("/v1/canary/" + key, Map.of());
        stranger.post("/v1/canary/" + key, Map.of());
        assertThat(stranger.get("/v1/canary/" + key).json().path("value").asInt()).isEqualTo(2);
    }
}
