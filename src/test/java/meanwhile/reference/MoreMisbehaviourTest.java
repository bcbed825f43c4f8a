package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
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
                    var lost = 0;
                    for (var round = 1; round <= 5 && lost == 0; round++) {
                        var image = ana.ready(Map.of());
                        Client.together(
                                List.of(
                                        () -> ana.upload(Client.png(1), Map.of()),
                                        () -> {
                                            Thread.sleep(5);
                                            return vote(ana, image).call();
                                        }));
                        lost = round - ana.get("/v1/votes").json().size();
                    }
                    assertThat(lost).isPositive();
                });
    }

    @Test
    void theHistoryGoesStale() {
        planted(
                "history-from-stale-cache",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    var stale = false;
                    for (var round = 1; round <= 12 && !stale; round++) {
                        var image = ana.ready(Map.of());
                        var pause = 2 * round;
                        Client.together(
                                List.of(
                                        () -> ana.upload(Client.png(1), Map.of()),
                                        () -> {
                                            Thread.sleep(pause);
                                            return vote(ana, image).call();
                                        }));
                        stale = ana.get("/v1/votes").json().size() < round;
                    }
                    assertThat(stale).isTrue();
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
                    var half = false;
                    for (var round = 0; round < 5 && !half; round++) {
                        var image = ana.ready(Map.of());
                        var replies =
                                Client.together(
                                        List.<Callable<Client.Reply>>of(
                                                () -> ana.put(path + "/images/" + image, Map.of()),
                                                () -> {
                                                    Thread.sleep(12);
                                                    return ana.get(path);
                                                }));
                        half = disagrees(replies.getLast());
                    }
                    assertThat(half).isTrue();
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
                    var lost = false;
                    for (var round = 0; round < 10 && !lost; round++) {
                        var pause = 3 * round;
                        var category =
                                root.post("/v1/categories", Map.of("name", "c" + UUID.randomUUID()))
                                        .text("id");
                        var replies =
                                Client.together(
                                        List.<Callable<Client.Reply>>of(
                                                () ->
                                                        ana.upload(
                                                                Client.png(3),
                                                                Map.of("category_ids", category)),
                                                () -> {
                                                    Thread.sleep(pause);
                                                    return root.delete(
                                                            "/v1/categories/" + category);
                                                }));
                        lost = replies.stream().allMatch(reply -> reply.status() < 300);
                    }
                    assertThat(lost).isTrue();
                });
    }

    @Test
    void aLateReadyImageIsNeverFound() {
        planted(
                "indexer-skips-late-commit",
                nodes -> {
                    var ana = Client.member(nodes.getFirst());
                    var slow = ana.upload(Client.png(4, 2_000), Map.of("title", "slow"));
                    var quick = ana.upload(Client.png(5), Map.of("title", "quick"));
                    ana.settled(quick.text("id"));
                    ana.settled(slow.text("id"));
                    assertThat(ana.get("/v1/images/search?q=quick").json()).hasSize(1);
                    assertThat(ana.get("/v1/images/search?q=slow").json()).isEmpty();
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
                                                Thread.sleep(500);
                                                return vote(ana, image).call();
                                            }));
                    assertThat(replies.subList(0, 2))
                            .extracting(Client.Reply::status)
                            .containsExactlyInAnyOrder(200, 204);
                });
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
                    var calls = new ArrayList<Callable<Client.Reply>>();
                    calls.add(
                            () -> root.post("/v1/breeds/" + from + "/merge", Map.of("into", into)));
                    for (var k = 0; k < 6; k++) {
                        var pause = 10 * k;
                        calls.add(
                                () -> {
                                    Thread.sleep(pause);
                                    return root.get("/v1/images/search?breed_ids=" + into);
                                });
                    }
                    assertThat(Client.together(calls).stream().skip(1))
                            .anyMatch(reply -> reply.json().size() % 10 != 0);
                });
    }
}
