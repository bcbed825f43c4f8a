package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VotesTest {
    private final Client ana = Shared.member();

    @Test
    void aVoteIsCastChangedAndWithdrawn() {
        String image = ana.ready(Map.of());
        Client.Reply first = ana.post("/v1/votes", Map.of("image_id", image, "value", 1));
        assertThat(first.status()).isEqualTo(201);
        Client.Reply changed =
                ana.json(
                        "POST",
                        "/v1/votes",
                        Map.of("image_id", image, "value", -1),
                        Map.of("If-Match", "\"1\""));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        Client.Reply stale =
                ana.json(
                        "POST",
                        "/v1/votes",
                        Map.of("image_id", image, "value", 1),
                        Map.of("If-Match", "\"1\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(votes(image)).isEqualTo("0/1/-1");

        String path = "/v1/votes/" + first.text("id");
        assertThat(Shared.member().delete(path).status()).isEqualTo(403);
        assertThat(ana.delete(path).status()).isEqualTo(204);
        assertThat(ana.delete(path).status()).isEqualTo(410);
        assertThat(ana.delete("/v1/votes/never").status()).isEqualTo(404);
        assertThat(votes(image)).isEqualTo("0/0/0");
    }

    private String votes(String image) {
        JsonNode votes = ana.get("/v1/images/" + image).json().path("votes");
        return votes.path("up").asInt()
                + "/"
                + votes.path("down").asInt()
                + "/"
                + votes.path("score").asInt();
    }

    @Test
    void aVoteOnAnImageInProcessingIsCountedOrToldToComeBack() {
        String id = ana.upload(Client.png(3, 1500), Map.of()).text("id");
        Client.Reply early = ana.post("/v1/votes", Map.of("image_id", id, "value", 1));
        assertThat(early.status()).isIn(201, 409);
        if (early.status() == 409) {
            assertThat(early.text("code")).isEqualTo("not-ready");
            assertThat(early.header("Retry-After")).isEqualTo("1");
        }
        ana.settled(id);
        assertThat(ana.post("/v1/votes", Map.of("image_id", id, "value", 1)).status())
                .isIn(200, 201);
    }

    @Test
    void fiftyVotersAtOnceAreAllCounted() {
        String image = ana.ready(Map.of());
        List<Callable<Integer>> voters = new ArrayList<>();
        for (int k = 0; k < 50; k++) {
            Client voter = Client.member(Shared.node(k % 2));
            int value = k % 5 == 0 ? -1 : 1;
            voters.add(
                    () ->
                            voter.post("/v1/votes", Map.of("image_id", image, "value", value))
                                    .status());
        }
        assertThat(Client.together(voters)).containsOnly(201);
        assertThat(votes(image)).isEqualTo("40/10/30");
        assertThat(ana.get("/v1/stats").json().path("votes").asInt()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void simultaneousChangesOfOneVoteCountOnce() {
        String image = ana.ready(Map.of());
        for (int round = 0; round < 10; round++) {
            int value = round % 2 == 0 ? 1 : -1;
            Callable<Integer> call =
                    () -> ana.post("/v1/votes", Map.of("image_id", image, "value", value)).status();
            assertThat(Client.together(List.of(call, call, call, call))).containsAnyOf(200, 201);
            assertThat(votes(image)).isEqualTo(value == 1 ? "1/0/1" : "0/1/-1");
        }
    }

    @Test
    void theHistoryComesInTheOrderProcessed() {
        List<String> images = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            images.add(ana.ready(Map.of()));
            ana.post("/v1/votes", Map.of("image_id", images.getLast(), "value", 1));
        }
        List<String> seen = new ArrayList<>();
        Client.Reply page = ana.get("/v1/votes?limit=3");
        page.json().forEach(vote -> seen.add(vote.path("image_id").asString()));
        String link = page.header("Link");
        ana.get(link.substring(1, link.indexOf('>')))
                .json()
                .forEach(vote -> seen.add(vote.path("image_id").asString()));
        assertThat(seen).isEqualTo(images);
        ana.delete("/v1/images/" + images.getFirst());
        assertThat(ana.get("/v1/votes").json()).hasSize(4);
    }
}
