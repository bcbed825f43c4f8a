package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes of one version against tiny histories. */
class ConditionalChangesTest {
    private final Operation change = new Operation.CastVote(TABBY, VoteValue.DOWN, 1L);
    private final Answer taken = new Answer.VoteTaken(new VoteId("Ben"));

    @Test
    void isAcceptedOnceOfSeveral() {
        Told one = new Told().accepted("Ben", 0, 5, change, taken);
        holds(
                ConditionalChanges.atMostOne(
                        one.refused("Ben", 1, 6, change, Refusal.STALE).history()));
        contradicted(
                ConditionalChanges.atMostOne(one.accepted("Ben", 1, 6, change, taken).history()));
    }

    @Test
    void isToldThatItsVersionHasPassed() {
        holds(ConditionalChanges.refusedAsPassed(refused(Refusal.STALE)));
        contradicted(ConditionalChanges.refusedAsPassed(refused(Refusal.GONE)));
        contradicted(
                ConditionalChanges.refusedAsPassed(
                        new Told().accepted("Ben", 0, 5, change, taken).history()));
        undecided(
                ConditionalChanges.refusedAsPassed(
                        new Told().unknown("Ben", 0, 5, change).history()));
        undecided(ConditionalChanges.refusedAsPassed(new Told().history()));
    }

    @Test
    void ofAFailedImageIsRefusedForGood() {
        holds(forGood(damaged().refused("Ben", 3, 5, change, Refusal.GONE)));
        contradicted(forGood(damaged().refused("Ben", 3, 5, change, Refusal.NOT_READY)));
        contradicted(forGood(damaged().accepted("Ben", 3, 5, change, taken)));
        undecided(forGood(damaged().unknown("Ben", 3, 5, change)));
        undecided(forGood(new Told().refused("Ben", 3, 5, change, Refusal.NOT_READY)));
    }

    private Told damaged() {
        return seen(new Told(), TABBY.value(), 0, ImageStatus.FAILED);
    }

    private static Verdict forGood(Told told) {
        return ConditionalChanges.refusedForGood(
                TABBY, told.history().of(Operation.CastVote.class).calls(), told.history());
    }

    @Test
    void leavesNoVoteOnWhatIsNotThere() {
        Told none = listed(new Told().in(Phase.THEN), "Ben", 0, null, null, "b");
        holds(ConditionalChanges.nobodyHolds(new ImageId("a"), none.history()));
        contradicted(ConditionalChanges.nobodyHolds(new ImageId("b"), none.history()));
        undecided(ConditionalChanges.nobodyHolds(new ImageId("a"), new Told().history()));
    }

    private History refused(Refusal why) {
        return new Told().refused("Ben", 0, 5, change, why).history();
    }

    private static Told listed(
            Told told,
            String who,
            long at,
            @Nullable Cursor next,
            @Nullable Long total,
            String... shown) {
        List<Answer.VoteSeen> votes =
                Stream.of(shown)
                        .map(
                                id ->
                                        new Answer.VoteSeen(
                                                new VoteId(id), new ImageId(id), VoteValue.UP))
                        .toList();
        return told.accepted(
                who,
                at,
                at + 10,
                new Operation.ListVotes(null, 10),
                new Answer.VotesListed(votes, next, total));
    }

    private static Told seen(Told told, String image, long at, ImageStatus status) {
        return seenBy("Ana", told, image, at, status);
    }

    private static Told seenBy(String who, Told told, String image, long at, ImageStatus status) {
        ImageId id = new ImageId(image);
        return told.accepted(
                who,
                at,
                at + 1,
                new Operation.ReadImage(id),
                new Answer.ImageSeen(id, status, image, 0L, 0L, 1L));
    }
}
