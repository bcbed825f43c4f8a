package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import meanwhile.reference.media.Media;
import org.junit.jupiter.api.Test;

class EditingTest {
    private final Client ana = Shared.member();

    private Client.Reply patch(Client who, String id, String tag, Map<String, ?> change) {
        return who.json("PATCH", "/v1/images/" + id, change, Map.of("If-Match", tag));
    }

    @Test
    void aChangeIsConditionalOnTheVersionThatWasRead() {
        var id = ana.ready(Map.of("title", "old"));
        assertThat(ana.json("PATCH", "/v1/images/" + id, Map.of("title", "x"), Map.of()).status())
                .isEqualTo(428);
        var changes = new ArrayList<Callable<Integer>>();
        for (var k = 0; k < 6; k++) {
            var title = "new" + k;
            var node = ana.at(Shared.node(k % 2));
            changes.add(() -> patch(node, id, "\"1\"", Map.of("title", title)).status());
        }
        var statuses = Client.together(changes);
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        var image = ana.at(Shared.node(1)).get("/v1/images/" + id);
        assertThat(image.header("ETag")).isEqualTo("\"2\"");
        assertThat(image.text("title")).isEqualTo("new" + statuses.indexOf(200));
        assertThat(patch(Shared.member(), id, "\"2\"", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void otherBytesReplaceTheOldOnesOnlyWhenTheyAreReady() {
        var id = ana.ready(Map.of());
        var bytes = Client.png(99, 20);
        var replaced =
                ana.form(
                        "PUT",
                        "/v1/images/" + id + "/file",
                        bytes,
                        Map.of(),
                        Map.of("If-Match", "\"1\""));
        assertThat(replaced.status()).isEqualTo(202);
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (ana.get("/v1/images/" + id).header("ETag").equals("\"1\"")) {
            assertThat(ana.get("/v1/images/" + id + "/file").status()).isEqualTo(200);
            assertThat(System.nanoTime()).isLessThan(end);
        }
        var image = ana.get("/v1/images/" + id);
        assertThat(image.text("sha256")).isEqualTo(Media.sha256(bytes));
        assertThat(ana.get("/v1/images/" + id + "/file").raw().body()).isEqualTo(bytes);
        assertThat(ana.get("/v1/me").json().path("stored_bytes").asInt()).isEqualTo(bytes.length);
    }

    @Test
    void favouritesAreUniqueAndCounted() {
        var id = ana.ready(Map.of());
        Callable<Client.Reply> add = () -> ana.post("/v1/favourites", Map.of("image_id", id));
        var replies = Client.together(List.of(add, add, add));
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.text("code").equals("duplicate")))
                .hasSize(2);
        assertThat(ana.get("/v1/images/" + id).json().path("favourites").asInt()).isEqualTo(1);
        var favourite = ana.get("/v1/favourites").json().path(0).path("id").asString();
        assertThat(ana.delete("/v1/favourites/" + favourite).status()).isEqualTo(204);
        assertThat(ana.delete("/v1/favourites/" + favourite).status()).isEqualTo(410);
        assertThat(ana.get("/v1/images/" + id).json().path("favourites").asInt()).isZero();
    }

    @Test
    void commentsHaveOneOrderWithoutGaps() {
        var id = ana.ready(Map.of());
        var calls = new ArrayList<Callable<Integer>>();
        for (var k = 0; k < 20; k++) {
            var node = ana.at(Shared.node(k % 2));
            var text = "c" + k;
            calls.add(
                    () ->
                            node.post("/v1/images/" + id + "/comments", Map.of("text", text))
                                    .status());
        }
        assertThat(Client.together(calls)).containsOnly(201);
        var comments = ana.get("/v1/images/" + id + "/comments?limit=50").json();
        assertThat(comments).hasSize(20);
        for (var k = 0; k < 20; k++) {
            assertThat(comments.path(k).path("position").asInt()).isEqualTo(k + 1);
        }
    }

    @Test
    void aCollectionsCountIsThatOfItsEntries() {
        var collection = ana.post("/v1/collections", Map.of("name", "c")).text("id");
        var path = "/v1/collections/" + collection;
        var first = ana.ready(Map.of("collection_id", collection));
        var second = ana.ready(Map.of());
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
        var none = ana.upload(Client.png(1), Map.of("collection_id", "none"));
        assertThat(none.status()).isEqualTo(404);
        assertThat(ana.get("/v1/me").json().path("images").asInt()).isEqualTo(1);
    }
}
