package meanwhile.check;

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
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A member's votes at the end, and their order, against tiny histories. */
class VoteListsTest {
    @Test
    void areExactlyTheAcceptedVotes() {
        holds(MemberLists.votes("Ana", left(voted(), "a", "b")));
        contradicted(MemberLists.votes("Ana", left(voted(), "a")));
        contradicted(MemberLists.votes("Ana", left(voted(), "a", "b", "c")));
        contradicted(MemberLists.votes("Ana", left(voted(), "a", "b", "b")));
    }

    @Test
    void isInDoubtAfterAnUnansweredWithdrawal() {
        Operation withdrawal = new Operation.WithdrawVote(new VoteId("a"), new ImageId("a"));
        holds(MemberLists.votes("Ana", left(voted().unknown("Ana", 5, 6, withdrawal), "b")));
        holds(MemberLists.votes("Ana", left(voted().unknown("Ana", 5, 6, withdrawal), "a", "b")));
    }

    @Test
    void isOneVoteOfEachMember() {
        ImageId a = new ImageId("a");
        holds(VoteCounts.exactlyOne("Ana", a, left(voted(), "a", "b")));
        contradicted(VoteCounts.exactlyOne("Ana", a, left(voted(), "b")));
        contradicted(VoteCounts.exactlyOne("Ana", a, left(voted(), "a", "a")));
        Operation cast = new Operation.CastVote(a, VoteValue.UP);
        holds(VoteCounts.exactlyOne("Ana", a, left(new Told().unknown("Ana", 0, 1, cast))));
        undecided(
                VoteCounts.exactlyOne(
                        "Ana", a, left(new Told().refused("Ana", 0, 1, cast, Refusal.NOT_READY))));
    }

    @Test
    void isInTheOrderSent() {
        holds(VoteOrder.asSent("Ana", left(voted(), "a", "b")));
        contradicted(VoteOrder.asSent("Ana", left(voted(), "b", "a")));
        Told twice = voted();
        vote(twice, "Ana", 6, 7, "a");
        undecided(VoteOrder.asSent("Ana", left(twice, "b", "a")));
    }

    private static History left(Told told, String... shown) {
        return listed(told.in(Phase.THEN), "Ana", 10, null, null, shown).history();
    }

    private static Told voted() {
        Told told = new Told().in(Phase.GIVEN);
        vote(told, "Ana", 0, 1, "a");
        return vote(told, "Ana", 2, 3, "b");
    }

    private static Told vote(Told told, String who, long from, long to, String image) {
        return told.accepted(
                who,
                from,
                to,
                new Operation.CastVote(new ImageId(image), VoteValue.UP),
                new Answer.VoteTaken(new VoteId(image)));
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
}
