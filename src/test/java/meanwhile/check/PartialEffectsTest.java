package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.notOffered;

import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entries without images, and images without entries, against tiny histories. */
class PartialEffectsTest {
    private static final CollectionId CATS = new CollectionId("cats");
    private static final CollectionId DOGS = new CollectionId("dogs");
    private static final ImageId OTHER = new ImageId("other");
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Operation LIST = new Operation.ListImages(null, 9);
    private static final Answer DONE = new Answer.Done();

    @Test
    void eachImageIsThereOnce() {
        contradicted(
                none(look(new Told(), "Ben", 0, 2L, TABBY, TABBY)),
                "Expected each image once in the collection, saw one twice",
                0);
    }

    @Test
    void theCountMayNotBeGiven() {
        notOffered(none(look(new Told(), "Ben", 0, null, TABBY)));
    }

    @Test
    void anEntryOfAnImageThatNobodyRemovedHasOne() {
        contradicted(
                none(missed(look(new Told(), "Ben", 0, 1L, TABBY), "Ben", 2)),
                "Expected an image behind each entry, found an entry without one",
                0,
                1);
        holds(none(missed(look(new Told(), "Ben", 0, 1L, TABBY), "Cid", 2)));
        holds(none(missed(look(new Told(), "Ben", 0, 1L, TABBY), "Ben", 1)));
    }

    @Test
    void anImageMayGoAsTheLookEnds() {
        Operation delete = new Operation.DeleteImage(TABBY);
        Told entry = missed(look(new Told(), "Ben", 0, 1L, TABBY), "Ben", 2);
        holds(none(entry.unknown("Ana", 3, 9, delete)));
        Told late = missed(look(new Told(), "Ben", 0, 1L, TABBY), "Ben", 2);
        contradicted(none(late.unknown("Ana", 4, 9, delete)));
    }

    @Test
    void anImageThatWasTakenOutOfAnotherIsStillThere() {
        Told taken = image(uploaded(), "Ben", 2).accepted("Ana", 4, 5, take(CATS, TABBY), DONE);
        holds(none(look(taken, "Ben", 6, 0L)));
        Told away = image(uploaded(), "Ben", 2).accepted("Ana", 4, 5, take(DOGS, TABBY), DONE);
        contradicted(none(look(away, "Ben", 6, 0L)));
        Told other = image(uploaded(), "Ben", 2).accepted("Ana", 4, 5, take(CATS, OTHER), DONE);
        contradicted(none(look(other, "Ben", 6, 0L)));
    }

    @Test
    void anImageThatWasSeenHasItsEntry() {
        contradicted(
                none(look(image(uploaded(), "Ben", 2), "Ben", 4, 0L)),
                "Expected the image to be in the collection, as it was uploaded into it; saw the"
                        + " image, but no entry",
                0,
                1,
                2);
        contradicted(none(look(listed(uploaded(), TABBY), "Ben", 4, 0L)));
    }

    @Test
    void anImageThatOnlyAnotherHasSeenNeedsNoEntryYet() {
        holds(none(look(image(uploaded(), "Cid", 2), "Ben", 4, 0L)));
    }

    @Test
    void anImageThatWasNotSeenNeedsNoEntryYet() {
        holds(none(look(listed(uploaded(), OTHER), "Ben", 4, 0L)));
        holds(none(look(listed(uploaded()), "Ben", 4, 0L)));
        Told other = uploaded();
        Answer seen = new Answer.ImageSeen(OTHER, null, "other", 0L, 0L, 1L);
        other.accepted("Ben", 2, 3, new Operation.ReadImage(OTHER), seen);
        holds(none(look(other, "Ben", 4, 0L)));
    }

    private static Told uploaded() {
        Operation upload = ((Operation.UploadImage) Told.upload("one")).with(Placement.into(CATS));
        return new Told().accepted("Ana", 0, 1, upload, new Answer.UploadTaken(TABBY));
    }

    private static Told image(Told told, String who, long at) {
        return told.sees(who, at, at + 1, 0, 0);
    }

    private static Told listed(Told told, ImageId... images) {
        Answer shown = new Answer.ImagesListed(List.of(images), null, null);
        return told.accepted("Ben", 2, 3, LIST, shown);
    }

    private static Told missed(Told told, String who, long at) {
        return told.refused(who, at, at + 1, READ, Refusal.NEVER_KNOWN);
    }

    private static Operation take(CollectionId from, ImageId image) {
        return new Operation.TakeImage(from, image);
    }

    private static Told look(
            Told told, String who, long at, @Nullable Long count, ImageId... entries) {
        Answer seen = new Answer.CollectionSeen(CATS, List.of(entries), count);
        return told.accepted(who, at, at + 1, new Operation.ReadCollection(CATS), seen);
    }

    private static Verdict none(Told told) {
        return PartialEffects.none(CATS, told.history());
    }
}
