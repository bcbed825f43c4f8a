package meanwhile.reference;

import static meanwhile.reference.Unforeseen.category;
import static meanwhile.reference.Unforeseen.change;
import static meanwhile.reference.Unforeseen.collection;
import static meanwhile.reference.Unforeseen.number;
import static meanwhile.reference.Unforeseen.replace;
import static meanwhile.reference.Unforeseen.showsOnlyWherePlanted;
import static meanwhile.reference.Unforeseen.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What should agree and is hardly ever compared disagrees, and only where that is planted. */
class UnreadRelationMisbehaviourTest {
    private static int charged(Client member) {
        return number(member, "/v1/me", "stored_bytes");
    }

    /** Replaces the picture, and waits until that is done. */
    private static void replaceFully(Client member, String image, byte[] file) {
        String path = "/v1/images/" + image;
        assertThat(replace(member, image, file, "*").status()).isEqualTo(202);
        Planted.await(
                "the new picture",
                () -> Arrays.equals(member.get(path + "/file").raw().body(), file));
    }

    @Test
    void replacedBytesStayCharged() {
        showsOnlyWherePlanted(
                "replaced-bytes-still-charged",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    byte[] file = Client.png(1, 20);
                    replaceFully(ana, image, file);
                    boolean tooMuch = charged(ana) > file.length;
                    assertThat(ana.delete("/v1/images/" + image).status()).isEqualTo(204);
                    assertThat(charged(ana) > 0).isEqualTo(tooMuch);
                    return tooMuch;
                });
    }

    @Test
    void theThumbnailIsOld() {
        showsOnlyWherePlanted(
                "thumbnail-of-the-old-picture",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    String path = "/v1/images/" + image + "/thumbnail";
                    byte[] old = ana.get(path).raw().body();
                    replaceFully(ana, image, Client.png(1, 300));
                    assertThat(number(ana, "/v1/images/" + image, "width")).isEqualTo(300);
                    return Arrays.equals(ana.get(path).raw().body(), old);
                });
    }

    @Test
    void oldWordsAreFound() {
        showsOnlyWherePlanted(
                "search-keeps-old-words",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String before = word();
                    String after = word();
                    String image = ana.ready(Map.of("title", before));
                    change(ana, image, Map.of("title", after));
                    assertThat(ana.get("/v1/images/search?q=" + after).json()).hasSize(1);
                    return !ana.get("/v1/images/search?q=" + before).json().isEmpty();
                });
    }

    private static boolean disagrees(Client member, String collection) {
        return number(member, collection, "count")
                != member.get(collection).json().path("entries").size();
    }

    @Test
    void oneCollectionOnlyCountsADeletion() {
        showsOnlyWherePlanted(
                "deletion-counted-in-one-collection",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of());
                    String first = collection(ana);
                    String second = collection(ana);
                    ana.put(first + "/images/" + image, Map.of());
                    ana.put(second + "/images/" + image, Map.of());
                    assertThat(ana.delete("/v1/images/" + image).status()).isEqualTo(204);
                    assertThat(ana.get(second).json().path("entries")).isEmpty();
                    return !disagrees(ana, first) && disagrees(ana, second);
                });
    }

    @Test
    void whatIsTakenOutIsCounted() {
        showsOnlyWherePlanted(
                "taken-out-and-still-counted",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String collection = collection(ana);
                    String path = collection + "/images/" + ana.ready(Map.of());
                    ana.put(path, Map.of());
                    assertThat(disagrees(ana, collection)).isFalse();
                    assertThat(ana.delete(path).status()).isEqualTo(204);
                    return disagrees(ana, collection);
                });
    }

    @Test
    void aMergeDoublesAnImage() {
        showsOnlyWherePlanted(
                "merge-doubles-common-images",
                (nodes, meeting) -> {
                    Client root = Unforeseen.administrator(nodes);
                    String from = category(root);
                    String into = category(root);
                    String image = root.ready(Map.of("category_ids", from + "," + into));
                    root.post("/v1/categories/" + from + "/merge", Map.of("into", into));
                    int categories =
                            root.get("/v1/images/" + image).json().path("categories").size();
                    int counted =
                            IntStream.range(0, root.get("/v1/categories").json().size())
                                    .mapToObj(root.get("/v1/categories").json()::get)
                                    .filter(one -> one.path("id").asString().equals(into))
                                    .mapToInt(one -> one.path("images").asInt())
                                    .sum();
                    assertThat(counted).isEqualTo(categories);
                    return categories == 2;
                });
    }
}
