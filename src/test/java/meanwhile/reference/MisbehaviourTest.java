package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The trickier planted defects do misbehave, and in the way that their stories say. */
class MisbehaviourTest {
    private static Callable<Integer> status(Callable<Client.Reply> call) {
        return () -> call.call().status();
    }

    private static Map<String, Object> vote(String image, int value) {
        return Map.of("image_id", image, "value", value);
    }

    @Test
    void twoVotesOfOneMember() {
        Planted.race(
                "two-votes-of-one-member",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    Callable<Integer> cast = status(() -> ana.post("/v1/votes", vote(image, 1)));
                    Client.together(List.of(cast, cast));
                    assertThat(ana.get("/v1/votes").json()).hasSize(2);
                });
    }

    @Test
    void bothConditionalChangesAreAccepted() {
        Planted.race(
                "if-match-outside-transaction",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    boolean both = false;
                    for (int round = 0; round < 5 && !both; round++) {
                        String image = ana.ready(Map.of());
                        ana.post("/v1/votes", vote(image, 1));
                        Callable<Integer> change =
                                status(
                                        () ->
                                                ana.json(
                                                        "POST",
                                                        "/v1/votes",
                                                        vote(image, -1),
                                                        Map.of("If-Match", "\"1\"")));
                        both = Client.together(List.of(change, change)).equals(List.of(200, 200));
                        assertThat(change)
                                .satisfies(late -> assertThat(late.call()).isEqualTo(412));
                    }
                    assertThat(both).isTrue();
                });
    }

    @Test
    void aRetryRepeatsTheUpload() {
        Planted.race(
                "idempotency-kept-after-work",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    byte[] file = Client.png(7);
                    Map<String, String> key =
                            Map.of("Idempotency-Key", UUID.randomUUID().toString());
                    Callable<Integer> upload =
                            status(
                                    () ->
                                            ana.form(
                                                    "POST",
                                                    "/v1/images/upload",
                                                    file,
                                                    Map.of(),
                                                    key));
                    assertThat(Client.together(List.of(upload, upload))).containsOnly(202);
                    assertThat(upload).satisfies(late -> assertThat(late.call()).isEqualTo(202));
                    assertThat(ana.get("/v1/images").json()).hasSize(2);
                });
    }

    @Test
    void anUndoIsCountedTwice() {
        Planted.race(
                "undo-counted-twice",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    String id = ana.post("/v1/favourites", Map.of("image_id", image)).text("id");
                    Callable<Integer> undo = status(() -> ana.delete("/v1/favourites/" + id));
                    assertThat(Client.together(List.of(undo, undo))).containsOnly(204);
                    assertThat(ana.get("/v1/images/" + image).json().path("favourites").asInt())
                            .isEqualTo(-1);
                });
    }

    @Test
    void votesAreAcknowledgedAndDropped() {
        Planted.race(
                "vote-dropped-under-pressure",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    List<Client> voters =
                            IntStream.range(0, 20)
                                    .mapToObj(k -> Client.member(nodes.getFirst()))
                                    .toList();
                    int dropped = 0;
                    for (int round = 0; round < 5 && dropped == 0; round++) {
                        String image = ana.ready(Map.of());
                        List<Callable<Integer>> calls =
                                voters.stream()
                                        .map(
                                                voter ->
                                                        status(
                                                                () ->
                                                                        voter.post(
                                                                                "/v1/votes",
                                                                                vote(image, 1))))
                                        .toList();
                        assertThat(Client.together(calls)).containsOnly(201);
                        dropped = 20 - up(ana, image);
                    }
                    assertThat(dropped).isPositive();
                });
    }

    private static int up(Client member, String image) {
        return member.get("/v1/images/" + image).json().path("votes").path("up").asInt();
    }

    @Test
    void aVoteOutlivesItsImage() {
        Planted.race(
                "orphans-of-a-deleted-image",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    int orphans = 0;
                    for (int round = 0; round < 5 && orphans == 0; round++) {
                        String image = ana.ready(Map.of());
                        Client.together(
                                List.of(
                                        status(() -> ben.post("/v1/votes", vote(image, 1))),
                                        status(() -> ana.delete("/v1/images/" + image))));
                        orphans = ben.get("/v1/votes").json().size();
                    }
                    assertThat(orphans).isPositive();
                });
    }

    @Test
    void pagesLeaveAGapWhenVotesAreAdded() {
        Planted.race(
                "history-paged-from-its-end",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    List<String> images =
                            IntStream.range(0, 6).mapToObj(k -> ana.ready(Map.of())).toList();
                    images.subList(0, 4).forEach(image -> ana.post("/v1/votes", vote(image, 1)));
                    assertThat(paged(ana, 2, () -> {})).isEqualTo(images.subList(0, 4));
                    List<String> meanwhile =
                            paged(ana, 2, () -> ana.post("/v1/votes", vote(images.get(4), 1)));
                    assertThat(meanwhile).doesNotContain(images.get(2));
                });
    }

    /** The images of a paged history, with an action after the first page. */
    private static List<String> paged(Client member, int limit, Runnable meanwhile) {
        List<String> seen = new ArrayList<>();
        Client.Reply page = member.get("/v1/votes?limit=" + limit);
        meanwhile.run();
        while (true) {
            page.json().forEach((JsonNode vote) -> seen.add(vote.path("image_id").asString()));
            String link = page.header("Link");
            if (link.isEmpty()) {
                return seen;
            }
            page = member.get(link.substring(1, link.indexOf('>')));
        }
    }

    @Test
    void commentsShareAPosition() {
        Planted.race(
                "comment-position-is-count-plus-one",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    String path = "/v1/images/" + ana.ready(Map.of()) + "/comments";
                    Callable<Integer> add = status(() -> ana.post(path, Map.of("text", "x")));
                    Client.together(Collections.nCopies(4, add));
                    Set<Integer> positions = new HashSet<>();
                    ana.get(path)
                            .json()
                            .forEach(one -> positions.add(one.path("position").asInt()));
                    assertThat(positions).hasSizeLessThan(4);
                });
    }

    @Test
    void twoRefreshesBeginTwoSessions() {
        Planted.race(
                "refresh-twice-two-sessions",
                nodes -> {
                    Client stranger = new Client(nodes.getFirst(), null);
                    Map<String, String> name = Map.of("name", "ana", "password", "secret");
                    stranger.post("/v1/users", name);
                    String token = stranger.post("/v1/sessions", name).text("refresh_token");
                    Callable<Integer> refresh =
                            status(
                                    () ->
                                            stranger.post(
                                                    "/v1/sessions/refresh",
                                                    Map.of("refresh_token", token)));
                    assertThat(Client.together(List.of(refresh, refresh))).containsOnly(200);
                    assertThat(refresh).satisfies(late -> assertThat(late.call()).isEqualTo(401));
                });
    }

    @Test
    void whoeverAsksForItBecomesAdministrator() {
        Planted.race(
                "role-taken-from-the-body",
                nodes -> {
                    Client stranger = new Client(nodes.getFirst(), null);
                    Map<String, String> name =
                            Map.of("name", "eve", "password", "secret", "role", "administrator");
                    assertThat(stranger.post("/v1/users", name).status()).isEqualTo(201);
                    Client eve = Client.logIn(nodes.getFirst(), "eve", "secret");
                    assertThat(eve.post("/v1/admin/reindex", Map.of()).status()).isEqualTo(200);
                });
    }

    @Test
    void aStaleImageStays() {
        Planted.race(
                "invalidation-races-fill",
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    String image = "/v1/images/" + ana.ready(Map.of("title", "first"));
                    // A change empties the cache, which was filled during the wait.
                    ana.json("PATCH", image, Map.of("title", "old"), version(1));
                    Planted.inWindow(
                            () -> ben.get(image),
                            () -> ana.json("PATCH", image, Map.of("title", "new"), version(2)));
                    assertThat(ana.get(image).text("title")).isEqualTo("old");
                });
    }

    private static Map<String, String> version(int version) {
        return Map.of("If-Match", "\"" + version + "\"");
    }
}
