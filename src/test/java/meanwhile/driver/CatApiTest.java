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
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The profile of The Cat API against a stub that answers as its documentation and its known users
 * say it does. The real one is never called.
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
                    Map.entry("DELETE /images", Stub.Answer.text(400, "INVALID_DATA")),
                    Map.entry(
                            "DELETE /favourites",
                            Stub.Answer.text(429, "slow down")
                                    .with("Retry-After-Seconds", "32.112")));

    /** The shipped profile, with this door and without its pace. */
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
                            .replaceFirst("limits: .*\\n", "")
                            .replace(
                                    "from-environment: CAT_API_KEY", "from-file: \"" + key + "\""));
        }
    }
}
