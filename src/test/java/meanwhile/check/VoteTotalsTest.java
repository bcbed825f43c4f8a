package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.vote;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import meanwhile.language.Naming;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;

class VoteTotalsTest {
    @Test
    void aReadAfterAllVotesSeesThemAll() {
        holds(
                new Told()
                        .up("Ana", 0, 10)
                        .up("Ben", 5, 12)
                        .down("Dan", 1, 9)
                        .sees("Eve", 20, 21, 2, 1));
    }

    @Test
    void aConfirmedVoteThatIsMissingIsTold() {
        CounterExample why =
                contradicted(
                        new Told().up("Ana", 0, 10).up("Ben", 5, 12).sees("Eve", 20, 21, 1, 0));
        assertThat(why.expected()).isEqualTo("Expected at least 2 votes up, saw 1");
        assertThat(why.conclusion()).contains("a confirmed vote is missing");
        assertThat(why.calls()).hasSize(3);
        assertThat(why.story(Naming.PLAIN).getLast()).contains("Eve looks at image tabby");
    }

    @Test
    void ofManyVotesOnlyAsManyAsNeededAreTold() {
        Told told = new Told();
        for (int i = 0; i < 10; i++) {
            told.up("member " + i, i, 10 + i);
        }
        CounterExample why = contradicted(told.sees("Eve", 50, 51, 3, 0));
        assertThat(why.calls()).hasSize(5);
        assertThat(why.expected())
                .isEqualTo(
                        "Expected at least 10 votes up, saw 3 (4 of the 10 confirmed votes are"
                                + " shown, enough to prove it)");
    }

    @Test
    void aVoteThatNobodyCastIsTold() {
        CounterExample why = contradicted(new Told().up("Ana", 0, 10).sees("Eve", 20, 21, 2, 0));
        assertThat(why.expected()).isEqualTo("Expected at most 1 vote up, saw 2");
    }

    @Test
    void aReadDuringAVoteMaySeeItOrNot() {
        holds(new Told().up("Ana", 0, 10).sees("Eve", 5, 6, 0, 0));
        holds(new Told().up("Ana", 0, 10).sees("Eve", 5, 6, 1, 0));
    }

    @Test
    void aReadBeforeAVoteDoesNotSeeIt() {
        contradicted(new Told().up("Ana", 10, 20).sees("Eve", 5, 6, 1, 0));
    }

    @Test
    void anUnansweredVoteMayCountOrNotForEver() {
        Told told = new Told().unknown("Ana", 0, 10, vote(VoteValue.UP));
        holds(told.sees("Eve", 20, 21, 0, 0).sees("Eve", 30, 31, 1, 0));
    }

    @Test
    void aRefusedVoteDoesNotCount() {
        contradicted(
                new Told()
                        .refused("Ana", 0, 10, vote(VoteValue.UP), Refusal.NOT_READY)
                        .sees("Eve", 20, 21, 1, 0));
    }

    @Test
    void aChangedVoteMovesFromOneSideToTheOther() {
        Told told = new Told().up("Ana", 0, 10).down("Ana", 20, 30);
        holds(told.sees("Eve", 40, 41, 0, 1));
        contradicted(new Told().up("Ana", 0, 10).down("Ana", 20, 30).sees("Eve", 40, 41, 1, 1));
        contradicted(new Told().up("Ana", 0, 10).down("Ana", 20, 30).sees("Eve", 40, 41, 1, 0));
    }

    @Test
    void duringAChangeTheVoteIsOnOneSideOrTheOther() {
        holds(new Told().up("Ana", 0, 10).down("Ana", 20, 30).sees("Eve", 25, 26, 1, 0));
        holds(new Told().up("Ana", 0, 10).down("Ana", 20, 30).sees("Eve", 25, 26, 0, 1));
        contradicted(new Told().up("Ana", 0, 10).down("Ana", 20, 30).sees("Eve", 25, 26, 0, 0));
    }

    @Test
    void aWithdrawnVoteNoLongerCounts() {
        holds(new Told().up("Ana", 0, 10).withdrawn("Ana", 20, 30).sees("Eve", 40, 41, 0, 0));
        contradicted(
                new Told().up("Ana", 0, 10).withdrawn("Ana", 20, 30).sees("Eve", 40, 41, 1, 0));
    }

    @Test
    void votesOfOneMemberAtTheSameTimeEndInOneOfThem() {
        holds(new Told().up("Ana", 0, 10).down("Ana", 0, 10).sees("Eve", 20, 21, 1, 0));
        holds(new Told().up("Ana", 0, 10).down("Ana", 0, 10).sees("Eve", 20, 21, 0, 1));
        contradicted(new Told().up("Ana", 0, 10).down("Ana", 0, 10).sees("Eve", 20, 21, 1, 1));
    }

    @Test
    void totalsThatNoChoiceAddsUpToAreImpossible() {
        contradicted(new Told().up("Ana", 0, 10).down("Ana", 0, 10).sees("Eve", 20, 21, 0, 0));
    }

    @Test
    void othersMaySeeItLaterOneselfMayNot() {
        Duration delay = Duration.ofMillis(100);
        Told other = new Told().up("Ana", 0, 10).sees("Eve", 50, 51, 0, 0);
        assertThat(VoteTotals.explained(TABBY, other.history(), delay))
                .isInstanceOf(Verdict.Holds.class);
        Told self = new Told().up("Ana", 0, 10).sees("Ana", 50, 51, 0, 0);
        assertThat(VoteTotals.explained(TABBY, self.history(), delay))
                .isInstanceOf(Verdict.Contradicted.class);
        Told late = new Told().up("Ana", 0, 10).sees("Eve", 111, 112, 0, 0);
        assertThat(VoteTotals.explained(TABBY, late.history(), delay))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whereEachVoteCountsAMemberHasAsManyAsTheyCast() {
        Told told = new Told().cast("Ana", 0, 10, "1").cast("Ana", 20, 30, "2");
        assertThat(each(told.sees("Eve", 40, 41, 2, 0))).isInstanceOf(Verdict.Holds.class);
        assertThat(each(told.sees("Eve", 50, 51, 1, 0))).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void votesUnderOneNameAreCountedOneByOne() {
        Told sound = new Told().cast("Ana", 0, 10, "tabby").cast("Ben", 5, 12, "tabby");
        assertThat(each(sound.sees("Eve", 20, 21, 2, 0))).isInstanceOf(Verdict.Holds.class);
        assertThat(each(sound.sees("Eve", 30, 31, 1, 0))).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aWithdrawalOfANameThatSeveralVotesHaveIsUndecided() {
        Told told = new Told().cast("Ana", 0, 10, "Ana").cast("Ana", 20, 30, "Ana");
        assertThat(each(told.withdrawn("Ana", 40, 50).sees("Eve", 60, 61, 1, 0)))
                .isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void aVoteThatTouchesTheReadingMayCountOrNot() {
        holds(new Told().up("Ana", 0, 10).sees("Eve", 10, 11, 0, 0));
        holds(new Told().up("Ana", 11, 20).sees("Eve", 10, 11, 1, 0));
        contradicted(new Told().up("Ana", 12, 20).sees("Eve", 10, 11, 1, 0));
    }

    @Test
    void ofTwoVotesThatTouchEitherMayBeTheLast() {
        holds(new Told().up("Ana", 0, 10).down("Ana", 10, 20).sees("Eve", 30, 31, 1, 0));
        contradicted(new Told().up("Ana", 0, 10).down("Ana", 11, 20).sees("Eve", 30, 31, 1, 0));
    }

    @Test
    void tooFewVotesAreShownByThoseThatWereSurelyOfThatKind() {
        Told told = new Told().up("Ana", 0, 10).down("Ben", 0, 10).sees("Eve", 20, 21, 0, 1);
        Verdicts.contradicted(verdict(told), "Expected at least 1 vote up, saw 0", 0, 2);
    }

    @Test
    void tooManyVotesAreShownByThoseThatCouldBeOfThatKind() {
        Told told = new Told().up("Ana", 0, 10).down("Ben", 0, 10).sees("Eve", 20, 21, 2, 1);
        Verdicts.contradicted(verdict(told), "Expected at most 1 vote up, saw 2", 0, 2);
    }

    @Test
    void aSumThatIsImpossibleAloneIsShownByAllVotes() {
        Told told = new Told().up("Ana", 0, 10).down("Ana", 0, 10).sees("Eve", 20, 21, 1, 1);
        Verdicts.contradicted(
                verdict(told),
                "Expected totals that the votes explain, saw 1 up and 1 down",
                0,
                1,
                2);
    }

    @Test
    void aVoteWithANameOfItsOwnCanBeWithdrawn() {
        Told told = new Told().cast("Ana", 0, 10, "Ana").cast("Ben", 0, 10, "Ben");
        told.withdrawn("Ana", 20, 30);
        Verdicts.holds(each(told.sees("Eve", 40, 41, 1, 0)));
        Verdicts.contradicted(each(told.sees("Eve", 42, 43, 2, 0)));
    }

    @Test
    void aVoteWithoutAnAnswerMayCountForItself() {
        Told told = new Told().cast("Ana", 0, 10, "1");
        told.unknown("Ana", 20, 30, Told.vote(meanwhile.language.VoteValue.UP));
        Verdicts.holds(each(told.sees("Eve", 40, 41, 1, 0)));
        Verdicts.holds(each(told.sees("Eve", 42, 43, 2, 0)));
        Verdicts.contradicted(each(told.sees("Eve", 44, 45, 3, 0)));
    }

    private static Verdict verdict(Told told) {
        return VoteTotals.explained(TABBY, told.history(), Duration.ZERO);
    }

    private static Verdict each(Told told) {
        return VoteTotals.explained(TABBY, told.history(), Duration.ZERO, VoteTotals.Counting.EACH);
    }

    private static void holds(Told told) {
        assertThat(VoteTotals.explained(TABBY, told.history(), Duration.ZERO))
                .isInstanceOf(Verdict.Holds.class);
    }

    private static CounterExample contradicted(Told told) {
        Verdict verdict = VoteTotals.explained(TABBY, told.history(), Duration.ZERO);
        assertThat(verdict).isInstanceOf(Verdict.Contradicted.class);
        return ((Verdict.Contradicted) verdict).why();
    }
}
