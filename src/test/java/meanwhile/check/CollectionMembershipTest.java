package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.time.Duration;
import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;

/** What a collection shows, against tiny histories. */
class CollectionMembershipTest {
    private static final CollectionId CATS = new CollectionId("cats");
    private static final CollectionId DOGS = new CollectionId("dogs");
    private static final ImageId OTHER = new ImageId("other");
    private static final Answer DONE = new Answer.Done();
    private static final String MISSING =
            "Expected the image to be in the collection, did not see it there";
    private static final String EXTRA =
            "Expected the image not to be in the collection, saw it there";

    @Test
    void whatWasPlacedIsThere() {
        holds(explained(look(placed(), 10, TABBY)));
        contradicted(explained(look(placed(), 10)), MISSING, 1, 2);
    }

    @Test
    void whatWasTakenOutIsNotThere() {
        Operation take = new Operation.TakeImage(CATS, TABBY);
        holds(explained(look(placed().accepted("Ana", 4, 5, take, DONE), 10)));
        contradicted(
                explained(look(placed().accepted("Ana", 4, 5, take, DONE), 10, TABBY)),
                EXTRA,
                1,
                2,
                3);
    }

    @Test
    void whatWasTakenOutOfAnotherOrWasAnotherStays() {
        for (Operation elsewhere :
                List.of(
                        new Operation.TakeImage(DOGS, TABBY),
                        new Operation.TakeImage(CATS, OTHER),
                        new Operation.DeleteImage(OTHER))) {
            holds(explained(look(placed().accepted("Ana", 4, 5, elsewhere, DONE), 10, TABBY)));
            contradicted(explained(look(placed().accepted("Ana", 4, 5, elsewhere, DONE), 10)));
        }
    }

    @Test
    void whatWasDeletedIsNotThere() {
        Operation delete = new Operation.DeleteImage(TABBY);
        holds(explained(look(placed().accepted("Ana", 4, 5, delete, DONE), 10)));
        contradicted(explained(look(placed().accepted("Ana", 4, 5, delete, DONE), 10, TABBY)));
    }

    @Test
    void whatWasUploadedIntoItIsThere() {
        holds(explained(look(uploaded(CATS, TABBY), 10, TABBY)));
        contradicted(explained(look(uploaded(CATS, TABBY), 10)), MISSING, 1, 2);
    }

    @Test
    void whatWasUploadedIntoItIsOneImageAlone() {
        Told two = placed().accepted("Ana", 4, 5, into(CATS), new Answer.UploadTaken(OTHER));
        holds(explained(look(two, 10, TABBY, OTHER)));
        Told swapped = made().accepted("Ana", 4, 5, into(CATS), new Answer.UploadTaken(OTHER));
        swapped.unknown("Ana", 2, 3, new Operation.PlaceImage(CATS, TABBY));
        holds(explained(look(swapped, 10, OTHER)));
    }

    @Test
    void whatWasUploadedOrPlacedElsewhereIsNotThere() {
        contradicted(explained(look(uploaded(DOGS, TABBY), 10, TABBY)));
        Operation place = new Operation.PlaceImage(DOGS, TABBY);
        contradicted(explained(look(made().accepted("Ana", 2, 3, place, DONE), 10, TABBY)));
    }

    @Test
    void aFoundlingIsShownByWhoeverSawItFirst() {
        Told told = look(look(look(made(), 10), 20, TABBY), 30, TABBY);
        contradicted(
                explained(told),
                "Expected to see only what was placed there, saw an image more",
                2);
        Operation place = new Operation.PlaceImage(CATS, TABBY);
        Told refused = made().refused("Ana", 2, 3, place, Refusal.QUOTA_FULL);
        contradicted(
                explained(look(refused, 10, TABBY)),
                "Expected to see only what was placed there, saw an image more",
                2);
    }

    private static Told look(Told told, long at, ImageId... entries) {
        Answer seen = new Answer.CollectionSeen(CATS, List.of(entries), null);
        return told.accepted("Ana", at, at + 1, new Operation.ReadCollection(CATS), seen);
    }

    private static Told placed() {
        return made().accepted("Ana", 2, 3, new Operation.PlaceImage(CATS, TABBY), DONE);
    }

    private static Told uploaded(CollectionId into, ImageId image) {
        return made().accepted("Ana", 2, 3, into(into), new Answer.UploadTaken(image));
    }

    private static Operation into(CollectionId collection) {
        return ((Operation.UploadImage) Told.upload("one")).with(Placement.into(collection));
    }

    private static Told made() {
        return new Told()
                .accepted(
                        "Ana",
                        0,
                        1,
                        new Operation.CreateCollection("Cats"),
                        new Answer.CollectionMade(CATS));
    }

    private static Verdict explained(Told told) {
        return CollectionMembership.explained(CATS, told.history(), Duration.ZERO);
    }
}
