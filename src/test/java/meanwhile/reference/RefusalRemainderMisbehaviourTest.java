package meanwhile.reference;

import static meanwhile.reference.Unforeseen.collection;
import static meanwhile.reference.Unforeseen.number;
import static meanwhile.reference.Unforeseen.replace;
import static meanwhile.reference.Unforeseen.showsOnlyWherePlanted;
import static meanwhile.reference.Unforeseen.vote;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refusals leave something behind or take too much back, and only where that is planted. */
class RefusalRemainderMisbehaviourTest {
    @Test
    void aRefusedUploadIsReturnedTwice() {
        showsOnlyWherePlanted(
                "refused-upload-returned-twice",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    Unforeseen.administrator(nodes)
                            .put(
                                    "/v1/admin/users/"
                                            + ana.get("/v1/me").text("id")
                                            + "/allowance",
                                    Map.of("uploads", 2, "window_seconds", 3600));
                    assertThat(upload(ana, Map.of())).isEqualTo(202);
                    String others = collection(ben).substring("/v1/collections/".length());
                    assertThat(upload(ana, Map.of("collection_id", others))).isEqualTo(403);
                    assertThat(upload(ana, Map.of())).isEqualTo(202);
                    return upload(ana, Map.of()) == 202;
                });
    }

    private static int upload(Client member, Map<String, String> fields) {
        return member.upload(Client.png(1), fields).status();
    }

    @Test
    void aRefusedReplacementIsCharged() {
        showsOnlyWherePlanted(
                "refused-replacement-charged",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    int before = number(ana, "/v1/me", "stored_bytes");
                    assertThat(replace(ana, image, Client.png(1), "\"77\"").status())
                            .isEqualTo(412);
                    return number(ana, "/v1/me", "stored_bytes") > before;
                });
    }

    @Test
    void aRefusedVoteCountsAsAVersion() {
        showsOnlyWherePlanted(
                "refused-vote-bumps-version",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    vote(ana, image, 1);
                    assertThat(conditional(ana, image, "\"77\"")).isEqualTo(412);
                    return conditional(ana, image, "\"1\"") == 412;
                });
    }

    private static int conditional(Client member, String image, String tag) {
        return member.json(
                        "POST",
                        "/v1/votes",
                        Map.of("image_id", image, "value", -1),
                        Map.of("If-Match", tag))
                .status();
    }
}
