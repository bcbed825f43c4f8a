package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeHistoryTest {
    @Test
    void aSoundHistoryHolds() {
        assertHolds(
                uploaded().up("Ben", 10, 20), told -> lists(told, "Ben", 30, null, VoteValue.UP));
    }

    @Test
    void onesOwnVoteIsSeenAtOnce() {
        assertContradicted(uploaded().up("Ben", 10, 20), told -> lists(told, "Ben", 30, null), 2);
        assertContradicted(
                uploaded().up("Ben", 10, 20).down("Ben", 21, 25),
                told -> lists(told, "Ben", 30, null, VoteValue.UP),
                3);
    }

    @Test
    void anUnknownVoteMayBeSeenOrNot() {
        Operation vote = Told.vote(VoteValue.UP);
        assertHolds(
                uploaded().unknown("Ben", 10, 20, vote),
                told -> lists(told, "Ben", 30, null, VoteValue.UP));
        assertHolds(uploaded().unknown("Ben", 10, 20, vote), told -> lists(told, "Ben", 30, null));
    }

    @Test
    void withdrawalAndDeletionTakeTheVoteAway() {
        assertHolds(
                uploaded().up("Ben", 10, 20).withdrawn("Ben", 21, 22),
                told -> lists(told, "Ben", 30, null));
        assertContradicted(
                uploaded().up("Ben", 10, 20).withdrawn("Ben", 21, 22),
                told -> lists(told, "Ben", 30, null, VoteValue.UP),
                3);
        assertHolds(uploaded().up("Ben", 10, 20), told -> lists(deleted(told), "Ben", 40, null));
    }

    @Test
    void oneOfTwoPagesShowsNothingForCertain() {
        assertHolds(
                uploaded().up("Ben", 10, 20), told -> lists(told, "Ben", 30, new Cursor("more")));
    }

    @Test
    void imagesThatWereNeverReadyAreNotJudged() {
        assertHolds(
                new Told().uploaded("Ana", 0, 1, "tabby").up("Ben", 10, 20),
                told -> lists(told, "Ben", 30, null));
    }

    @Test
    void totalsAreJudgedOnceTheImageIsReady() {
        Answer early = new Answer.ImageSeen(TABBY, ImageStatus.PROCESSING, "t", 0L, 0L, 1L);
        assertHolds(
                uploaded()
                        .up("Ben", 10, 20)
                        .accepted("Ben", 21, 22, new Operation.ReadImage(TABBY), early),
                told -> told);
        assertContradicted(uploaded().up("Ben", 10, 20), told -> told.sees("Ben", 21, 22, 0, 0), 2);
    }

    @Test
    void othersMayLagWhereNothingIsPromised() {
        assertHolds(uploaded().up("Ben", 10, 20), told -> told.sees("Cid", 21, 22, 0, 0));
        assertThat(
                        WholeHistory.explained(
                                uploaded().up("Ben", 10, 20).sees("Cid", 21, 22, 0, 0).history(),
                                Duration.ZERO))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whatWasDeletedStaysAway() {
        assertContradicted(uploaded(), told -> deleted(told).sees("Ana", 50, 51, 0, 0), 2);
    }

    @Test
    void twoUploadsAreTwoImages() {
        assertContradicted(uploaded(), told -> told.uploaded("Ben", 40, 41, "tabby"), 2);
    }

    @Test
    void targetsWithoutTotalsAreJudgedByTheRest() {
        Answer bare = new Answer.ImageSeen(TABBY, ImageStatus.READY, "t", null, null, null);
        assertHolds(
                uploaded().accepted("Ben", 21, 22, new Operation.ReadImage(TABBY), bare),
                told -> told);
    }

    private static Told uploaded() {
        return new Told().uploaded("Ana", 0, 1, "tabby").sees("Ana", 2, 3, 0, 0);
    }

    private static Told deleted(Told told) {
        return told.accepted("Ana", 31, 32, new Operation.DeleteImage(TABBY), new Answer.Done());
    }

    private static Told lists(
            Told told, String member, long from, @Nullable Cursor next, VoteValue... values) {
        List<Answer.VoteSeen> votes =
                List.of(values).stream()
                        .map(value -> new Answer.VoteSeen(new VoteId(member), TABBY, value))
                        .toList();
        return told.accepted(
                member,
                from,
                from + 1,
                new Operation.ListVotes(null, 100),
                new Answer.VotesListed(votes, next, null));
    }

    private static void assertHolds(Told told, java.util.function.UnaryOperator<Told> more) {
        assertThat(explained(more.apply(told))).isInstanceOf(Verdict.Holds.class);
    }

    private static void assertContradicted(
            Told told, java.util.function.UnaryOperator<Told> more, int calls) {
        assertThat(explained(more.apply(told)))
                .isInstanceOfSatisfying(
                        Verdict.Contradicted.class,
                        verdict -> assertThat(verdict.why().calls()).hasSize(calls));
    }

    private static Verdict explained(Told told) {
        return WholeHistory.explained(told.history(), WholeHistory.NO_PROMISE);
    }
}
