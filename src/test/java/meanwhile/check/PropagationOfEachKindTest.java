package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.vote;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How each kind of action becomes visible to others, against tiny histories. */
class PropagationOfEachKindTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Operation DELETE = new Operation.DeleteImage(TABBY);
    private static final CollectionId SHELF = new CollectionId("shelf");
    private static final Answer DONE = new Answer.Done();

    @Test
    void ofADeletionIsSeenByNoImage() {
        Told gone = new Told().accepted("Ana", 0, 10, DELETE, DONE);
        holds(within(gone.refused("Ben", 150, 151, READ, Refusal.GONE)));
        holds(within(gone.refused("Ben", 152, 153, READ, Refusal.NEVER_KNOWN)));
        contradicted(within(gone.sees("Ben", 154, 155, 0, 0)));
    }

    @Test
    void ofADeletionIsNotUndoneByAnother() {
        contradicted(
                within(
                        new Told()
                                .accepted("Ana", 0, 10, DELETE, DONE)
                                .unknown("Cid", 20, 30, DELETE)
                                .sees("Ben", 150, 151, 0, 0)));
    }

    @Test
    void ofAVoteIsSeenByItsCount() {
        Told down = new Told().down("Ana", 0, 10);
        holds(within(down.sees("Ben", 150, 151, 0, 1)));
        contradicted(within(down.sees("Ben", 152, 153, 1, 0)));
    }

    @Test
    void ofAFavouriteIsSeenByItsCount() {
        Told told =
                new Told()
                        .accepted(
                                "Ana",
                                0,
                                10,
                                new Operation.AddFavourite(TABBY),
                                new Answer.FavouriteTaken(new FavouriteId("f")));
        holds(within(told.accepted("Ben", 150, 151, READ, counts(1L, 0L))));
        contradicted(within(told.accepted("Ben", 152, 153, READ, counts(0L, 1L))));
    }

    @Test
    void ofACommentIsSeenByItsCount() {
        Operation comment = new Operation.AddComment(TABBY, "Hm");
        Told told = new Told().accepted("Ana", 0, 10, comment, DONE);
        holds(within(told.accepted("Ben", 150, 151, READ, counts(0L, 1L))));
        contradicted(within(told.accepted("Ben", 152, 153, READ, counts(1L, 0L))));
    }

    @Test
    void ofAFavouriteOrCommentIsNotSeenWhereTheImageIsGone() {
        Operation comment = new Operation.AddComment(TABBY, "Hm");
        Operation favour = new Operation.AddFavourite(TABBY);
        for (Operation action : List.of(comment, favour, vote(VoteValue.UP), change("New"))) {
            contradicted(
                    within(
                            new Told()
                                    .accepted("Ana", 0, 10, action, DONE)
                                    .refused("Ben", 150, 151, READ, Refusal.NEVER_KNOWN)));
        }
    }

    @Test
    void ofAChangeIsSeenByItsTitleOrANewerVersion() {
        Told told = new Told().accepted("Ana", 0, 10, change("New"), new Answer.ImageChanged(2L));
        holds(within(told.accepted("Ben", 150, 151, READ, titled("New", null))));
        holds(within(told.accepted("Ben", 152, 153, READ, titled("Newer", 3L))));
        contradicted(within(changed(2L).accepted("Ben", 150, 151, READ, titled("Old", 2L))));
        contradicted(within(changed(2L).accepted("Ben", 150, 151, READ, titled("Old", 1L))));
        contradicted(within(changed(2L).accepted("Ben", 150, 151, READ, titled("Old", null))));
        contradicted(within(changed(null).accepted("Ben", 150, 151, READ, titled("Old", 3L))));
        contradicted(
                within(
                        new Told()
                                .accepted("Ana", 0, 10, change("New"), DONE)
                                .accepted("Ben", 150, 151, READ, titled("Old", 3L))));
    }

    @Test
    void ofAnImagePutOnAShelfIsSeenThere() {
        Operation look = new Operation.ReadCollection(SHELF);
        Answer there = new Answer.CollectionSeen(SHELF, List.of(TABBY), 1L);
        Answer empty = new Answer.CollectionSeen(SHELF, List.of(), 0L);
        holds(within(placed().accepted("Ben", 150, 151, look, there)));
        contradicted(within(placed().accepted("Ben", 150, 151, look, empty)));
        contradicted(within(placed().refused("Ben", 150, 151, look, Refusal.GONE)));
        Operation take = new Operation.TakeImage(SHELF, TABBY);
        undecided(
                within(
                        placed().unknown("Ana", 20, 30, take)
                                .accepted("Ben", 150, 151, look, empty)));
    }

    @Test
    void ofAnUploadIsSeenBySearchingForItsTitle() {
        contradicted(within(searched("fresh")));
        undecided(within(searched("stale")));
    }

    private static Told searched(String words) {
        ImageId fresh = new ImageId("fresh");
        return new Told()
                .uploaded("Ana", 0, 10, "fresh")
                .in(Phase.THEN)
                .accepted(
                        "Ana",
                        20,
                        30,
                        new Operation.ReadImage(fresh),
                        new Answer.ImageSeen(fresh, ImageStatus.READY, "fresh", 0L, 0L, 1L))
                .accepted(
                        "Ben",
                        150,
                        151,
                        new Operation.SearchImages(words, null, 9),
                        new Answer.ImagesListed(List.of(), null, null));
    }

    private static Told placed() {
        return new Told().accepted("Ana", 0, 10, new Operation.PlaceImage(SHELF, TABBY), DONE);
    }

    private static Told changed(@Nullable Long version) {
        return new Told().accepted("Ana", 0, 10, change("New"), new Answer.ImageChanged(version));
    }

    private static Operation change(String title) {
        return new Operation.ChangeImage(TABBY, title, null, null, null, null, null);
    }

    private static Answer titled(String title, @Nullable Long version) {
        return new Answer.ImageSeen(TABBY, ImageStatus.READY, title, 0L, 0L, version);
    }

    private static Answer counts(long favourites, long comments) {
        return new Answer.ImageSeen(
                TABBY,
                ImageStatus.READY,
                "Tabby",
                0L,
                0L,
                1L,
                new Answer.Details(null, null, null, null, null, favourites, comments));
    }

    private static Verdict within(Told told) {
        return Propagation.within(told.history(), DELAY);
    }
}
