package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.vote;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;

/** Votes and their totals when all is quiet, against tiny histories. */
class VoteCountsTest {
    private final Operation list = new Operation.ListVotes(null, 10);

    @Test
    void areCountedAsListed() {
        holds(counted(new Told(), 1));
        contradicted(counted(new Told(), 2));
    }

    @Test
    void mayBeOffByWhatHadNoAnswer() {
        holds(counted(new Told().unknown("Eve", 0, 1, vote(VoteValue.UP)), 2));
        contradicted(counted(new Told().unknown("Eve", 0, 1, vote(VoteValue.UP)), 3));
    }

    @Test
    void areUndecidedUnread() {
        undecided(
                VoteCounts.totalsEqualLists(
                        TABBY,
                        new Told()
                                .in(Phase.THEN)
                                .unknown("Ben", 5, 6, list)
                                .sees("Dan", 7, 8, 1, 0)
                                .history()));
    }

    @Test
    void countEachMembersVoteAlsoUnderOneName() {
        Answer.VoteSeen one = new Answer.VoteSeen(new VoteId("tabby"), TABBY, VoteValue.UP);
        Answer listed = new Answer.VotesListed(List.of(one), null, null);
        Told told =
                new Told()
                        .in(Phase.THEN)
                        .accepted("Ben", 5, 6, list, listed)
                        .accepted("Eve", 5, 6, list, listed)
                        .accepted("Eve", 6, 7, list, listed);
        holds(VoteCounts.totalsEqualLists(TABBY, told.sees("Dan", 8, 9, 2, 0).history()));
        contradicted(VoteCounts.totalsEqualLists(TABBY, told.sees("Dan", 8, 9, 1, 0).history()));
    }

    private Verdict counted(Told told, long up) {
        Answer.VoteSeen one = new Answer.VoteSeen(new VoteId("v"), TABBY, VoteValue.UP);
        Answer listed = new Answer.VotesListed(List.of(one), null, null);
        return VoteCounts.totalsEqualLists(
                TABBY,
                told.in(Phase.THEN)
                        .accepted("Ben", 5, 6, list, listed)
                        .sees("Dan", 7, 8, up, 0)
                        .history());
    }
}
