package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.Arrays;
import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CommentId;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;

/** The comments on one image against tiny histories. */
class CommentThreadTest {
    private static final Operation COMMENTS = new Operation.ListComments(TABBY, null, 10);

    @Test
    void keepsEachCommentOnce() {
        holds(conversation(said().in(Phase.THEN).accepted("Cid", 9, 10, COMMENTS, list(1, 2))));
        contradicted(conversation(said().in(Phase.THEN).accepted("Cid", 9, 10, COMMENTS, list(1))));
        contradicted(
                conversation(
                        said().in(Phase.THEN).accepted("Cid", 9, 10, COMMENTS, list(1, 2, 2))));
    }

    @Test
    void doesNotSayTwiceWhatWasSentOnceWithoutAnAnswer() {
        Answer twice =
                new Answer.CommentsListed(
                        List.of(comment(1, "1"), comment(2, "2"), comment(8, "x"), comment(9, "x")),
                        null,
                        null);
        Told lost = said().unknown("Eve", 4, 5, new Operation.AddComment(TABBY, "x"));
        contradicted(conversation(lost.in(Phase.THEN).accepted("Cid", 9, 10, COMMENTS, twice)));
    }

    @Test
    void mayGrowByWhatHadNoAnswerWhileItIsRead() {
        Told lost = said().unknown("Eve", 4, 5, new Operation.AddComment(TABBY, "3"));
        holds(
                conversation(
                        lost.in(Phase.THEN)
                                .accepted("Cid", 9, 10, COMMENTS, list(1, 2))
                                .through(1)
                                .accepted("Cid", 11, 12, COMMENTS, list(1, 2, 3))));
    }

    @Test
    void hasOneOrder() {
        contradicted(
                conversation(
                        said().in(Phase.THEN)
                                .accepted("Cid", 9, 10, COMMENTS, list(1, 2))
                                .through(1)
                                .accepted("Cid", 11, 12, COMMENTS, list(2, 1))));
        contradicted(
                conversation(
                        said().accepted("Dan", 5, 6, COMMENTS, list(2, 1))
                                .in(Phase.THEN)
                                .accepted("Cid", 9, 10, COMMENTS, list(1, 2))));
    }

    @Test
    void isUndecidedUnread() {
        undecided(conversation(said()));
        undecided(conversation(said().in(Phase.THEN).unknown("Cid", 9, 10, COMMENTS)));
    }

    private Told said() {
        return new Told()
                .accepted("Ana", 0, 1, new Operation.AddComment(TABBY, "1"), taken(1))
                .accepted("Ben", 2, 3, new Operation.AddComment(TABBY, "2"), taken(2));
    }

    private Answer taken(int id) {
        return new Answer.CommentTaken(new CommentId("c" + id), null);
    }

    private Answer list(Integer... ids) {
        return new Answer.CommentsListed(
                Arrays.stream(ids).map(id -> comment(id, "" + id)).toList(), null, null);
    }

    private Answer.CommentSeen comment(int id, String text) {
        return new Answer.CommentSeen(new CommentId("c" + id), null, text);
    }

    private Verdict conversation(Told told) {
        return CommentThread.keptInOneOrder(TABBY, told.history());
    }
}
