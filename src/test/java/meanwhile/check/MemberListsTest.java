package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;

/** A member's lists at the end, against tiny histories. */
class MemberListsTest {
    private static final Operation LIST = new Operation.ListImages(null, 9);
    private static final Answer DONE = new Answer.Done();
    private static final ImageId A = new ImageId("a");
    private static final Operation DELETE = new Operation.DeleteImage(A);
    private static final Operation VOTE = new Operation.CastVote(A, VoteValue.UP);

    @Test
    void theImagesAreThoseThatWereUploaded() {
        holds(images(uploads(), "b", "a"));
        contradicted(images(uploads(), "a"), "Expected it to be listed once, saw it 0 times", 1, 2);
        contradicted(
                images(uploads(), "a", "b", "b"),
                "Expected it to be listed once, saw it 2 times",
                1,
                2);
        contradicted(
                images(uploads(), "a", "b", "c"),
                "Expected only what was accepted and not taken back, saw something else",
                2);
    }

    @Test
    void aDeletedImageIsNotAmongThem() {
        holds(images(uploads().accepted("Ana", 4, 5, DELETE, DONE), "b"));
        contradicted(images(uploads().accepted("Ana", 4, 5, DELETE, DONE), "a", "b"));
        contradicted(images(uploads().refused("Ana", 4, 5, DELETE, Refusal.THROTTLED), "b"));
    }

    @Test
    void anImageIsInDoubtAfterAnUnansweredDeletion() {
        holds(images(uploads().unknown("Ana", 4, 5, DELETE), "b"));
        holds(images(uploads().unknown("Ana", 4, 5, DELETE), "a", "b"));
        contradicted(images(uploads().unknown("Ana", 4, 5, DELETE), "a"));
    }

    @Test
    void anUploadWithoutAnAnswerMayHaveMadeAnotherImage() {
        holds(images(uploads().unknown("Ana", 4, 5, Told.upload("c")), "a", "b", "c"));
        contradicted(images(uploads().unknown("Ana", 4, 5, Told.upload("c")), "a", "c"));
    }

    @Test
    void whatOthersUploadAndListDoesNotCount() {
        Told told = uploads().uploaded("Ben", 4, 5, "c").in(Phase.THEN);
        told.accepted("Ben", 6, 7, LIST, new Answer.ImagesListed(List.of(), null, null));
        holds(images(told, "a", "b"));
    }

    @Test
    void aListThatWasNotReadDecidesNothing() {
        Told told = uploads().in(Phase.THEN).unknown("Ana", 6, 7, LIST);
        undecided(MemberLists.images("Ana", told.history()), "the list could not be read");
    }

    @Test
    void aVoteWithoutAnAnswerIsInDoubt() {
        holds(votes(new Told().unknown("Ana", 0, 1, VOTE)));
        holds(votes(new Told().unknown("Ana", 0, 1, VOTE), "a"));
        contradicted(votes(new Told().refused("Ana", 0, 1, VOTE, Refusal.THROTTLED), "a"));
    }

    @Test
    void aVoteThatWasTakenBackIsNotThere() {
        Operation withdrawal = new Operation.WithdrawVote(new VoteId("a"), A);
        Answer taken = new Answer.VoteTaken(new VoteId("a"));
        Told told = new Told().accepted("Ana", 0, 1, VOTE, taken);
        holds(votes(told.accepted("Ana", 2, 3, withdrawal, DONE)));
        Told refused = new Told().accepted("Ana", 0, 1, VOTE, taken);
        contradicted(votes(refused.refused("Ana", 2, 3, withdrawal, Refusal.THROTTLED)));
    }

    private static Told uploads() {
        return new Told().uploaded("Ana", 0, 1, "a").uploaded("Ana", 2, 3, "b");
    }

    private static Verdict images(Told told, String... shown) {
        List<ImageId> ids = Stream.of(shown).map(ImageId::new).toList();
        told.in(Phase.THEN).accepted("Ana", 6, 7, LIST, new Answer.ImagesListed(ids, null, null));
        return MemberLists.images("Ana", told.history());
    }

    private static Verdict votes(Told told, String... shown) {
        List<Answer.VoteSeen> votes =
                Stream.of(shown)
                        .map(
                                id ->
                                        new Answer.VoteSeen(
                                                new VoteId(id), new ImageId(id), VoteValue.UP))
                        .toList();
        told.in(Phase.THEN)
                .accepted(
                        "Ana",
                        6,
                        7,
                        new Operation.ListVotes(null, 9),
                        new Answer.VotesListed(votes, null, null));
        return MemberLists.votes("Ana", told.history());
    }
}
