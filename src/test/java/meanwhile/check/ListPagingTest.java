package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks through the pages of a list against tiny histories. */
class ListPagingTest {
    @Test
    void throughVotesMeetsEachThatWasThereOnce() {
        holds(ListPaging.ofVotes(votes("a", "b").history()));
        contradicted(ListPaging.ofVotes(votes("a", "a").history()));
        contradicted(ListPaging.ofVotes(votes("a").history()));
    }

    @Test
    void mayMeetWhatComesMeanwhileOrNot() {
        Told meanwhile = votes("a", "b");
        vote(meanwhile, "Ana", 11, 30, "c");
        holds(ListPaging.ofVotes(meanwhile.history()));
        Told met = votes("a", "b", "c");
        vote(met, "Ana", 11, 30, "c");
        holds(ListPaging.ofVotes(met.history()));
        contradicted(ListPaging.ofVotes(votes("a", "b", "c").history()));
    }

    @Test
    void throughVotesIsInTheOrderSent() {
        holds(ListPaging.inOrder(votes("a", "b").history()));
        contradicted(ListPaging.inOrder(votes("b", "a").history()));
    }

    @Test
    void announcesNoTotalThatIsTooSmall() {
        holds(ListPaging.totals(votes("a", "b").history()));
        Told small = voted();
        listed(small.in(Phase.WHEN), "Ana", 10, null, 1L, "a", "b");
        contradicted(ListPaging.totals(small.history()));
    }

    @Test
    void endsWhereTheNextBegins() {
        Told twice = votes("a", "b");
        holds(ListPaging.ofVotes(listed(twice, "Ana", 30, null, 2L, "a", "b").history()));
    }

    @Test
    void mayMissTheVoteOnAnImageThatSomebodyDeleted() {
        Operation delete = new Operation.DeleteImage(new ImageId("b"));
        Told deleted = voted().accepted("Ben", 5, 6, delete, new Answer.Done());
        holds(
                ListPaging.ofVotes(
                        listed(deleted.in(Phase.WHEN), "Ana", 10, null, 1L, "a").history()));
    }

    @Test
    void throughImagesMayMeetAnUploadWithoutAnswer() {
        Told answered = new Told().in(Phase.GIVEN).uploaded("Ana", 0, 1, "a");
        contradicted(ListPaging.ofImages(images(answered, "a", "x").history()));
        Told unknown = new Told().in(Phase.GIVEN).uploaded("Ana", 0, 1, "a");
        unknown.unknown("Ana", 2, 3, Told.upload("x"));
        holds(ListPaging.ofImages(images(unknown, "a", "x").history()));
        Told tooMany = new Told().in(Phase.GIVEN).uploaded("Ana", 0, 1, "a");
        tooMany.unknown("Ana", 2, 3, Told.upload("x"));
        contradicted(ListPaging.ofImages(images(tooMany, "a", "x", "y").history()));
    }

    private static Told votes(String... shown) {
        return listed(voted().in(Phase.WHEN), "Ana", 10, null, 9L, shown);
    }

    private static Told images(Told told, String... shown) {
        return told.in(Phase.WHEN)
                .accepted(
                        "Ana",
                        10,
                        11,
                        new Operation.ListImages(null, 10),
                        new Answer.ImagesListed(ids(shown), null, null));
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

    private static List<ImageId> ids(String... names) {
        return Stream.of(names).map(ImageId::new).toList();
    }
}
