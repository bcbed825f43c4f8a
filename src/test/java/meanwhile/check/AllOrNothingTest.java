package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.Cursor;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;

/** Uploads that were broken off, and what exists of them, against tiny histories. */
class AllOrNothingTest {
    private static final CollectionId CATS = new CollectionId("cats");
    private static final ImageId TWIN = new ImageId("twin");
    private static final Operation LIST = new Operation.ListImages(null, 100);

    @Test
    void anUploadMayBeThereInFull() {
        holds(judged(looked(sent(), ImageStatus.READY, 1, 3L, TABBY)));
    }

    @Test
    void anImageMayBeLookedAtTwice() {
        Told told = image(listed(sent(), 10, TABBY), 11, TABBY, "one", ImageStatus.READY);
        image(told, 12, TABBY, "one", ImageStatus.READY);
        holds(judged(shelf(told, 14, TABBY), 20, TABBY));
    }

    @Test
    void nothingIsJudgedWhileTheListChanges() {
        Told changing = listed(listed(sent(), 10), 20, TABBY);
        undecided(uploads(changing), "the member's images kept changing");
        assertThat(AllOrNothing.isQuiet("Ana", changing.history())).isFalse();
        assertThat(AllOrNothing.isQuiet("Ana", listed(changing, 30, TABBY).history())).isTrue();
        assertThat(AllOrNothing.isQuiet("Ana", listed(sent(), 10).history())).isFalse();
    }

    @Test
    void aListOfSeveralPagesIsNotQuiet() {
        Answer page = new Answer.ImagesListed(List.of(TABBY), new Cursor("more"), null);
        Told told = sent().accepted("Ana", 10, 11, LIST, page).accepted("Ana", 20, 21, LIST, page);
        assertThat(AllOrNothing.isQuiet("Ana", told.history())).isFalse();
    }

    @Test
    void anothersListDoesNotCount() {
        Told told = listed(listed(sent(), 10, TABBY), 20, TABBY);
        told.accepted("Ben", 30, 31, LIST, new Answer.ImagesListed(List.of(), null, 0L));
        assertThat(AllOrNothing.isQuiet("Ana", told.history())).isTrue();
    }

    @Test
    void everyImageHasAnUpload() {
        Told told = image(listed(sent(), 10, TABBY), 12, TABBY, "stranger", ImageStatus.READY);
        contradicted(
                judged(told, 20, TABBY),
                "Expected only images whose upload was not refused, saw another",
                1,
                2);
    }

    @Test
    void aRefusedUploadMakesNoImage() {
        Told refused = new Told().refused("Ana", 0, 1, upload("one"), Refusal.THROTTLED);
        Told told = listed(refused.in(Phase.THEN), 10, TABBY);
        image(told, 12, TABBY, "one", ImageStatus.READY);
        contradicted(judged(told, 20, TABBY));
    }

    @Test
    void anUploadMakesOneImage() {
        Told told = image(listed(sent(), 10, TABBY, TWIN), 12, TABBY, "one", ImageStatus.READY);
        image(told, 13, TWIN, "one", ImageStatus.READY);
        contradicted(
                judged(told, 20, TABBY, TWIN),
                "Expected one image for an upload, saw two",
                0,
                2,
                3);
    }

    @Test
    void eachListedImageMustBeLookedAt() {
        undecided(
                judged(listed(sent(), 10, TABBY), 20, TABBY),
                "not every listed image could be looked at");
    }

    @Test
    void anImageHasItsEntry() {
        Told told = image(listed(sent(), 10, TABBY), 12, TABBY, "one", ImageStatus.READY);
        contradicted(
                judged(shelf(told, 14), 20, TABBY),
                "Expected the image in the collection that it was uploaded into",
                1,
                3);
    }

    @Test
    void anImageThatWasSentElsewhereNeedsNoEntry() {
        Told told = new Told().unknown("Ana", 0, 1, Told.upload("one")).in(Phase.THEN);
        image(listed(told, 10, TABBY), 12, TABBY, "one", ImageStatus.READY);
        holds(judged(shelf(told, 14), 20, TABBY));
    }

    @Test
    void theCollectionMustBeLookedAt() {
        Told told = image(listed(sent(), 10, TABBY), 12, TABBY, "one", ImageStatus.READY);
        undecided(judged(told, 20, TABBY), "the collection could not be looked at");
    }

    @Test
    void theAccountHoldsEachImageAndItsBytes() {
        contradicted(
                judged(looked(sent(), ImageStatus.READY, 1, 2L, TABBY)),
                "Expected an account of 1 images and 3 bytes, saw 1 images and 2 bytes",
                1,
                4);
        contradicted(judged(looked(sent(), ImageStatus.READY, 1, 4L, TABBY)));
        contradicted(judged(looked(sent(), ImageStatus.READY, 2, 3L, TABBY)));
        contradicted(judged(looked(sent(), ImageStatus.READY, 1, 0L, TABBY)));
    }

    @Test
    void theBytesOfADamagedFileMayBeKeptOrNot() {
        holds(judged(looked(sent(), ImageStatus.FAILED, 1, 3L, TABBY)));
        holds(judged(looked(sent(), ImageStatus.FAILED, 1, 0L, TABBY)));
        contradicted(judged(looked(sent(), ImageStatus.FAILED, 1, 4L, TABBY)));
    }

    /** An upload of three bytes without an answer. */
    private static Told sent() {
        return new Told().unknown("Ana", 0, 1, upload("one")).in(Phase.THEN);
    }

    private static Operation upload(String title) {
        return new Operation.UploadImage(
                        ImageFile.of("a.png", "image/png", title.getBytes(StandardCharsets.UTF_8)),
                        title)
                .with(Placement.into(CATS));
    }

    private static Told looked(
            Told told, ImageStatus status, long images, long bytes, ImageId image) {
        shelf(image(listed(told, 10, image), 12, image, "one", status), 14, image);
        Answer account = new Answer.MemberSeen(images, bytes);
        return listed(told.accepted("Ana", 16, 17, new Operation.ReadSelf(), account), 20, image);
    }

    private static Told listed(Told told, long at, ImageId... images) {
        Answer shown = new Answer.ImagesListed(List.of(images), null, null);
        return told.accepted("Ana", at, at + 1, LIST, shown);
    }

    private static Told image(Told told, long at, ImageId id, String title, ImageStatus status) {
        Answer seen = new Answer.ImageSeen(id, status, title, 0L, 0L, 1L);
        return told.accepted("Ana", at, at + 1, new Operation.ReadImage(id), seen);
    }

    private static Told shelf(Told told, long at, ImageId... entries) {
        Answer seen = new Answer.CollectionSeen(CATS, List.of(entries), null);
        return told.accepted("Ana", at, at + 1, new Operation.ReadCollection(CATS), seen);
    }

    private static Verdict judged(Told told, long at, ImageId... listed) {
        return uploads(listed(told, at, listed));
    }

    private static Verdict judged(Told told) {
        return uploads(told);
    }

    private static Verdict uploads(Told told) {
        return AllOrNothing.uploads("Ana", CATS, told.history());
    }
}
