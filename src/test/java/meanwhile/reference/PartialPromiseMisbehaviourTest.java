package meanwhile.reference;

import static meanwhile.reference.Unforeseen.comment;
import static meanwhile.reference.Unforeseen.favour;
import static meanwhile.reference.Unforeseen.showsOnlyWherePlanted;
import static meanwhile.reference.Unforeseen.vote;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Promises that are kept for most things are broken for one, and only where that is planted. */
class PartialPromiseMisbehaviourTest {
    @Test
    void commentsAreTakenInMaintenance() {
        showsOnlyWherePlanted(
                "comments-taken-in-maintenance",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getLast());
                    String image = ana.ready(Map.of());
                    Unforeseen.administrator(nodes)
                            .put("/v1/admin/maintenance", Map.of("read_only", true));
                    assertThat(vote(ana, image, 1).status()).isEqualTo(503);
                    assertThat(favour(ana, image).status()).isEqualTo(503);
                    return comment(ana, image, "well").status() == 201;
                });
    }

    @Test
    void theBannedHaveFavourites() {
        showsOnlyWherePlanted(
                "ban-unknown-to-favourites",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getLast());
                    String image = ana.ready(Map.of());
                    Unforeseen.administrator(nodes)
                            .put(
                                    "/v1/admin/users/" + ana.get("/v1/me").text("id") + "/ban",
                                    Map.of("banned", true));
                    assertThat(vote(ana, image, 1).status()).isEqualTo(403);
                    assertThat(ana.get("/v1/favourites").status()).isEqualTo(403);
                    Client.Reply added = favour(ana, image);
                    return added.status() == 201
                            && ana.delete("/v1/favourites/" + added.text("id")).status() == 204;
                });
    }

    @Test
    void ownFavouritesAreMissing() {
        showsOnlyWherePlanted(
                "favourites-cached-per-node",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    assertThat(ana.get("/v1/favourites").json()).isEmpty();
                    assertThat(favour(ana, image).status()).isEqualTo(201);
                    boolean missing = ana.get("/v1/favourites").json().isEmpty();
                    Planted.await(
                            "the favourite", () -> !ana.get("/v1/favourites").json().isEmpty());
                    return missing;
                });
    }

    @Test
    void anUploadIsAnsweredWithAnothers() {
        showsOnlyWherePlanted(
                "idempotency-key-of-nobody",
                (nodes, meeting) -> {
                    Map<String, String> key =
                            Map.of("Idempotency-Key", UUID.randomUUID().toString());
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    Client.Reply first = upload(ana, 1, key);
                    Client.Reply second = upload(ben, 2, key);
                    assertThat(upload(ana, 1, key).text("id")).isEqualTo(first.text("id"));
                    assertThat(upload(ana, 2, key).status()).isEqualTo(422);
                    return second.text("id").equals(first.text("id"))
                            && ben.get("/v1/images").json().isEmpty();
                });
    }

    private static Client.Reply upload(Client member, int seed, Map<String, String> key) {
        return member.form("POST", "/v1/images/upload", Client.png(seed), Map.of(), key);
    }

    @Test
    void aCommentIsRepeatedUnderItsKey() {
        showsOnlyWherePlanted(
                "key-ignored-for-comments",
                (nodes, meeting) -> {
                    Map<String, String> key =
                            Map.of("Idempotency-Key", UUID.randomUUID().toString());
                    Client ana = Client.member(nodes.getFirst());
                    String path = "/v1/images/" + ana.ready(Map.of()) + "/comments";
                    for (int k = 0; k < 2; k++) {
                        assertThat(ana.json("POST", path, Map.of("text", "well"), key).status())
                                .isEqualTo(201);
                    }
                    return ana.get(path).json().size() == 2;
                });
    }
}
