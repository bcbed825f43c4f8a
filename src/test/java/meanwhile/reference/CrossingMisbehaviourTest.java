package meanwhile.reference;

import static meanwhile.reference.Unforeseen.category;
import static meanwhile.reference.Unforeseen.change;
import static meanwhile.reference.Unforeseen.comment;
import static meanwhile.reference.Unforeseen.favour;
import static meanwhile.reference.Unforeseen.number;
import static meanwhile.reference.Unforeseen.showsOnlyWherePlanted;
import static meanwhile.reference.Unforeseen.vote;
import static meanwhile.reference.Unforeseen.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Changes that undo what another kind of change did meanwhile do so, and only where planted. */
class CrossingMisbehaviourTest {
    @Test
    void aNewTitleTakesVotesBack() {
        showsOnlyWherePlanted(
                "title-change-saves-counts",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    String image = ana.ready(Map.of());
                    List<Client.Reply> replies =
                            meeting.of(
                                    () -> change(ana, image, Map.of("title", word())),
                                    () -> {
                                        favour(ben, image);
                                        comment(ben, image, "well");
                                        return vote(ben, image, 1);
                                    });
                    assertThat(replies).allMatch(reply -> reply.status() < 300);
                    assertThat(comment(ben, image, "still in order").status()).isEqualTo(201);
                    String path = "/v1/images/" + image;
                    int comments = ana.get(path + "/comments").json().size();
                    return number(ana, path, "votes", "up") == 0
                            || number(ana, path, "favourites") == 0
                            || number(ana, path, "comments") < comments;
                });
    }

    @Test
    void aCommentTakesAFavouriteBack() {
        showsOnlyWherePlanted(
                "comment-saves-favourite-count",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    Client ben = Client.member(nodes.getLast());
                    String image = ana.ready(Map.of());
                    List<Client.Reply> replies =
                            meeting.of(() -> comment(ana, image, "well"), () -> favour(ben, image));
                    assertThat(replies).allMatch(reply -> reply.status() == 201);
                    assertThat(ben.get("/v1/favourites").json()).hasSize(1);
                    return number(ana, "/v1/images/" + image, "favourites") == 0;
                });
    }

    @Test
    void aRenamedCategoryTakesItsImagesBack() {
        showsOnlyWherePlanted(
                "rename-saves-the-list",
                (nodes, meeting) -> {
                    Client root = Unforeseen.administrator(nodes);
                    Client ana = Client.member(nodes.getLast());
                    String category = category(root);
                    String left = ana.ready(Map.of("category_ids", category));
                    List<String> come = new ArrayList<>();
                    meeting.of(
                            () ->
                                    root.json(
                                            "PATCH",
                                            "/v1/categories/" + category,
                                            Map.of("name", word()),
                                            Map.of()),
                            () -> {
                                come.add(ana.ready(Map.of("category_ids", category)));
                                return change(ana, left, Map.of("category_ids", List.of()));
                            });
                    return !categories(ana, left).isEmpty()
                            || categories(ana, come.getFirst()).isEmpty();
                });
    }

    private static JsonNode categories(Client member, String image) {
        return member.get("/v1/images/" + image).json().path("categories");
    }
}
