package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;

/** The words and pictures of one version against tiny histories. */
class ImageVersionsTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Operation READ = new Operation.ReadImage(TABBY);

    @Test
    void isSeenWhole() {
        holds(whole(changed().accepted("Ben", 2, 3, READ, image(1, "a", "a"))));
        holds(whole(changed().accepted("Ben", 2, 3, READ, image(2, "b", "b"))));
        contradicted(whole(changed().accepted("Ben", 2, 3, READ, image(2, "b", "a"))));
        undecided(whole(new Told().accepted("Ben", 2, 3, READ, image(1, "a", "a"))));
    }

    @Test
    void mayBeOneWithoutAnAnswer() {
        Told lost = changed().unknown("Ana", 4, 5, change("c"));
        holds(whole(lost.accepted("Ben", 6, 7, READ, image(3, "c", "c"))));
        contradicted(whole(lost.accepted("Ben", 8, 9, READ, image(3, "c", "b"))));
    }

    @Test
    void hasOneTextAndOnePicture() {
        contradicted(whole(changed().accepted("Ben", 2, 3, READ, image(2, "a", "a"))));
        contradicted(
                PictureIntegrity.whole(
                        new Told()
                                .accepted("Ben", 0, 1, READ, image(1, "a", "", "one", 0))
                                .accepted("Cid", 2, 3, READ, image(1, "a", "", "two", 0))
                                .history()));
        holds(
                PictureIntegrity.whole(
                        new Told()
                                .accepted("Ben", 0, 1, READ, image(1, "a", "", "one", 0))
                                .accepted("Cid", 2, 3, READ, image(2, "a", "", "two", 0))
                                .history()));
    }

    @Test
    void doesNotRunBackwards() {
        holds(backwards(changed().accepted("Ben", 50, 51, READ, image(1, "a", "a"))));
        contradicted(backwards(changed().accepted("Ana", 50, 51, READ, image(1, "a", "a"))));
        contradicted(backwards(changed().accepted("Ben", 150, 151, READ, image(1, "a", "a"))));
        contradicted(
                backwards(
                        changed()
                                .accepted("Ben", 50, 51, READ, image(2, "b", "b"))
                                .accepted("Ben", 52, 53, READ, image(1, "a", "a"))));
        holds(
                backwards(
                        changed()
                                .accepted("Ben", 50, 51, READ, image(2, "b", "b"))
                                .accepted("Cid", 52, 53, READ, image(1, "a", "a"))));
    }

    @Test
    void isAPictureThatWasSent() {
        Told sent = new Told().uploaded("Ana", 0, 1, "tabby");
        String other = file("other").sha256();
        contradicted(opened(sent, other));
        holds(
                opened(
                        sent.unknown(
                                "Ana",
                                2,
                                3,
                                new Operation.ReplaceBytes(TABBY, file("other"), null)),
                        other));
    }

    @Test
    void bytesUnderOneTagAreTheSameBytes() {
        String one = file("one").sha256();
        String two = file("two").sha256();
        Told sent =
                new Told()
                        .accepted("Ana", 0, 1, upload("one"), new Answer.UploadTaken(TABBY))
                        .accepted("Ana", 2, 3, replace("two"), new Answer.Done());
        holds(PictureIntegrity.whole(gets(gets(sent, one, "1"), two, "2").history()));
        contradicted(PictureIntegrity.whole(gets(gets(sent, one, "3"), two, "3").history()));
    }

    private Operation upload(String content) {
        return new Operation.UploadImage(file(content), content);
    }

    private Operation replace(String content) {
        return new Operation.ReplaceBytes(TABBY, file(content), null);
    }

    private Told gets(Told told, String sha, String tag) {
        Answer bytes = new Answer.BytesSeen(sha, 3, tag);
        return told.accepted("Ben", 4, 5, new Operation.ReadBytes(TABBY), bytes);
    }

    private Verdict opened(Told told, String sha) {
        return PictureIntegrity.whole(
                told.accepted(
                                "Ben",
                                4,
                                5,
                                new Operation.ReadBytes(TABBY),
                                new Answer.BytesSeen(sha, 5))
                        .history());
    }

    private ImageFile file(String content) {
        return ImageFile.of("x.png", "image/png", content.getBytes(StandardCharsets.UTF_8));
    }

    private Told changed() {
        return new Told()
                .in(Phase.GIVEN)
                .accepted("Eve", -3, -2, READ, image(1, "a", "a"))
                .in(Phase.WHEN)
                .accepted("Ana", 0, 1, change("b"), new Answer.ImageChanged(2L));
    }

    private Operation change(String words) {
        return new Operation.ChangeImage(TABBY, words, words, null, null, null, null);
    }

    private Verdict whole(Told told) {
        return ImageVersions.whole(TABBY, told.history());
    }

    private Verdict backwards(Told told) {
        return ImageVersions.neverBackwards(TABBY, told.history(), DELAY);
    }

    private static Answer image(long version, String title, String description) {
        return image(version, title, description, "s", 0);
    }

    private static Answer image(
            long version, String title, String description, String sha, long favourites) {
        return new Answer.ImageSeen(
                TABBY,
                ImageStatus.READY,
                title,
                0L,
                0L,
                version,
                new Answer.Details(description, sha, null, null, null, favourites, 0L));
    }
}
