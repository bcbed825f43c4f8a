package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.Cursor;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the profile of The Cat API against a stub that answers as the API's documentation and known
 * clients describe. The real API is never called.
 */
class CatApiTest {
    private static final ImageId IMAGE = new ImageId("43u");

    @TempDir private Path folder;

    @Test
    void whatItDocumentsIsUnderstood() throws Exception {
        try (Stub stub = new Stub(CatApiTest::answer);
                HttpGallery gallery = gallery(stub)) {
            assertThat(gallery.lacks()).contains(Capability.ONE_VOTE_PER_MEMBER);
            ImageFile file = ImageFile.of("a.png", "image/png", new byte[] {'x'});
            assertThat(said(gallery, new Operation.UploadImage(file, "Tabby")))
                    .isEqualTo(new Answer.UploadTaken(IMAGE));
            assertThat(said(gallery, new Operation.CastVote(IMAGE, VoteValue.DOWN)))
                    .isEqualTo(new Answer.VoteTaken(new VoteId("31098")));
            assertThat(said(gallery, new Operation.ListVotes(null, 1)).toString())
                    .contains("31098", "DOWN", "next=1", "total=2");
            assertThat(said(gallery, new Operation.AddFavourite(IMAGE)))
                    .isEqualTo(new Answer.FavouriteTaken(new FavouriteId("2345")));
            assertThat(stub.asked())
                    .contains(
                            "POST /votes {\"image_id\":\"43u\",\"sub_id\":\"ana\",\"value\":0}",
                            "GET /votes?limit=1&order=ASC&page=0&sub_id=ana");
        }
    }

    /** Pages begin at 0 and have at most 100 entries; a header states the total. */
    @Test
    void itsListsHavePages() throws Exception {
        try (Stub stub = new Stub(CatApiTest::answer);
                HttpGallery gallery = gallery(stub)) {
            Answer.ImagesListed feed = listed(gallery, new Operation.ReadFeed(null, 2));
            assertThat(feed.ids()).containsExactly(new ImageId("43u"), new ImageId("MTY3"));
            assertThat(feed.total()).isEqualTo(3);
            assertThat(feed.next()).isEqualTo(new Cursor("1"));
            assertThat(listed(gallery, new Operation.ReadFeed(feed.next(), 2)).next()).isNull();
            listed(gallery, new Operation.ListImages(null, 500));
            TopicId boxes = new TopicId("5");
            TopicId bengal = new TopicId("beng");
            assertThat(listed(gallery, new Operation.FilterByCategory(boxes, null, 2)).ids())
                    .isNotEmpty();
            assertThat(listed(gallery, new Operation.FilterByBreed(bengal, null, 2)).ids())
                    .isNotEmpty();
            assertThat(said(gallery, new Operation.ListFavourites(null, 5)).toString())
                    .contains("2345", "43u", "total=1");
            assertThat(stub.asked())
                    .containsExactly(
                            "GET /images/search?limit=2&order=DESC&page=0",
                            "GET /images/search?limit=2&order=DESC&page=1",
                            "GET /images/?limit=100&order=DESC&page=0&sub_id=ana",
                            "GET /images/search?category_ids=5&limit=2&order=DESC&page=0",
                            "GET /images/search?breed_ids=beng&limit=2&order=DESC&page=0",
                            "GET /favourites?limit=5&order=ASC&page=0&sub_id=ana");
        }
    }

    @Test
    void categoriesAndBreedsAreItsTopics() throws Exception {
        try (Stub stub = new Stub(CatApiTest::answer);
                HttpGallery gallery = gallery(stub)) {
            assertThat(said(gallery, new Operation.ListTopics(TopicKind.CATEGORY)).toString())
                    .contains("5", "boxes");
            assertThat(said(gallery, new Operation.ListTopics(TopicKind.BREED)).toString())
                    .contains("beng", "Bengal");
        }
    }

    @Test
    void whatWasGivenIsTakenBack() throws Exception {
        try (Stub stub = new Stub(CatApiTest::answer);
                HttpGallery gallery = gallery(stub)) {
            assertThat(said(gallery, new Operation.WithdrawVote(new VoteId("31098"), IMAGE)))
                    .isEqualTo(new Answer.Done());
            assertThat(said(gallery, new Operation.DeleteImage(new ImageId("mine"))))
                    .isEqualTo(new Answer.Done());
            assertThat(stub.asked()).containsExactly("DELETE /votes/31098", "DELETE /images/mine");
        }
    }

    private static Answer.ImagesListed listed(HttpGallery gallery, Operation operation)
            throws Exception {
        return (Answer.ImagesListed) said(gallery, operation);
    }

    @Test
    void itsRefusalsAreLinesOfText() throws Exception {
        try (Stub stub = new Stub(CatApiTest::answer);
                HttpGallery gallery = gallery(stub)) {
            Stub.send(gallery, "ana", new Operation.AddFavourite(IMAGE));
            assertRefused(
                    gallery, new Operation.AddFavourite(new ImageId("again")), Refusal.DUPLICATE);
            assertRefused(gallery, new Operation.ReadImage(new ImageId("unknown")), Refusal.GONE);
            assertRefused(gallery, new Operation.DeleteImage(IMAGE), Refusal.GONE);
            assertThat(
                            Stub.send(
                                    gallery,
                                    "ana",
                                    new Operation.RemoveFavourite(new FavouriteId("1"), IMAGE)))
                    .isEqualTo(
                            new Outcome.Refused(
                                    429, Refusal.THROTTLED, Duration.ofSeconds(33), "slow down"));
        }
    }

    private static void assertRefused(HttpGallery gallery, Operation operation, Refusal why)
            throws Exception {
        assertThat(Stub.send(gallery, "ana", operation).isRefused(why)).isTrue();
    }

    private static Answer said(HttpGallery gallery, Operation operation) throws Exception {
        Outcome outcome = Stub.send(gallery, "ana", operation);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).answer();
    }

    private static Stub.Answer answer(Stub.Question asked) {
        if (!asked.header("x-api-key").equals("our-key")) {
            return Stub.Answer.text(401, "AUTHENTICATION_ERROR - you need to send your API Key");
        }
        String line = asked.line();
        for (Map.Entry<String, Stub.Answer> one : ANSWERS) {
            if (line.startsWith(one.getKey())
                    && (!one.getKey().endsWith("favourites") || !asked.body().contains("again"))) {
                return one.getValue();
            }
        }
        return Stub.Answer.text(
                400, "DUPLICATE_FAVOURITE - favourites are unique for account + image_id + sub_id");
    }

    private static Stub.Answer cats(String... ids) {
        String cats =
                Stream.of(ids)
                        .map(
                                "{\"id\":\"%1$s\",\"url\":\"https://cdn/%1$s.jpg\",\"breeds\":[]}"
                                        ::formatted)
                        .collect(Collectors.joining(",", "[", "]"));
        return Stub.Answer.json(200, cats)
                .with("Pagination-Count", "3")
                .with("Pagination-Limit", "2");
    }

    private static final List<Map.Entry<String, Stub.Answer>> ANSWERS =
            List.of(
                    Map.entry(
                            "POST /images/upload",
                            Stub.Answer.json(201, "{\"id\":\"43u\",\"pending\":0,\"approved\":1}")),
                    Map.entry(
                            "POST /votes",
                            Stub.Answer.json(201, "{\"message\":\"SUCCESS\",\"id\":31098}")),
                    Map.entry(
                            "GET /votes",
                            Stub.Answer.json(
                                            200,
                                            "[{\"id\":31098,\"image_id\":\"43u\",\"sub_id\":\"ana\",\"value\":0}]")
                                    .with("Pagination-Count", "2")),
                    Map.entry(
                            "POST /favourites",
                            Stub.Answer.json(200, "{\"message\":\"SUCCESS\",\"id\":2345}")),
                    Map.entry(
                            "GET /images/unknown",
                            Stub.Answer.text(
                                    400,
                                    "Couldn't find an image matching the passed 'id' of unknown")),
                    Map.entry("GET /images/search?limit=2&order=DESC&page=1", cats("xyz")),
                    Map.entry("GET /images/", cats("43u", "MTY3")),
                    Map.entry(
                            "GET /categories",
                            Stub.Answer.json(200, "[{\"id\":5,\"name\":\"boxes\"}]")),
                    Map.entry(
                            "GET /breeds",
                            Stub.Answer.json(
                                    200,
                                    "[{\"id\":\"beng\",\"name\":\"Bengal\",\"weight\":{\"metric\":\"3"
                                        + " - 7\"}}]")),
                    Map.entry(
                            "GET /favourites",
                            Stub.Answer.json(
                                            200,
                                            "[{\"id\":2345,\"image_id\":\"43u\",\"sub_id\":\"ana\",\"image\":{\"id\":\"43u\"}}]")
                                    .with("Pagination-Count", "1")),
                    Map.entry("DELETE /votes", Stub.Answer.json(200, "{\"message\":\"SUCCESS\"}")),
                    Map.entry("DELETE /images/mine", Stub.Answer.text(204, "")),
                    Map.entry("DELETE /images", Stub.Answer.text(400, "INVALID_DATA")),
                    Map.entry(
                            "DELETE /favourites",
                            Stub.Answer.text(429, "slow down")
                                    .with("Retry-After-Seconds", "32.112")));

    /** The shipped profile, with this door and without its rate limit. */
    private HttpGallery gallery(Stub stub) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "our-key");
        try (InputStream shipped = getClass().getResourceAsStream("/targets/thecatapi.yaml")) {
            String yaml =
                    new String(
                            Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            return stub.gallery(
                    folder,
                    yaml.replaceFirst("name: .*\\n", "")
                            .replaceFirst("doors: .*\\n", "")
                            .replaceFirst("limits: .*\\n", "limits: {page-size: 100}\n")
                            .replace(
                                    "from-environment: CAT_API_KEY", "from-file: \"" + key + "\""));
        }
    }
}
