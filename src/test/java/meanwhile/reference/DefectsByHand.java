package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.reference.media.Media;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Shows each planted defect by a race of its own, and that the sound gallery passes the same. Not
 * part of the build (the specification itself does this better): run it by -Dtest=DefectsByHand.
 */
class DefectsByHand {
    private static final int ROUNDS = 20;

    /** Plays one round on a gallery and says whether the fault showed. */
    @FunctionalInterface
    interface Round {
        boolean shows(ReferenceGallery gallery) throws Exception;
    }

    private static final Map<String, Round> ROUND =
            Map.ofEntries(
                    Map.entry("upload-never-answered", DefectsByHand::neverAnswered),
                    Map.entry("temp-file-name-reused", DefectsByHand::swappedBytes),
                    Map.entry("listed-twice", DefectsByHand::listedTwice),
                    Map.entry("check-then-act-limiter", DefectsByHand::overshoot),
                    Map.entry("limiter-never-refills", DefectsByHand::refusedAfterRetry),
                    Map.entry("throttled-after-storing", DefectsByHand::storedThough),
                    Map.entry("wrong-retry-after", DefectsByHand::refusedAfterRetry),
                    Map.entry("delete-deadlocks-with-processor", DefectsByHand::deleteFails),
                    Map.entry("late-ready-resurrects", DefectsByHand::resurrected),
                    Map.entry("quota-not-returned", DefectsByHand::bytesRemain),
                    Map.entry("search-keeps-deleted", DefectsByHand::foundThoughDeleted),
                    Map.entry("delete-counts-twice", DefectsByHand::deletedTwice),
                    Map.entry("row-lock-timeout-as-500", DefectsByHand::voteFails),
                    Map.entry("lost-update-vote-counter", DefectsByHand::voteLost),
                    Map.entry("vote-change-adjusts-twice", DefectsByHand::changeCountedTwice),
                    Map.entry("withdrawal-keeps-total", DefectsByHand::withdrawalCounted));

    @TestFactory
    List<DynamicTest> everyDefectShowsAndItsSoundTwinDoesNot() {
        var tests = new ArrayList<DynamicTest>();
        tests.add(
                DynamicTest.dynamicTest(
                        "sound",
                        () -> {
                            var shown = new TreeMap<String, Integer>();
                            try (var gallery = start(UnaryOperator.identity())) {
                                for (var round : new TreeMap<>(ROUND).entrySet()) {
                                    shown.put(round.getKey(), shown(gallery, round.getValue(), 3));
                                }
                            }
                            assertThat(shown.values()).containsOnly(0);
                        }));
        for (var defect : PlantedDefects.all()) {
            if (!defect.name().contains(System.getProperty("defect", ""))) {
                continue;
            }
            tests.add(
                    DynamicTest.dynamicTest(
                            defect.name(),
                            () -> {
                                try (var gallery = start(defect.plant())) {
                                    var rounds = defect.race() ? ROUNDS : 2;
                                    var shown =
                                            shown(
                                                    gallery,
                                                    java.util.Objects.requireNonNull(
                                                            ROUND.get(defect.name())),
                                                    rounds);
                                    System.out.println(
                                            "DEFECT " + defect.name() + " " + shown + "/" + rounds);
                                    assertThat(shown).isPositive();
                                }
                            }));
        }
        return tests;
    }

    private static ReferenceGallery start(UnaryOperator<Parts> alterations) {
        return ReferenceGallery.start(GalleryOptions.defaults(), alterations);
    }

    private static int shown(ReferenceGallery gallery, Round round, int rounds) throws Exception {
        var shown = 0;
        for (var k = 0; k < rounds; k++) {
            shown += round.shows(gallery) ? 1 : 0;
        }
        return shown;
    }

    private static URI node(ReferenceGallery gallery, int k) {
        return gallery.nodes().get(k % gallery.nodes().size());
    }

    private static <T> List<T> times(int n, Function<Integer, Callable<T>> call) {
        return Client.together(IntStream.range(0, n).mapToObj(k -> call.apply(k)).toList());
    }

    private static boolean neverAnswered(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0)).impatient();
        return times(
                        12,
                        k ->
                                () -> {
                                    try {
                                        return ana.upload(Client.png(k), Map.of()).status();
                                    } catch (UncheckedIOException late) {
                                        return late.getCause() instanceof HttpTimeoutException
                                                ? 0
                                                : -1;
                                    }
                                })
                .contains(0);
    }

    private static boolean swappedBytes(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0));
        var files = IntStream.range(0, 10).mapToObj(k -> Client.png(k * 77 + 1)).toList();
        var replies = times(10, k -> () -> ana.upload(files.get(k), Map.of()));
        return IntStream.range(0, 10)
                .anyMatch(
                        k ->
                                replies.get(k).status() == 202
                                        && !ana.get("/v1/images/" + replies.get(k).text("id"))
                                                .text("sha256")
                                                .equals(Media.sha256(files.get(k))));
    }

    private static boolean listedTwice(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0));
        ana.ready(Map.of());
        ana.ready(Map.of());
        return ana.get("/v1/images").json().size() != 2;
    }

    private static Client limited(ReferenceGallery gallery, int uploads, int seconds) {
        var ana = Client.member(node(gallery, 0));
        Client.logIn(node(gallery, 0), "administrator", "administrator")
                .put(
                        "/v1/admin/users/" + ana.get("/v1/me").text("id") + "/allowance",
                        Map.of("uploads", uploads, "window_seconds", seconds));
        return ana;
    }

    private static boolean overshoot(ReferenceGallery gallery) {
        var ana = limited(gallery, 3, 60);
        var statuses =
                times(
                        8,
                        k ->
                                () ->
                                        ana.at(node(gallery, k))
                                                .upload(Client.png(k), Map.of())
                                                .status());
        return statuses.stream().filter(status -> status == 202).count() > 3;
    }

    private static boolean refusedAfterRetry(ReferenceGallery gallery) throws Exception {
        var ana = limited(gallery, 1, 3);
        ana.upload(Client.png(1), Map.of());
        var refused = ana.upload(Client.png(1), Map.of());
        // The promise is about waiting so long.
        Thread.sleep(Long.parseLong(refused.header("Retry-After")) * 1000);
        return ana.upload(Client.png(1), Map.of()).status() != 202;
    }

    private static boolean storedThough(ReferenceGallery gallery) {
        var ana = limited(gallery, 1, 60);
        ana.upload(Client.png(1), Map.of());
        return ana.upload(Client.png(1), Map.of()).status() == 429
                && ana.get("/v1/me").json().path("images").asInt() != 1;
    }

    private static boolean deleteFails(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0));
        var id = ana.upload(Client.png(1, 800), Map.of()).text("id");
        return ana.delete("/v1/images/" + id).status() != 204;
    }

    private static boolean resurrected(ReferenceGallery gallery) throws Exception {
        var ana = Client.member(node(gallery, 0));
        var ids = new ArrayList<String>();
        for (var k = 0; k < 4; k++) {
            var id = ana.upload(Client.png(k, 800), Map.of()).text("id");
            ana.delete("/v1/images/" + id);
            ids.add(id);
        }
        ana.ready(Map.of());
        Thread.sleep(200);
        return ids.stream().anyMatch(id -> ana.get("/v1/images/" + id).status() == 200);
    }

    private static boolean bytesRemain(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0));
        ana.delete("/v1/images/" + ana.ready(Map.of()));
        return ana.get("/v1/me").json().path("stored_bytes").asLong() != 0;
    }

    private static boolean foundThoughDeleted(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0));
        var word = "w" + System.nanoTime();
        ana.delete("/v1/images/" + ana.ready(Map.of("title", word)));
        return IntStream.range(0, 2)
                .anyMatch(
                        k ->
                                !ana.at(node(gallery, k))
                                        .get("/v1/images/search?q=" + word)
                                        .json()
                                        .isEmpty());
    }

    private static boolean deletedTwice(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0));
        ana.ready(Map.of());
        var id = ana.ready(Map.of());
        var statuses =
                times(5, k -> () -> ana.at(node(gallery, k)).delete("/v1/images/" + id).status());
        return statuses.stream().filter(status -> status == 204).count() > 1
                && ana.get("/v1/me").json().path("images").asInt() != 1;
    }

    private static List<Client> voters(ReferenceGallery gallery, int n) {
        return IntStream.range(0, n).mapToObj(k -> Client.member(node(gallery, k))).toList();
    }

    private static Client.Reply vote(Client voter, String image, int value) {
        return voter.post("/v1/votes", Map.of("image_id", image, "value", value));
    }

    private static boolean voteFails(ReferenceGallery gallery) {
        var voters = voters(gallery, 10);
        var image = voters.getFirst().ready(Map.of());
        return times(10, k -> () -> vote(voters.get(k), image, 1).status()).contains(500);
    }

    private static int up(Client reader, String image) {
        return reader.get("/v1/images/" + image).json().path("votes").path("up").asInt();
    }

    private static boolean voteLost(ReferenceGallery gallery) {
        var voters = voters(gallery, 10);
        var image = voters.getFirst().ready(Map.of());
        var accepted =
                times(10, k -> () -> vote(voters.get(k), image, 1).status()).stream()
                        .filter(status -> status == 201)
                        .count();
        return up(voters.getFirst(), image) != accepted;
    }

    private static boolean changeCountedTwice(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0));
        var image = ana.ready(Map.of());
        vote(ana, image, -1);
        times(4, k -> () -> vote(ana.at(node(gallery, k)), image, 1).status());
        return up(ana, image) != 1;
    }

    private static boolean withdrawalCounted(ReferenceGallery gallery) {
        var ana = Client.member(node(gallery, 0));
        var image = ana.ready(Map.of());
        ana.delete("/v1/votes/" + vote(ana, image, 1).text("id"));
        return up(ana, image) != 0;
    }
}
