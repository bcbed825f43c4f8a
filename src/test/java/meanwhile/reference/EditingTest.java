package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import meanwhile.reference.media.Media;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EditingTest {
    private final Client ana = Shared.member();

    private Client.Reply patch(Client who, String id, String tag, Map<String, ?> change) {
        return who.json("PATCH", "/v1/images/" + id, change, Map.of("If-Match", tag));
    }

    @Test
    void aChangeIsConditionalOnTheVersionThatWasRead() {
        String id = ana.ready(Map.of("title", "old"));
        assertThat(ana.json("PATCH", "/v1/images/" + id, Map.of("title", "x"), Map.of()).status())
                .isEqualTo(428);
        List<Callable<Integer>> changes = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            String title = "new" + k;
            Client node = ana.at(Shared.node(k % 2));
            changes.add(() -> patch(node, id, "\"1\"", Map.of("title", title)).status());
        }
        List<Integer> statuses = Client.together(changes);
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        Client.Reply image = ana.at(Shared.node(1)).get("/v1/images/" + id);
        assertThat(image.header("ETag")).isEqualTo("\"2\"");
        assertThat(image.text("title")).isEqualTo("new" + statuses.indexOf(200));
        assertThat(patch(Shared.member(), id, "\"2\"", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void otherBytesReplaceTheOldOnesOnlyWhenTheyAreReady() {
        String id = ana.ready(Map.of());
        byte[] bytes = Client.png(99, 20);
        Client.Reply replaced =
                ana.form(
                        "PUT",
                        "/v1/images/" + id + "/file",
                        bytes,
                        Map.of(),
                        Map.of("If-Match", "\"1\""));
        assertThat(replaced.status()).isEqualTo(202);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (ana.get("/v1/images/" + id).header("ETag").equals("\"1\"")) {
            assertThat(ana.get("/v1/images/" + id + "/file").status()).isEqualTo(200);
            assertThat(System.nanoTime()).isLessThan(end);
        }
        Client.Reply image = ana.get("/v1/images/" + id);
        assertThat(image.text("sha256")).isEqualTo(Media.sha256(bytes));
        assertThat(ana.get("/v1/images/" + id + "/file").raw().body()).isEqualTo(bytes);
        assertThat(ana.get("/v1/me").json().path("stored_bytes").asInt()).isEqualTo(bytes.length);
    }

    @Test
    void favouritesAreUniqueAndCounted() {
        String id = ana.ready(Map.of());
        Callable<Client.Reply> add = () -> ana.post("/v1/favourites", Map.of("image_id", id));
        List<Client.Reply> replies = Client.together(List.of(add, add, add));
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.text("code").equals("duplicate")))
                .hasSize(2);
        assertThat(ana.get("/v1/images/" + id).json().path("favourites").asInt()).isEqualTo(1);
        String favourite = ana.get("/v1/favourites").json().path(0).path("id").asString();
        assertThat(ana.delete("/v1/favourites/" + favourite).status()).isEqualTo(204);
        assertThat(ana.delete("/v1/favourites/" + favourite).status()).isEqualTo(410);
        assertThat(ana.get("/v1/images/" + id).json().path("favourites").asInt()).isZero();
    }

    @Test
    void commentsHaveOneOrderWithoutGaps() {
        String id = ana.ready(Map.of());
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            Client node = ana.at(Shared.node(k % 2));
            String text = "c" + k;
            calls.add(
                    () ->
                            node.post("/v1/images/" + id + "/comments", Map.of("text", text))
                                    .status());
        }
        assertThat(Client.together(calls)).containsOnly(201);
        JsonNode comments = ana.get("/v1/images/" + id + "/comments?limit=50").json();
        assertThat(comments).hasSize(20);
        for (int k = 0; k < 20; k++) {
            assertThat(comments.path(k).path("position").asInt()).isEqualTo(k + 1);
        }
    }

    @Test
    void aCollectionsCountIsThatOfItsEntries() {
        String collection = ana.post("/v1/collections", Map.of("name", "c")).text("id");
        String path = "/v1/collections/" + collection;
        String first = ana.ready(Map.of("collection_id", collection));
        String second = ana.ready(Map.of());
        assertThat(ana.put(path + "/images/" + second, Map.of()).status()).isEqualTo(204);
        assertThat(ana.put(path + "/images/" + second, Map.of()).status()).isEqualTo(204);
        assertThat(ana.get(path).json().path("count").asInt()).isEqualTo(2);
        assertThat(ana.get(path).json().path("entries")).hasSize(2);
        ana.delete("/v1/images/" + first);
        assertThat(ana.delete(path + "/images/" + second).status()).isEqualTo(204);
        assertThat(ana.get(path).json().path("count").asInt()).isZero();
        assertThat(ana.put(path + "/images/" + first, Map.of()).status()).isEqualTo(410);
        assertThat(Shared.member().put(path + "/images/" + second, Map.of()).status())
                .isEqualTo(403);
        Client.Reply none = ana.upload(Client.png(1), Map.of("collection_id", "none"));
        assertThat(none.status()).isEqualTo(404);
        assertThat(ana.get("/v1/me").json().path("images").asInt()).isEqualTo(1);
    }
}
