package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.vote;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.notOffered;
import static meanwhile.check.Verdicts.undecided;

import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gallery's totals against tiny histories. */
class GalleryTotalsTest {
    private static final TopicId SIAMESE = new TopicId("siamese");
    private static final Operation TOTALS = new Operation.ReadTotals();
    private static final Operation DELETE = new Operation.DeleteImage(TABBY);
    private static final Operation FAVOUR = new Operation.AddFavourite(TABBY);
    private static final Operation UNFAVOUR =
            new Operation.RemoveFavourite(new FavouriteId("f"), TABBY);
    private static final Operation COMMENT = new Operation.AddComment(TABBY, "Hm");
    private static final Answer DONE = new Answer.Done();

    @Test
    void growByWhatWasAccepted() {
        Told voted = before().up("Ben", 2, 3).up("Cid", 2, 3).withdrawn("Cid", 4, 5);
        holds(grown(voted, 6));
        contradicted(grown(voted, 7));
    }

    @Test
    void countAChangedVoteOnce() {
        holds(grown(before().up("Ben", 2, 3).down("Ben", 4, 5), 6));
    }

    @Test
    void countDownOnceWhatWasTakenBackTwice() {
        Told twice = before().up("Ben", 2, 3).up("Cid", 2, 3);
        twice.withdrawn("Cid", 4, 6).withdrawn("Cid", 4, 6);
        holds(grown(twice, 6));
        contradicted(grown(twice, 5));
    }

    @Test
    void areUndecidedWhereAnAnswerIsMissing() {
        undecided(grown(before().unknown("Ben", 2, 3, vote(VoteValue.UP)), 9));
        undecided(
                GalleryTotals.grownByAccepted(
                        before().up("Ben", 2, 3).unknown("Dan", 8, 9, TOTALS).history()));
        undecided(GalleryTotals.grownByAccepted(before().up("Ben", 2, 3).history()));
    }

    @Test
    void forgetADeletedImage() {
        Told deleted = before().up("Ben", 2, 3).accepted("Ana", 4, 5, DELETE, DONE);
        holds(left(deleted, 5));
        contradicted(left(deleted, 6));
        undecided(left(before().up("Ben", 2, 3), 6));
        undecided(left(deleted.unknown("Ben", 2, 3, FAVOUR), 5));
    }

    @Test
    void areUndecidedWhereAnotherImageWasDeleted() {
        Operation other = new Operation.DeleteImage(new ImageId("other"));
        undecided(left(before().up("Ben", 2, 3).accepted("Ana", 4, 5, other, DONE), 5));
    }

    @Test
    void growByFavouritesAndComments() {
        holds(grown(liked(), totals(5, 1, 2)));
        contradicted(
                grown(liked(), totals(5, 0, 2)),
                "Expected 0 votes, 1 favourites and 2 comments more than before; it went from 5, 0"
                        + " and 0 to 5, 0 and 2",
                0,
                7);
        contradicted(grown(liked(), totals(5, 1, 1)));
    }

    private static Told liked() {
        return before().accepted("Ben", 2, 3, FAVOUR, DONE)
                .accepted("Cid", 2, 3, FAVOUR, DONE)
                .accepted("Cid", 4, 5, UNFAVOUR, DONE)
                .accepted("Ben", 4, 5, COMMENT, DONE)
                .accepted("Ben", 6, 7, COMMENT, DONE)
                .refused("Dan", 6, 7, COMMENT, Refusal.THROTTLED);
    }

    @Test
    void mayNotBeGiven() {
        Answer none = new Answer.TotalsSeen(1L, null);
        notOffered(
                GalleryTotals.grownByAccepted(
                        new Told()
                                .in(Phase.GIVEN)
                                .accepted("Dan", 0, 1, TOTALS, none)
                                .in(Phase.WHEN)
                                .up("Ben", 2, 3)
                                .accepted("Dan", 8, 9, TOTALS, none)
                                .history()));
    }

    @Test
    void giveEachBreedItsShare() {
        Answer.Share other = new Answer.Share(new TopicId("other"), 9, 9, 9);
        holds(share(work(), List.of(other, new Answer.Share(SIAMESE, 2, 1, 1))));
        contradicted(
                share(work(), List.of(other, new Answer.Share(SIAMESE, 2, 2, 1))),
                "Expected 2 images, 1 votes and 1 favourites, saw 2, 2 and 1",
                7);
        contradicted(
                share(work(), List.of(other)),
                "Expected 2 images, 1 votes and 1 favourites, saw nothing",
                7);
    }

    private static Told work() {
        return uploads().up("Ben", 2, 3).accepted("Cid", 4, 5, FAVOUR, DONE);
    }

    @Test
    void giveNoShareThatIsNotCertainOrNotGiven() {
        undecided(
                share(uploads().unknown("Ben", 2, 3, vote(VoteValue.UP)), List.of()),
                "it is not certain what the totals should be");
        undecided(
                shareIs(uploads().up("Ben", 2, 3).in(Phase.THEN).unknown("Dan", 8, 9, TOTALS)),
                "the totals could not be read");
        notOffered(share(uploads().up("Ben", 2, 3), null));
        notOffered(
                shareIs(
                        uploads()
                                .up("Ben", 2, 3)
                                .in(Phase.THEN)
                                .accepted("Dan", 8, 9, TOTALS, DONE)));
    }

    /** Two uploads of the breed or category, one refused upload, two of no breed or category. */
    private static Told uploads() {
        return new Told()
                .in(Phase.GIVEN)
                .accepted("Ana", -2, -1, under(Placement.under(null, SIAMESE)), taken("one"))
                .accepted("Ana", -2, -1, under(Placement.under(SIAMESE, null)), taken("two"))
                .accepted("Ana", -2, -1, under(Placement.NONE), taken("three"))
                .accepted("Ana", -2, -1, under(Placement.NONE), taken("four"))
                .refused("Ana", -2, -1, under(Placement.under(null, SIAMESE)), Refusal.TOO_LARGE)
                .in(Phase.WHEN);
    }

    private static Operation under(Placement placement) {
        return ((Operation.UploadImage) Told.upload("one")).with(placement);
    }

    private static Answer taken(String id) {
        return new Answer.UploadTaken(new ImageId(id));
    }

    private static Verdict share(Told told, @Nullable List<Answer.Share> shares) {
        Answer seen = new Answer.TotalsSeen(1L, 9L, 9L, 9L, shares, null);
        return shareIs(told.in(Phase.THEN).accepted("Dan", 8, 9, TOTALS, seen));
    }

    private static Verdict shareIs(Told told) {
        return GalleryTotals.shareIs(SIAMESE, told.history());
    }

    private static Answer totals(long votes, long favourites, long comments) {
        return new Answer.TotalsSeen(1L, votes, favourites, comments, null, null);
    }

    private static Verdict grown(Told told, Answer totals) {
        return GalleryTotals.grownByAccepted(told.accepted("Dan", 8, 9, TOTALS, totals).history());
    }

    private static Told before() {
        return new Told().in(Phase.GIVEN).accepted("Dan", 0, 1, TOTALS, totals(5)).in(Phase.WHEN);
    }

    private static Verdict grown(Told told, long votes) {
        return GalleryTotals.grownByAccepted(
                told.accepted("Dan", 8, 9, TOTALS, totals(votes)).history());
    }

    private static Verdict left(Told told, long votes) {
        return GalleryTotals.nothingLeftOf(
                TABBY, told.accepted("Dan", 8, 9, TOTALS, totals(votes)).history());
    }

    private static Answer totals(long votes) {
        return new Answer.TotalsSeen(1L, votes, 0L, 0L, null, null);
    }
}
