package meanwhile.check.law;

import static meanwhile.check.law.LawHistories.CAT;
import static meanwhile.check.law.LawHistories.CATS;
import static meanwhile.check.law.LawHistories.DONE;
import static meanwhile.check.law.LawHistories.READ;
import static meanwhile.check.law.LawHistories.change;
import static meanwhile.check.law.LawHistories.given;
import static meanwhile.check.law.LawHistories.images;
import static meanwhile.check.law.LawHistories.in;
import static meanwhile.check.law.LawHistories.law;
import static meanwhile.check.law.LawHistories.ready;
import static meanwhile.check.law.LawHistories.seen;
import static meanwhile.check.law.LawHistories.vote;
import static meanwhile.check.law.LawHistories.world;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import meanwhile.check.Told;
import meanwhile.check.Verdict;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;

/**
 * What no law may accuse, as it may have happened otherwise, and what each must see nevertheless.
 */
class LawDoubtsTest {
    @Test
    void aVersionThatSomebodyElseMayHaveChangedMayBeOutdated() {
        Operation up = new Operation.CastVote(CAT, VoteValue.UP);
        Operation still = new Operation.CastVote(CAT, VoteValue.DOWN, 1L);
        Told crossed =
                ready().in(Phase.WHEN)
                        .accepted("Ben", 5, 6, up, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .unknown("Ben", 6, 9, up)
                        .refused("Ben", 7, 8, still, Refusal.STALE);
        assertThat(law("present versions").in(world(crossed)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whatHadNoAnswerMayHaveHappenedOrNot() {
        Operation up = new Operation.CastVote(CAT, VoteValue.UP);
        Told lost = given().in(Phase.WHEN).unknown("Ben", 5, 6, up);
        assertThat(law("vote totals").in(world(seen(lost, 0, 0)))).isEqualTo(Verdict.holds());
        Told other = given().in(Phase.WHEN).unknown("Ben", 5, 6, up);
        assertThat(law("vote totals").in(world(seen(other, 1, 0)))).isEqualTo(Verdict.holds());
        Told third = given().in(Phase.WHEN).unknown("Ben", 5, 6, up);
        assertThat(law("vote totals").in(world(seen(third, 2, 0))))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void ofTwoWritesThatMetEitherMayBeTheLast() {
        for (int up = 0; up <= 1; up++) {
            Told met = vote(vote(given(), "Ben", 5, 9, VoteValue.UP), "Ben", 6, 8, VoteValue.DOWN);
            assertThat(law("vote totals").in(world(seen(met, up, 1 - up))))
                    .isEqualTo(Verdict.holds());
        }
        Told inTurn = vote(vote(given(), "Ben", 5, 6, VoteValue.UP), "Ben", 7, 8, VoteValue.DOWN);
        assertThat(law("vote totals").in(world(seen(inTurn, 1, 0))))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aLawThatATargetDoesNotOfferIsSaidToBe() {
        Told told = seen(vote(given(), "Ben", 5, 6, VoteValue.UP), 2, 0);
        QuietWorld each =
                new QuietWorld(
                        told.history(),
                        told.history().in(Phase.AUDIT).calls(),
                        Set.of(Capability.ONE_VOTE_PER_MEMBER));
        assertThat(law("vote totals").in(each)).isInstanceOf(Verdict.NotOffered.class);
    }

    @Test
    void aLostChangeMayTakeEffectLater() {
        Operation up = new Operation.CastVote(CAT, VoteValue.UP);
        Operation down = new Operation.CastVote(CAT, VoteValue.DOWN);
        Operation still = new Operation.CastVote(CAT, VoteValue.UP, 1L);
        Told late =
                ready().in(Phase.WHEN)
                        .unknown("Ben", 5, 6, up)
                        .accepted("Ben", 7, 8, down, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .refused("Ben", 20, 21, still, Refusal.STALE);
        assertThat(law("present versions").in(world(late)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aVoteThatMayHaveBeenWithdrawnBeginsWithItsFirstVersion() {
        Operation up = new Operation.CastVote(CAT, VoteValue.UP);
        Operation down = new Operation.CastVote(CAT, VoteValue.DOWN);
        Operation still = new Operation.CastVote(CAT, VoteValue.DOWN, 1L);
        Told anew =
                ready().in(Phase.WHEN)
                        .accepted("Ben", 5, 6, up, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .accepted("Ben", 7, 8, down, new Answer.VoteTaken(new VoteId("v"), 2L))
                        .unknown("Ben", 9, 10, new Operation.WithdrawVote(new VoteId("v"), CAT))
                        .accepted("Ben", 11, 12, up, new Answer.VoteTaken(new VoteId("w"), 1L))
                        .accepted("Ben", 13, 14, still, new Answer.VoteTaken(new VoteId("w"), 2L));
        assertThat(law("passed versions").in(world(anew)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aDeletedImageHasNoPresentVersion() {
        Told gone =
                ready().in(Phase.WHEN)
                        .accepted("Ana", 5, 6, change("A", 1), new Answer.ImageChanged(2L))
                        .accepted("Ana", 8, 10, new Operation.DeleteImage(CAT), DONE)
                        .refused("Ana", 9, 11, change("B", 2), Refusal.STALE);
        assertThat(law("present versions").in(world(gone)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aDoorThatIsStuckInProcessingIsNoticedInEitherOrder() {
        Answer stuck = new Answer.ImageSeen(CAT, ImageStatus.PROCESSING, null, 0L, 0L, 1L);
        Told last = seen(given(), 0, 0).accepted("an onlooker", 92, 93, READ, stuck);
        assertThat(law("doors").in(world(last))).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aFailedImageIsInNoList() {
        Answer failed =
                new Answer.ImageSeen(CAT, ImageStatus.FAILED, null, 0L, 0L, 1L, in(CATS).details());
        Told told =
                given().in(Phase.AUDIT)
                        .accepted("an onlooker", 90, 91, READ, failed)
                        .accepted(
                                "an onlooker",
                                92,
                                93,
                                new Operation.FilterByCategory(CATS, null, 10),
                                images(CAT))
                        .accepted(
                                "an onlooker",
                                94,
                                95,
                                new Operation.SearchImages("zzcat", null, 10),
                                images(CAT));
        assertThat(law("topic lists").in(world(told))).isInstanceOf(Verdict.Contradicted.class);
        assertThat(law("searches").in(world(told))).isInstanceOf(Verdict.Contradicted.class);
    }
}
