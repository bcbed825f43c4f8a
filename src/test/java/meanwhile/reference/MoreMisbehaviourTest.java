package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Continues {@link MisbehaviourTest} with faults between two kinds of operation. */
class MoreMisbehaviourTest {
    private static Callable<Client.Reply> vote(Client member, String image) {
        return () -> member.post("/v1/votes", Map.of("image_id", image, "value", 1));
    }

    private static void uploadHidesVote(String name) {
        Planted.race(
                name,
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    Planted.inWindow(() -> ana.upload(Client.png(1), Map.of()), vote(ana, image));
                    assertThat(ana.get("/v1/votes").json()).isEmpty();
                });
    }

    @Test
    void aVoteThatMeetsAnUploadIsLost() {
        uploadHidesVote("vote-dropped-on-conflict");
    }

    @Test
    void theHistoryGoesStale() {
        uploadHidesVote("history-from-stale-cache");
    }

    @Test
    void readsFailDuringUploads() {
        Planted.race(
                "table-lock-on-upload",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    Callable<Client.Reply> read = () -> ana.get("/v1/votes");
                    List<Callable<Client.Reply>> calls = new ArrayList<>();
                    for (int k = 0; k < 6; k++) {
                        calls.add(() -> ana.upload(Client.png(2), Map.of()));
                        calls.add(read);
                    }
                    assertThat(Client.together(calls)).anyMatch(reply -> reply.status() == 500);
                    assertThat(ana.get("/v1/votes").status()).isEqualTo(200);
                });
    }

    @Test
    void aCollectionIsSeenInHalves() {
        Planted.race(
                "collection-count-outside-transaction",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    String path =
                            "/v1/collections/"
                                    + ana.post("/v1/collections", Map.of("name", "c")).text("id");
                    String image = ana.ready(Map.of());
                    List<Client.Reply> replies =
                            Planted.inWindow(
                                    () -> ana.put(path + "/images/" + image, Map.of()),
                                    () -> ana.get(path));
                    assertThat(disagrees(replies.getLast())).isTrue();
                    assertThat(disagrees(ana.get(path))).isFalse();
                });
    }

    private static boolean disagrees(Client.Reply collection) {
        JsonNode json = collection.json();
        return json.path("count").asInt() != json.path("entries").size();
    }

    @Test
    void anImageLosesItsCategory() {
        Planted.race(
                "category-just-removed",
                nodes -> {
                    Client root = Client.logIn(nodes.getFirst(), "administrator", "administrator");
                    Client ana = Client.member(nodes.getLast());
                    String category =
                            root.post("/v1/categories", Map.of("name", "c" + UUID.randomUUID()))
                                    .text("id");
                    List<Client.Reply> replies =
                            Planted.inWindow(
                                    () ->
                                            ana.upload(
                                                    Client.png(3),
                                                    Map.of("category_ids", category)),
                                    () -> root.delete("/v1/categories/" + category));
                    assertThat(replies).allMatch(reply -> reply.status() < 300);
                });
    }

    @Test
    void aLateReadyImageIsNeverFound() {
        Planted.race(
                "indexer-skips-late-commit",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    // Words that no earlier attempt at this race has left behind.
                    String word = UUID.randomUUID().toString().replace("-", "");
                    Client.Reply slow =
                            ana.upload(Client.png(4, 2_000), Map.of("title", "slow" + word));
                    Client.Reply quick = ana.upload(Client.png(5), Map.of("title", "quick" + word));
                    ana.settled(quick.text("id"));
                    ana.settled(slow.text("id"));
                    assertThat(ana.get("/v1/images/search?q=quick" + word).json()).hasSize(1);
                    assertThat(ana.get("/v1/images/search?q=slow" + word).json()).isEmpty();
                });
    }

    @Test
    void crosswiseLocksEndInAnError() {
        Planted.race(
                "vote-and-delete-lock-crosswise",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    boolean failed = false;
                    for (int round = 0; round < 3 && !failed; round++) {
                        String image = ana.ready(Map.of());
                        ben.post("/v1/votes", Map.of("image_id", image, "value", -1));
                        failed =
                                Client.together(
                                                List.<Callable<Client.Reply>>of(
                                                        vote(ben, image),
                                                        () -> ana.delete("/v1/images/" + image)))
                                        .stream()
                                        .anyMatch(reply -> reply.status() == 500);
                    }
                    assertThat(failed).isTrue();
                });
    }

    @Test
    void anEventWakesOnePollOnly() {
        Planted.race(
                "event-wakes-one",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    String after = ana.get("/v1/events").text("next");
                    Callable<Client.Reply> poll =
                            () ->
                                    ben.send(
                                            "GET",
                                            "/v1/events?after=" + after,
                                            null,
                                            Map.of("Prefer", "wait=2"));
                    List<Client.Reply> replies =
                            Client.together(
                                    List.<Callable<Client.Reply>>of(
                                            poll,
                                            poll,
                                            () -> {
                                                Planted.await(
                                                        "two waiting polls",
                                                        () -> waiting(ana) == 2);
                                                return vote(ana, image).call();
                                            }));
                    assertThat(replies.subList(0, 2))
                            .extracting(Client.Reply::status)
                            .containsExactlyInAnyOrder(200, 204);
                });
    }

    private static int waiting(Client anyone) {
        return anyone.get("/v1/metrics").json().path("waiting_polls").asInt();
    }

    @Test
    void aMergeIsSeenHalfway() {
        Planted.race(
                "merge-moves-one-by-one",
                nodes -> {
                    Client root = Client.logIn(nodes.getFirst(), "administrator", "administrator");
                    String from =
                            root.post("/v1/breeds", Map.of("name", "from " + UUID.randomUUID()))
                                    .text("id");
                    String into =
                            root.post("/v1/breeds", Map.of("name", "into " + UUID.randomUUID()))
                                    .text("id");
                    for (int k = 0; k < 10; k++) {
                        root.ready(Map.of("breed_id", from));
                    }
                    AtomicBoolean merged = new AtomicBoolean();
                    AtomicBoolean halfway = new AtomicBoolean();
                    Client.together(
                            List.<Callable<Client.Reply>>of(
                                    () -> {
                                        Client.Reply reply =
                                                root.post(
                                                        "/v1/breeds/" + from + "/merge",
                                                        Map.of("into", into));
                                        merged.set(true);
                                        return reply;
                                    },
                                    () -> {
                                        String found = "/v1/images/search?breed_ids=" + into;
                                        while (!merged.get()) {
                                            int moved = root.get(found).json().size();
                                            halfway.compareAndSet(false, moved % 10 != 0);
                                        }
                                        return root.get(found);
                                    }));
                    assertThat(halfway).isTrue();
                });
    }
}
