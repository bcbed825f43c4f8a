package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import meanwhile.reference.media.Media;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImagesTest {
    private final Client ana = Shared.member();

    @Test
    void anUploadBecomesReadyWithTheBytesThatWereSent() {
        byte[] bytes = Client.png(7);
        Client.Reply uploaded = ana.upload(bytes, Map.of("title", "Tabby", "tags", "cat, soft"));

        assertThat(uploaded.status()).isEqualTo(202);
        assertThat(uploaded.text("status")).isEqualTo("processing");
        assertThat(uploaded.header("Retry-After")).isEqualTo("1");
        assertThat(uploaded.header("RateLimit-Policy")).isEqualTo("\"uploads\";q=10000;w=60");
        assertThat(uploaded.header("RateLimit")).startsWith("\"uploads\";r=9999;t=");
        String id = ana.settled(uploaded.text("id"));
        assertThat(uploaded.header("Location")).isEqualTo("/v1/images/" + id);

        Client.Reply image = ana.at(Shared.node(1)).get("/v1/images/" + id);
        assertThat(image.status()).isEqualTo(200);
        assertThat(image.header("ETag")).isEqualTo("\"1\"");
        assertThat(image.text("status")).isEqualTo("ready");
        assertThat(image.text("title")).isEqualTo("Tabby");
        assertThat(image.json().path("width").asInt()).isEqualTo(16);
        assertThat(image.text("sha256")).isEqualTo(Media.sha256(bytes));

        Client.Reply file = ana.get("/v1/images/" + id + "/file");
        assertThat(file.raw().body()).isEqualTo(bytes);
        assertThat(file.header("ETag")).isEqualTo("\"" + Media.sha256(bytes) + "\"");
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(ana.get("/v1/images/" + id + "/thumbnail").status()).isEqualTo(200);
    }

    @Test
    void aCorruptImageIsAcceptedAndEndsAsFailedWithItsBytesGivenBack() {
        byte[] bytes = Client.png(1);
        Arrays.fill(bytes, 20, bytes.length, (byte) 0);
        String id = ana.settled(ana.upload(bytes, Map.of()).text("id"));

        assertThat(ana.get("/v1/images/" + id).text("status")).isEqualTo("failed");
        assertThat(ana.get("/v1/images/" + id + "/file").status()).isEqualTo(422);
        Client.Reply vote = ana.post("/v1/votes", Map.of("image_id", id, "value", 1));
        assertThat(vote.status()).isEqualTo(422);
        assertThat(vote.text("detail")).contains("corrupt");
        assertThat(ana.get("/v1/me").json().path("stored_bytes").asLong()).isZero();
    }

    @Test
    void whatIsNoImageIsRefused() {
        Client.Reply text = ana.upload("hello".getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.text("code")).isEqualTo("unsupported");
        assertThat(text.header("RateLimit")).startsWith("\"uploads\";r=10000");

        Client.Reply large = ana.upload(new byte[(5 << 20) + 1], Map.of());
        assertThat(large.status()).isEqualTo(413);
        Client.Reply larger = ana.upload(new byte[(6 << 20)], Map.of());
        assertThat(larger.status()).isEqualTo(413);

        Client.Reply malformed =
                ana.send(
                        "POST",
                        "/v1/images/upload",
                        "--x\r\nnonsense".getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "multipart/form-data; boundary=x"));
        assertThat(malformed.status()).isEqualTo(422);
        Client.Reply json = ana.post("/v1/images/upload", Map.of());
        assertThat(json.status()).isEqualTo(415);
        Client.Reply unknownCategory = ana.upload(Client.png(1), Map.of("category_ids", "none"));
        assertThat(unknownCategory.status()).isEqualTo(422);
        assertThat(ana.get("/v1/me").json().path("images").asInt()).isZero();
    }

    @Test
    void ownImagesComeInPagesNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            ids.addFirst(ana.ready(Map.of()));
        }
        List<String> seen = new ArrayList<>();
        String path = "/v1/images?limit=2";
        while (!path.isEmpty()) {
            Client.Reply page = ana.get(path);
            assertThat(page.header("Pagination-Count")).isEqualTo("5");
            page.json().forEach(image -> seen.add(image.path("id").asString()));
            String link = page.header("Link");
            path = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).isEqualTo(ids);
        assertThat(ana.get("/v1/images?after=x").status()).isEqualTo(422);
        assertThat(ana.get("/v1/images?limit=0").status()).isEqualTo(422);
    }

    @Test
    void searchFindsEachWordOfReadyImagesAndNothingDeleted() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String id = ana.ready(Map.of("title", "The " + word, "tags", "tag" + word));
        for (String query : List.of(word, "the%20" + word, "tag" + word)) {
            assertThat(ana.get("/v1/images/search?q=" + query).json()).hasSize(1);
        }
        assertThat(ana.get("/v1/images/search?tags=tag" + word).json()).hasSize(1);
        assertThat(ana.delete("/v1/images/" + id).status()).isEqualTo(204);
        assertThat(ana.get("/v1/images/search?q=" + word).json()).isEmpty();
    }

    @Test
    void ofTenDeletesAtOnceOneSucceedsAndTheRestAreToldThatItIsGone() {
        ana.ready(Map.of());
        String id = ana.ready(Map.of());
        List<Integer> statuses =
                Client.together(
                        IntStream.range(0, 10)
                                .<Callable<Integer>>mapToObj(
                                        k ->
                                                () ->
                                                        ana.at(Shared.node(k % 2))
                                                                .delete("/v1/images/" + id)
                                                                .status())
                                .toList());
        assertThat(statuses).containsOnlyOnce(204);
        assertThat(new HashSet<>(statuses)).containsOnly(204, 410);
        assertThat(ana.get("/v1/me").json().path("images").asInt()).isEqualTo(1);
        Client.Reply gone = ana.get("/v1/images/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(gone.text("resource")).isEqualTo("image " + id);
        assertThat(ana.get("/v1/images/never").status()).isEqualTo(404);
    }

    @Test
    void aDeleteStraightAfterTheUploadWins() {
        for (int k = 0; k < 20; k++) {
            String id = ana.upload(Client.png(k), Map.of()).text("id");
            assertThat(ana.delete("/v1/images/" + id).status()).isEqualTo(204);
        }
        JsonNode me = ana.get("/v1/me").json();
        assertThat(me.path("images").asInt()).isZero();
        assertThat(me.path("stored_bytes").asLong()).isZero();
        assertThat(ana.get("/v1/images").json()).isEmpty();
    }

    @Test
    void anothersImageCannotBeDeleted() {
        String id = ana.ready(Map.of());
        assertThat(Shared.member().delete("/v1/images/" + id).status()).isEqualTo(403);
    }
}
