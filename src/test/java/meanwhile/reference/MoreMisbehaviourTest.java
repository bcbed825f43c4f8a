package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import meanwhile.reference.defect.PlantedDefects;
import org.junit.jupiter.api.Test;

/** As {@link MisbehaviourTest}, for faults between two kinds of operation. */
class MoreMisbehaviourTest {
    private static void planted(String name, Consumer<List<URI>> use) {
        Planted.race(PlantedDefects.named(name).plant(), use);
    }

    private static Callable<Client.Reply> vote(Client member, String image) {
        return () -> member.post("/v1/votes", Map.of("image_id", image, "value", 1));
    }

    @Test
    void aVoteThatMeetsAnUploadIsLost() {
        planted(
                "vote-dropped-on-conflict",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    var image = ana.ready(Map.of());
                    Planted.inWindow(() -> ana.upload(Client.png(1), Map.of()), vote(ana, image));
                    assertThat(ana.get("/v1/votes").json()).isEmpty();
                });
    }

    @Test
    void theHistoryGoesStale() {
        planted(
                "history-from-stale-cache",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    var image = ana.ready(Map.of());
                    Planted.inWindow(() -> ana.upload(Client.png(1), Map.of()), vote(ana, image));
                    assertThat(ana.get("/v1/votes").json()).isEmpty();
                });
    }

    @Test
    void readsFailDuringUploads() {
        planted(
                "table-lock-on-upload",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    Callable<Client.Reply> read = () -> ana.get("/v1/votes");
                    var calls = new ArrayList<Callable<Client.Reply>>();
                    for (var k = 0; k < 6; k++) {
                        calls.add(() -> ana.upload(Client.png(2), Map.of()));
                        calls.add(read);
                    }
                    assertThat(Client.together(calls)).anyMatch(reply -> reply.status() == 500);
                    assertThat(ana.get("/v1/votes").status()).isEqualTo(200);
                });
    }

    @Test
    void aCollectionIsSeenInHalves() {
        planted(
                "collection-count-outside-transaction",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    var path =
                            "/v1/collections/"
                                    + ana.post("/v1/collections", Map.of("name", "c")).text("id");
                    var image = ana.ready(Map.of());
                    var replies =
                            Planted.inWindow(
                                    () -> ana.put(path + "/images/" + image, Map.of()),
                                    () -> ana.get(path));
                    assertThat(disagrees(replies.getLast())).isTrue();
                    assertThat(disagrees(ana.get(path))).isFalse();
                });
    }

    private static boolean disagrees(Client.Reply collection) {
        var json = collection.json();
        return json.path("count").asInt() != json.path("entries").size();
    }

    @Test
    void anImageLosesItsCategory() {
        planted(
                "category-just-removed",
                nodes -> {
                    var root = Client.logIn(nodes.getFirst(), "administrator", "administrator");
                    var ana = Client.member(nodes.getLast());
                    var category =
                            root.post("/v1/categories", Map.of("name", "c" + UUID.randomUUID()))
                                    .text("id");
                    var replies =
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
        planted(
                "indexer-skips-late-commit",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    // Words that no earlier try of this race has left behind.
                    var word = UUID.randomUUID().toString().replace("-", "");
                    var slow = ana.upload(Client.png(4, 2_000), Map.of("title", "slow" + word));
                    var quick = ana.upload(Client.png(5), Map.of("title", "quick" + word));
                    ana.settled(quick.text("id"));
                    ana.settled(slow.text("id"));
                    assertThat(ana.get("/v1/images/search?q=quick" + word).json()).hasSize(1);
                    assertThat(ana.get("/v1/images/search?q=slow" + word).json()).isEmpty();
                });
    }

    @Test
    void crosswiseLocksEndInAnError() {
        planted(
                "vote-and-delete-lock-crosswise",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    var ben = Client.member(nodes.getLast());
                    var failed = false;
                    for (var round = 0; round < 3 && !failed; round++) {
                        var image = ana.ready(Map.of());
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
        planted(
                "event-wakes-one",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    var ben = Client.member(nodes.getFirst());
                    var image = ana.ready(Map.of());
                    var after = ana.get("/v1/events").text("next");
                    Callable<Client.Reply> poll =
                            () ->
                                    ben.send(
                                            "GET",
                                            "/v1/events?after=" + after,
                                            null,
                                            Map.of("Prefer", "wait=2"));
                    var replies =
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
        planted(
                "merge-moves-one-by-one",
                nodes -> {
                    var root = Client.logIn(nodes.getFirst(), "administrator", "administrator");
                    var from =
                            root.post("/v1/breeds", Map.of("name", "from " + UUID.randomUUID()))
                                    .text("id");
                    var into =
                            root.post("/v1/breeds", Map.of("name", "into " + UUID.randomUUID()))
                                    .text("id");
                    for (var k = 0; k < 10; k++) {
                        root.ready(Map.of("breed_id", from));
                    }
                    var merged = new AtomicBoolean();
                    var halfway = new AtomicBoolean();
                    Client.together(
                            List.<Callable<Client.Reply>>of(
                                    () -> {
                                        var reply =
                                                root.post(
                                                        "/v1/breeds/" + from + "/merge",
                                                        Map.of("into", into));
                                        merged.set(true);
                                        return reply;
                                    },
                                    () -> {
                                        var found = "/v1/images/search?breed_ids=" + into;
                                        while (!merged.get()) {
                                            var moved = root.get(found).json().size();
                                            halfway.compareAndSet(false, moved % 10 != 0);
                                        }
                                        return root.get(found);
                                    }));
                    assertThat(halfway).isTrue();
                });
    }
}
