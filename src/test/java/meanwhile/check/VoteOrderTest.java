package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoteOrderTest {
    private final Told told = new Told();

    @Test
    void whatWasSentLaterIsNotListedBefore() {
        votes("a", 0, 1);
        votes("b", 2, 3);
        lists(null, "a", "b");
        assertThat(VoteOrder.asSent("Ana", told.history())).isEqualTo(Verdict.holds());
        lists(null, "b", "a");
        assertThat(VoteOrder.asSent("Ana", told.history()))
                .isInstanceOfSatisfying(
                        Verdict.Contradicted.class,
                        contradicted -> assertThat(contradicted.why().calls()).hasSize(3));
    }

    @Test
    void whatWasSentAtTheSameTimeMayBeInAnyOrder() {
        votes("a", 0, 3);
        votes("b", 2, 5);
        lists(null, "b", "a");
        assertThat(VoteOrder.asSent("Ana", told.history())).isEqualTo(Verdict.holds());
    }

    @Test
    void aVoteWithoutAnswerMayCountLaterAndARefusedOneNever() {
        told.unknown("Ana", 0, 1, cast("a"));
        told.refused("Ana", 0, 1, cast("c"), Refusal.GONE);
        votes("b", 2, 3);
        lists(null, "b", "a");
        assertThat(VoteOrder.asSent("Ana", told.history())).isEqualTo(Verdict.holds());
        votes("c", 4, 5);
        lists(null, "b", "a", "c");
        assertThat(VoteOrder.asSent("Ana", told.history())).isEqualTo(Verdict.holds());
    }

    @Test
    void othersVotesAndPartsOfAListSayNothing() {
        votes("a", 0, 1);
        votes("b", 2, 3);
        told.accepted("Ben", 4, 5, cast("a"), new Answer.VoteTaken(new VoteId("x")));
        lists(new Cursor("more"), "b", "a");
        assertThat(VoteOrder.asSent("Ana", told.history())).isEqualTo(Verdict.holds());
        assertThat(VoteOrder.asSent("Ben", told.history())).isEqualTo(Verdict.holds());
    }

    @Test
    void aSecondVoteOnAnImageLeavesItOpen() {
        votes("a", 0, 1);
        votes("a", 2, 3);
        lists(null, "a");
        assertThat(VoteOrder.asSent("Ana", told.history()).word()).isEqualTo("undecided");
    }

    private void votes(String image, long from, long to) {
        told.accepted("Ana", from, to, cast(image), new Answer.VoteTaken(new VoteId(image)));
    }

    private static Operation cast(String image) {
        return new Operation.CastVote(new ImageId(image), VoteValue.UP);
    }

    private void lists(@Nullable Cursor next, String... images) {
        List<Answer.VoteSeen> votes = new ArrayList<>();
        for (String image : images) {
            votes.add(new Answer.VoteSeen(new VoteId(image), new ImageId(image), VoteValue.UP));
        }
        told.accepted(
                "Ana",
                10,
                11,
                new Operation.ListVotes(null, 10),
                new Answer.VotesListed(votes, next, null));
    }
}
