package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.vote;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CommentId;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The checks of what many do with one image, and of totals, against tiny histories. */
class OneResourceTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Operation DELETE = new Operation.DeleteImage(TABBY);
    private static final Operation FAVOURITES = new Operation.ListFavourites(null, 10);
    private static final Operation FAVOUR = new Operation.AddFavourite(TABBY);
    private static final Operation COMMENTS = new Operation.ListComments(TABBY, null, 10);
    private static final Answer DONE = new Answer.Done();

    @Nested
    class AConversation {
        @Test
        void keepsEachCommentOnce() {
            holds(conversation(said().in(Phase.THEN).accepted("Cid", 9, 10, COMMENTS, list(1, 2))));
            contradicted(
                    conversation(said().in(Phase.THEN).accepted("Cid", 9, 10, COMMENTS, list(1))));
            contradicted(
                    conversation(
                            said().in(Phase.THEN).accepted("Cid", 9, 10, COMMENTS, list(1, 2, 2))));
        }

        @Test
        void doesNotSayTwiceWhatWasSentOnceWithoutAnAnswer() {
            Answer twice =
                    new Answer.CommentsListed(
                            List.of(
                                    comment(1, "1"),
                                    comment(2, "2"),
                                    comment(8, "x"),
                                    comment(9, "x")),
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

    @Nested
    class Favourites {
        @Test
        void areCountedAsListed() {
            holds(counted(new Told(), 1, 1));
            contradicted(counted(new Told(), 1, 2));
            contradicted(counted(new Told(), 0, 1));
        }

        @Test
        void mayBeOffByWhatHadNoAnswer() {
            holds(counted(new Told().unknown("Eve", 0, 1, FAVOUR), 1, 2));
            contradicted(counted(new Told().unknown("Eve", 0, 1, FAVOUR), 1, 3));
        }

        @Test
        void areThereOnce() {
            holds(once(listed(new Told(), 1)));
            contradicted(once(listed(new Told(), 0)));
            contradicted(once(listed(new Told(), 2)));
            contradicted(once(listed(new Told().unknown("Ben", 0, 1, FAVOUR), 2)));
        }

        @Test
        void areCountedOnceHoweverOftenTheyAreRead() {
            holds(once(listed(listed(new Told(), 1), 1)));
            holds(counted(listed(new Told(), 1), 1, 1));
            contradicted(counted(listed(new Told(), 1), 1, 2));
        }

        @Test
        void areUndecidedUnread() {
            undecided(once(new Told().in(Phase.THEN).unknown("Ben", 5, 6, FAVOURITES)));
            undecided(
                    FavouriteCounts.countEqualsLists(
                            TABBY,
                            looked(new Told().in(Phase.THEN).unknown("Ben", 5, 6, FAVOURITES), 1)
                                    .history()));
        }

        private Verdict once(Told told) {
            return FavouriteCounts.exactlyOne("Ben", TABBY, told.history());
        }

        private Verdict counted(Told told, int listed, long counted) {
            return FavouriteCounts.countEqualsLists(
                    TABBY, looked(listed(told, listed), counted).history());
        }

        private Told listed(Told told, int times) {
            Answer.FavouriteSeen one = new Answer.FavouriteSeen(new FavouriteId("f"), TABBY);
            return told.in(Phase.THEN)
                    .accepted(
                            "Ben",
                            5,
                            6,
                            FAVOURITES,
                            new Answer.FavouritesListed(
                                    java.util.Collections.nCopies(times, one), null, null));
        }

        private Told looked(Told told, long favourites) {
            return told.accepted("Dan", 7, 8, READ, image(1, "Tabby", "", "s", favourites));
        }
    }

    @Nested
    class Votes {
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
            contradicted(
                    VoteCounts.totalsEqualLists(TABBY, told.sees("Dan", 8, 9, 1, 0).history()));
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

    @Nested
    class ADeletion {
        @Test
        void leavesNothingInTheLists() {
            holds(DeletionRemains.none(TABBY, listed(gone(), List.of()).history()));
            contradicted(
                    DeletionRemains.none(
                            TABBY,
                            listed(
                                            gone(),
                                            List.of(
                                                    new Answer.FavouriteSeen(
                                                            new FavouriteId("f"), TABBY)))
                                    .history()));
            undecided(DeletionRemains.none(TABBY, listed(new Told(), List.of()).history()));
            undecided(
                    DeletionRemains.none(
                            TABBY,
                            gone().in(Phase.THEN).unknown("Ben", 5, 6, FAVOURITES).history()));
            undecided(DeletionRemains.none(TABBY, gone().history()));
        }

        @Test
        void isToldToAllAlike() {
            holds(told(refusal(Refusal.GONE, "No image tabby"), refusal(Refusal.GONE, "The same")));
            contradicted(
                    told(refusal(Refusal.GONE, "Gone"), refusal(Refusal.NEVER_KNOWN, "What?")));
            contradicted(told(refusal(Refusal.GONE, "")));
            contradicted(told(refusal(Refusal.FORBIDDEN, "No")));
            contradicted(told(new Outcome.Broken(500, "")));
            undecided(told(new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late")));
            undecided(told());
        }

        @Test
        void isSeenAtOnceByWhomeverDidIt() {
            holds(own(gone().sees("Ben", 2, 3, 0, 0)));
            holds(own(gone().sees("Ana", 0, 3, 0, 0)));
            contradicted(own(gone().sees("Ana", 2, 3, 0, 0)));
            undecided(own(new Told().unknown("Ana", 0, 1, DELETE)));
        }

        private Told gone() {
            return new Told().accepted("Ana", 0, 1, DELETE, DONE);
        }

        private Verdict own(Told told) {
            return DeletionRemains.goneForItsOwner("Ana", TABBY, told.history());
        }

        private Told listed(Told told, List<Answer.FavouriteSeen> favourites) {
            return told.in(Phase.THEN)
                    .accepted(
                            "Ben",
                            5,
                            6,
                            FAVOURITES,
                            new Answer.FavouritesListed(favourites, null, null));
        }

        private Outcome refusal(Refusal why, String detail) {
            return new Outcome.Refused(410, why, null, detail);
        }

        private Verdict told(Outcome... outcomes) {
            Told told = gone().in(Phase.THEN);
            for (Outcome outcome : outcomes) {
                told.call("Ben", 5, 6, READ, outcome);
            }
            return DeletionRemains.sameClearAnswer(TABBY, told.history());
        }
    }

    @Nested
    class AVersion {
        @Test
        void isSeenWhole() {
            holds(whole(changed().accepted("Ben", 2, 3, READ, image(1, "a", "a"))));
            holds(whole(changed().accepted("Ben", 2, 3, READ, image(2, "b", "b"))));
            contradicted(whole(changed().accepted("Ben", 2, 3, READ, image(2, "b", "a"))));
            undecided(whole(new Told().accepted("Ben", 2, 3, READ, image(1, "a", "a"))));
        }

        @Test
        void mayBeOneWithoutAnAnswer() {
            Told lost = changed().unknown("Ana", 4, 5, change("c"));
            holds(whole(lost.accepted("Ben", 6, 7, READ, image(3, "c", "c"))));
            contradicted(whole(lost.accepted("Ben", 8, 9, READ, image(3, "c", "b"))));
        }

        @Test
        void hasOneTextAndOnePicture() {
            contradicted(whole(changed().accepted("Ben", 2, 3, READ, image(2, "a", "a"))));
            contradicted(
                    PictureIntegrity.whole(
                            new Told()
                                    .accepted("Ben", 0, 1, READ, image(1, "a", "", "one", 0))
                                    .accepted("Cid", 2, 3, READ, image(1, "a", "", "two", 0))
                                    .history()));
            holds(
                    PictureIntegrity.whole(
                            new Told()
                                    .accepted("Ben", 0, 1, READ, image(1, "a", "", "one", 0))
                                    .accepted("Cid", 2, 3, READ, image(2, "a", "", "two", 0))
                                    .history()));
        }

        @Test
        void doesNotRunBackwards() {
            holds(backwards(changed().accepted("Ben", 50, 51, READ, image(1, "a", "a"))));
            contradicted(backwards(changed().accepted("Ana", 50, 51, READ, image(1, "a", "a"))));
            contradicted(backwards(changed().accepted("Ben", 150, 151, READ, image(1, "a", "a"))));
            contradicted(
                    backwards(
                            changed()
                                    .accepted("Ben", 50, 51, READ, image(2, "b", "b"))
                                    .accepted("Ben", 52, 53, READ, image(1, "a", "a"))));
            holds(
                    backwards(
                            changed()
                                    .accepted("Ben", 50, 51, READ, image(2, "b", "b"))
                                    .accepted("Cid", 52, 53, READ, image(1, "a", "a"))));
        }

        @Test
        void isAPictureThatWasSent() {
            Told sent = new Told().uploaded("Ana", 0, 1, "tabby");
            String other = file("other").sha256();
            contradicted(opened(sent, other));
            holds(
                    opened(
                            sent.unknown(
                                    "Ana",
                                    2,
                                    3,
                                    new Operation.ReplaceBytes(TABBY, file("other"), null)),
                            other));
        }

        @Test
        void bytesUnderOneTagAreTheSameBytes() {
            String one = file("one").sha256();
            String two = file("two").sha256();
            Told sent =
                    new Told()
                            .accepted("Ana", 0, 1, upload("one"), new Answer.UploadTaken(TABBY))
                            .accepted("Ana", 2, 3, replace("two"), new Answer.Done());
            holds(PictureIntegrity.whole(gets(gets(sent, one, "1"), two, "2").history()));
            contradicted(PictureIntegrity.whole(gets(gets(sent, one, "3"), two, "3").history()));
        }

        private Operation upload(String content) {
            return new Operation.UploadImage(file(content), content);
        }

        private Operation replace(String content) {
            return new Operation.ReplaceBytes(TABBY, file(content), null);
        }

        private Told gets(Told told, String sha, String tag) {
            Answer bytes = new Answer.BytesSeen(sha, 3, tag);
            return told.accepted("Ben", 4, 5, new Operation.ReadBytes(TABBY), bytes);
        }

        private Verdict opened(Told told, String sha) {
            return PictureIntegrity.whole(
                    told.accepted(
                                    "Ben",
                                    4,
                                    5,
                                    new Operation.ReadBytes(TABBY),
                                    new Answer.BytesSeen(sha, 5))
                            .history());
        }

        private ImageFile file(String content) {
            return ImageFile.of("x.png", "image/png", content.getBytes(StandardCharsets.UTF_8));
        }

        private Told changed() {
            return new Told()
                    .in(Phase.GIVEN)
                    .accepted("Eve", -3, -2, READ, image(1, "a", "a"))
                    .in(Phase.WHEN)
                    .accepted("Ana", 0, 1, change("b"), new Answer.ImageChanged(2L));
        }

        private Operation change(String words) {
            return new Operation.ChangeImage(TABBY, words, words, null, null, null, null);
        }

        private Verdict whole(Told told) {
            return ImageVersions.whole(TABBY, told.history());
        }

        private Verdict backwards(Told told) {
            return ImageVersions.neverBackwards(TABBY, told.history(), DELAY);
        }
    }

    private static Answer image(long version, String title, String description) {
        return image(version, title, description, "s", 0);
    }

    private static Answer image(
            long version, String title, String description, String sha, long favourites) {
        return new Answer.ImageSeen(
                TABBY,
                ImageStatus.READY,
                title,
                0L,
                0L,
                version,
                new Answer.Details(description, sha, null, null, null, favourites, 0L));
    }

    private static void holds(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    }

    private static void contradicted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Contradicted.class);
    }

    private static void undecided(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    }
}
