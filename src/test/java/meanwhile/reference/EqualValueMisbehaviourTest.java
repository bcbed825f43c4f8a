package meanwhile.reference;

import static meanwhile.reference.Unforeseen.comment;
import static meanwhile.reference.Unforeseen.showsOnlyWherePlanted;
import static meanwhile.reference.Unforeseen.vote;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is equal is taken for the same, and only where that is planted. */
class EqualValueMisbehaviourTest {
    @Test
    void aTagIsValidAgain() {
        showsOnlyWherePlanted(
                "vote-version-from-value",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    String tag = vote(ana, image, 1).header("ETag");
                    vote(ana, image, -1);
                    assertThat(conditional(ana, image, tag)).isEqualTo(412);
                    vote(ana, image, 1);
                    return conditional(ana, image, tag) == 200;
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

    @Test
    void aRepeatedCommentIsDropped() {
        showsOnlyWherePlanted(
                "same-comment-dropped",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    String image = ana.ready(Map.of());
                    for (Client member : new Client[] {ana, ben, ana, ana}) {
                        assertThat(comment(member, image, "well").status()).isEqualTo(201);
                    }
                    int kept = ana.get("/v1/images/" + image + "/comments").json().size();
                    assertThat(kept).isGreaterThanOrEqualTo(3);
                    return kept == 3;
                });
    }

    @Test
    void aDeletionTakesATwinsPicture() {
        showsOnlyWherePlanted(
                "equal-bytes-stored-once",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    String one = ana.settled(upload(ana));
                    String twin = ben.settled(upload(ben));
                    String path = "/v1/images/" + twin + "/file";
                    assertThat(ben.get(path).raw().body()).isEqualTo(Client.png(1));
                    assertThat(ana.delete("/v1/images/" + one).status()).isEqualTo(204);
                    assertThat(ben.get("/v1/images/" + twin).text("status")).isEqualTo("ready");
                    return ben.get(path).status() == 404;
                });
    }

    private static String upload(Client member) {
        return member.upload(Client.png(1), Map.of()).text("id");
    }
}
