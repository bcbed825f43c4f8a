package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What answers say, and conditional changes, against tiny histories. */
class AnswersAndChangesTest {
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Operation HEALTH = new Operation.CheckHealth();
    private static final Answer DONE = new Answer.Done();

    @Nested
    class AnAnswer {
        @Test
        void thatRefusesIsToldWithTheReasonsThatThereMightBe() {
            Told told = new Told().refused("Ana", 0, 1, READ, Refusal.FORBIDDEN);
            contradicted(
                    Answers.refusedOnlyFor(told.history(), Set.of()),
                    "Expected to be accepted, was refused as forbidden ()",
                    0);
            contradicted(
                    Answers.refusedOnlyFor(
                            told.history(), Set.of(Refusal.NEVER_KNOWN, Refusal.GONE)),
                    "Expected to be accepted or refused as [gone, never-known], was refused as"
                            + " forbidden ()",
                    0);
        }

        @Test
        void thatDidNotComeDecidesNothingWhereNobodyAskedForHealth() {
            undecided(
                    definite(new Told().unknown("Ana", 0, 10, READ)),
                    "there was no answer, and without check-health it is unknown whether the whole"
                            + " service was away");
        }

        @Test
        void thatDidNotComeWasDueIfHealthWasAskedForAtTheSameMoment() {
            Told told = new Told().unknown("Ana", 5, 10_005, READ);
            undecided(definite(told.accepted("Watch", 4, 5, HEALTH, DONE)));
            contradicted(
                    definite(told.accepted("Watch", 5, 6, HEALTH, DONE)),
                    "Expected an answer within 10 s, got none",
                    0);
        }

        @Test
        void thatWasNotWaitedForLongEnoughDecidesNothing() {
            undecided(
                    definite(
                            new Told()
                                    .unknown("Ana", 5, 9_005, READ)
                                    .accepted("Watch", 5, 6, HEALTH, DONE)),
                    "a call was given up before the limit");
        }

        @Test
        void thatBrokeOffIsToldSo() {
            Outcome lost = new Outcome.Unknown(Outcome.Cause.DISCONNECTED, "reset");
            contradicted(
                    definite(
                            new Told()
                                    .call("Ana", 0, 1, READ, lost)
                                    .accepted("Watch", 2, 3, HEALTH, DONE)),
                    "Expected an answer, the connection broke (reset)",
                    0);
        }

        private static Verdict definite(Told told) {
            return Answers.definite(
                    told.history().of(Operation.ReadImage.class),
                    told.history(),
                    Duration.ofSeconds(10));
        }
    }

    @Nested
    class OfSeveralChanges {
        private final Operation change = new Operation.CastVote(TABBY, VoteValue.UP, 1L);
        private final Answer taken = new Answer.VoteTaken(new VoteId("v"));

        @Test
        void whoeverIsRefusedIsToldThatItHasChanged() {
            contradicted(
                    atMostOne(
                            new Told()
                                    .accepted("Ana", 0, 1, change, taken)
                                    .refused("Ben", 2, 3, change, Refusal.FORBIDDEN)),
                    "Expected to be told that it has changed meanwhile",
                    1);
        }

        @Test
        void oneIsAcceptedIfAllWereAnswered() {
            Told refused = new Told().refused("Ben", 0, 1, change, Refusal.STALE);
            contradicted(atMostOne(refused), "Expected one change to be accepted, saw none", 0);
            holds(atMostOne(refused.unknown("Ana", 2, 3, change)));
            undecided(atMostOne(new Told()), "nobody sent a change that names a version");
        }

        @Test
        void noneThatIsRefusedForGoodWasAcceptedOrPutOff() {
            undecided(forGood(damaged()), "nobody voted");
            contradicted(
                    forGood(damaged().accepted("Ben", 2, 3, change, taken)),
                    "Expected the vote to be refused, it was accepted",
                    1);
            contradicted(
                    forGood(damaged().refused("Ben", 2, 3, change, Refusal.NOT_READY)),
                    "Expected the vote to be refused for good, was asked to wait",
                    1);
        }

        @Test
        void noListThatWasNotReadShowsThatNobodyHoldsAVote() {
            Operation list = new Operation.ListVotes(null, 9);
            Answer none = new Answer.VotesListed(List.of(), null, null);
            Told told = new Told().in(Phase.THEN).unknown("Ana", 0, 1, list);
            told.accepted("Ben", 2, 3, list, none);
            undecided(
                    ConditionalChanges.nobodyHolds(TABBY, told.history()),
                    "a list of votes could not be read");
        }

        private static Told damaged() {
            Answer seen = new Answer.ImageSeen(TABBY, ImageStatus.FAILED, "Tabby", 0L, 0L, 1L);
            return new Told().accepted("Ana", 0, 1, READ, seen);
        }

        private static Verdict forGood(Told told) {
            return ConditionalChanges.refusedForGood(
                    TABBY, told.history().of(Operation.CastVote.class).calls(), told.history());
        }

        private static Verdict atMostOne(Told told) {
            return ConditionalChanges.atMostOne(told.history());
        }
    }
}
