package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;

/** What reads of a collection show, against tiny histories. */
class CollectionLooksTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final CollectionId CATS = new CollectionId("cats");
    private static final Operation LOOK = new Operation.ReadCollection(CATS);
    private static final Operation SELF = new Operation.ReadSelf();
    private static final Answer.Done DONE = new Answer.Done();
    private final Operation place = new Operation.PlaceImage(CATS, TABBY);
    private final Operation take = new Operation.TakeImage(CATS, TABBY);

    @Test
    void holdWhatWasPlaced() {
        holds(contents(made().accepted("Ana", 2, 3, place, DONE), true));
        contradicted(contents(made().accepted("Ana", 2, 3, place, DONE), false));
        holds(contents(made().unknown("Ana", 2, 3, place), false));
        holds(contents(made().unknown("Ana", 2, 3, place), true));
        contradicted(contents(made(), true));
        contradicted(
                contents(
                        made().accepted("Ana", 2, 3, place, DONE).accepted("Ana", 4, 5, take, DONE),
                        true));
    }

    @Test
    void mayLagForOthersAlone() {
        Told others = made().accepted("Ana", 2, 3, place, DONE);
        holds(
                CollectionMembership.explained(
                        CATS, others.accepted("Ben", 50, 51, LOOK, seen(0L)).history(), DELAY));
        contradicted(
                CollectionMembership.explained(
                        CATS, others.accepted("Ben", 150, 151, LOOK, seen(0L)).history(), DELAY));
    }

    @Test
    void mayHoldAnUploadWithoutAnswer() {
        holds(contents(made().unknown("Ana", 2, 3, upload("one", null)), true));
    }

    @Test
    void showNoPartialEffects() {
        holds(
                PartialEffects.none(
                        CATS, new Told().accepted("Ben", 0, 1, LOOK, seen(1L, TABBY)).history()));
        contradicted(
                PartialEffects.none(
                        CATS, new Told().accepted("Ben", 0, 1, LOOK, seen(2L, TABBY)).history()));
        Told entry = new Told().accepted("Ben", 0, 1, LOOK, seen(1L, TABBY));
        contradicted(PartialEffects.none(CATS, gone(entry).history()));
        holds(
                PartialEffects.none(
                        CATS,
                        gone(entry.unknown("Ana", 0, 9, new Operation.DeleteImage(TABBY)))
                                .history()));
        Told image =
                new Told()
                        .accepted("Ana", 0, 9, upload("one", null), new Answer.UploadTaken(TABBY))
                        .sees("Ben", 2, 3, 0, 0);
        contradicted(
                PartialEffects.none(CATS, image.accepted("Ben", 4, 5, LOOK, seen(0L)).history()));
    }

    @Test
    void getUploadsInFullOrNotAtAll() {
        holds(allOrNothing(new Answer.MemberSeen(0L, 0L), seen(0L)));
        contradicted(allOrNothing(new Answer.MemberSeen(0L, 3L), seen(0L)));
        contradicted(allOrNothing(new Answer.MemberSeen(0L, 0L), seen(1L, TABBY)));
    }

    private Told gone(Told told) {
        return told.refused("Ben", 2, 3, new Operation.ReadImage(TABBY), Refusal.NEVER_KNOWN);
    }

    private Verdict allOrNothing(Answer account, Answer collection) {
        Operation list = new Operation.ListImages(null, 100);
        Answer nothing = new Answer.ImagesListed(List.of(), null, 0L);
        return AllOrNothing.uploads(
                "Ana",
                CATS,
                new Told()
                        .unknown("Ana", 0, 1, upload("one", null))
                        .in(Phase.THEN)
                        .accepted("Ana", 2, 3, list, nothing)
                        .accepted("Ana", 4, 5, SELF, account)
                        .accepted("Ana", 6, 7, LOOK, collection)
                        .accepted("Ana", 8, 9, list, nothing)
                        .history());
    }

    private Verdict contents(Told told, boolean there) {
        Answer look = there ? seen(1L, TABBY) : seen(0L);
        return CollectionMembership.explained(
                CATS, told.accepted("Ana", 10, 11, LOOK, look).history(), DELAY);
    }

    private Told made() {
        return new Told()
                .accepted(
                        "Ana",
                        0,
                        1,
                        new Operation.CreateCollection("Cats"),
                        new Answer.CollectionMade(CATS));
    }

    private static Operation upload(String title, @org.jspecify.annotations.Nullable String key) {
        return new Operation.UploadImage(
                ImageFile.of("a.png", "image/png", title.getBytes(StandardCharsets.UTF_8)),
                title,
                Placement.into(CATS),
                key);
    }

    private static Answer seen(long count, ImageId... entries) {
        return new Answer.CollectionSeen(CATS, List.of(entries), count);
    }
}
