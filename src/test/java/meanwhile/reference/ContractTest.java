package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Calls every operation once; each answer is validated against the document on its way. */
class ContractTest {
    private final Client root = Shared.administrator();
    private final Client ana = Shared.member();
    private final Client stranger = new Client(Shared.node(1), null);

    @Test
    void everyOperationAnswersAsDocumented() {
        membersAndHealth();
        images();
        taxonomy();
        administration();
        assertThat(Contract.operations()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(Contract.seen()).containsAll(Contract.operations());
    }

    private void membersAndHealth() {
        String name = "c" + UUID.randomUUID();
        Map<String, String> body = Map.of("name", name, "password", "p");
        stranger.post("/v1/users", body);
        Client.Reply session = stranger.post("/v1/sessions", body);
        stranger.post(
                "/v1/sessions/refresh", Map.of("refresh_token", session.text("refresh_token")));
        new Client(Shared.node(0), session.text("access_token")).delete("/v1/sessions/current");
        ana.get("/v1/me");
        stranger.get("/healthz");
        stranger.get("/v1/metrics");
        stranger.post("/v1/canary/c", Map.of());
        stranger.get("/v1/canary/c");
        assertThat(stranger.get("/openapi.json").text("openapi")).isEqualTo("3.1.0");
    }

    private void images() {
        String id = ana.ready(Map.of("title", "one", "tags", "a,b"));
        String image = "/v1/images/" + id;
        ana.get("/v1/images");
        ana.get("/v1/images/search?q=one&limit=1");
        ana.get("/v1/feed?limit=1");
        ana.get(image + "/file");
        ana.get(image + "/thumbnail");
        ana.json("PATCH", image, Map.of("title", "two"), Map.of("If-Match", "\"1\""));
        Client.Reply vote = ana.post("/v1/votes", Map.of("image_id", id, "value", 1));
        ana.get("/v1/votes");
        ana.delete("/v1/votes/" + vote.text("id"));
        Client.Reply favourite = ana.post("/v1/favourites", Map.of("image_id", id));
        ana.get("/v1/favourites");
        ana.delete("/v1/favourites/" + favourite.text("id"));
        ana.post(image + "/comments", Map.of("text", "nice"));
        ana.get(image + "/comments");
        String collection =
                "/v1/collections/" + ana.post("/v1/collections", Map.of("name", "c")).text("id");
        ana.put(collection + "/images/" + id, Map.of());
        ana.get(collection);
        ana.delete(collection + "/images/" + id);
        ana.get("/v1/stats");
        ana.get("/v1/events");
        ana.form("PUT", image + "/file", Client.png(8), Map.of(), Map.of("If-Match", "\"2\""));
        ana.delete(image);
    }

    private void taxonomy() {
        for (String kind : new String[] {"categories", "breeds"}) {
            String path = "/v1/" + kind;
            String name = "c" + UUID.randomUUID();
            String first = root.post(path, Map.of("name", name)).text("id");
            String second = root.post(path, Map.of("name", name + "2")).text("id");
            root.json("PATCH", path + "/" + first, Map.of("name", name + "3"), Map.of());
            ana.get(path);
            root.post(path + "/" + first + "/merge", Map.of("into", second));
            root.delete(path + "/" + second);
        }
    }

    private void administration() {
        String user = "/v1/admin/users/" + ana.get("/v1/me").text("id");
        root.put(user + "/role", Map.of("role", "member"));
        root.put(user + "/ban", Map.of("banned", false));
        root.put(user + "/allowance", Map.of("uploads", 5, "window_seconds", 5));
        root.put("/v1/admin/maintenance", Map.of("read_only", false));
        root.post("/v1/admin/reindex", Map.of());
        root.post("/v1/admin/purge", Map.of());
    }
}
