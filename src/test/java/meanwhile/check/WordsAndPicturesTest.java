package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.notOffered;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CommentId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import meanwhile.model.Register;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What one image shows and what others said of it, against tiny histories. */
class WordsAndPicturesTest {
    private static final ImageId OTHER = new ImageId("other");
    private static final Answer DONE = new Answer.Done();

    @Nested
    class AVersion {
        private final Operation change =
                new Operation.ChangeImage(TABBY, "b", "b", null, null, null, null);

        @Test
        void ofAnotherImageHasOtherWords() {
            Told told = new Told().accepted("Ana", 0, 1, change, new Answer.ImageChanged(2L));
            look(look(told, 2, TABBY, "b", 2L), 4, OTHER, "x", 2L);
            holds(ImageVersions.whole(TABBY, told.history()));
            contradicted(
                    ImageVersions.whole(TABBY, look(told, 6, TABBY, "x", 3L).history()),
                    "Expected the whole of one write, saw [x, x]",
                    3);
        }

        @Test
        void mayNotBeGiven() {
            Told told = look(new Told(), 0, TABBY, "a", null);
            notOffered(ImageVersions.neverBackwards(TABBY, told.history(), Duration.ZERO));
        }

        private static Told look(
                Told told, long at, ImageId id, String words, @Nullable Long version) {
            Answer.Details details = new Answer.Details(words, null, null, null, null, null, null);
            Answer seen =
                    new Answer.ImageSeen(id, ImageStatus.READY, words, 0L, 0L, version, details);
            return told.accepted("Ben", at, at + 1, new Operation.ReadImage(id), seen);
        }
    }

    @Nested
    class APicture {
        @Test
        void ofAnImageThatWasReplacedIsTheOldOrTheNew() {
            Told told = new Told().accepted("Ana", 0, 1, upload("one"), taken(TABBY));
            told.accepted("Ana", 2, 3, replace("two"), DONE);
            opened(opened(told, file("one")), file("two"));
            holds(PictureIntegrity.whole(told.history()));
            contradicted(PictureIntegrity.whole(opened(told, file("three")).history()));
        }

        @Test
        void ofAnImageThatNobodyHereUploadedIsNotJudged() {
            Told told = new Told().unknown("Ana", 0, 1, upload("one"));
            told.accepted("Ana", 2, 3, replace("two"), DONE);
            holds(PictureIntegrity.whole(opened(told, file("one")).history()));
        }

        private static Told opened(Told told, ImageFile file) {
            Answer bytes = new Answer.BytesSeen(file.sha256(), file.length());
            return told.accepted("Ben", 4, 5, new Operation.ReadBytes(TABBY), bytes);
        }

        private static Operation replace(String content) {
            return new Operation.ReplaceBytes(TABBY, file(content), null);
        }
    }

    @Nested
    class AnAcceptedUpload {
        private final Operation list = new Operation.ListImages(null, 9);

        @Test
        void thatIsNotReadyIsToldWithWhatWasSeen() {
            Told told = new Told().uploaded("Ana", 0, 1, "tabby").in(Phase.THEN);
            Answer early = new Answer.ImageSeen(TABBY, ImageStatus.PROCESSING, "t", 0L, 0L, 1L);
            told.accepted("Ana", 2, 3, new Operation.ReadImage(TABBY), early);
            contradicted(
                    UploadCompletion.ready(told.history()),
                    "Expected the image to be ready, saw PROCESSING",
                    0,
                    1);
            told.refused("Ana", 4, 5, new Operation.ReadImage(TABBY), Refusal.GONE);
            contradicted(
                    UploadCompletion.ready(told.history()),
                    "Expected the image to be ready, saw nothing",
                    0,
                    2);
        }

        @Test
        void thatIsNotListedIsToldWithAllPages() {
            Told told = new Told().uploaded("Ana", 0, 1, "tabby").in(Phase.THEN);
            Answer none = new Answer.ImagesListed(List.of(), null, null);
            told.accepted("Ana", 2, 3, list, none).accepted("Ana", 4, 5, list, none);
            contradicted(
                    UploadCompletion.listedExactlyOnce(told.history()),
                    "Expected the image to be listed once, saw it listed 0 times",
                    0,
                    1,
                    2);
        }

        @Test
        void isUndecidedWhereTheListWasNotRead() {
            Told told = new Told().uploaded("Ana", 0, 1, "tabby").in(Phase.THEN);
            undecided(
                    UploadCompletion.listedExactlyOnce(told.unknown("Ana", 2, 3, list).history()),
                    "the list of images could not be read");
        }

        @Test
        void thatWasTakenAwayAgainLeavesTheAccountAsBefore() {
            Operation self = new Operation.ReadSelf();
            Answer account = new Answer.MemberSeen(1L, 3L);
            Told told = new Told().in(Phase.GIVEN).accepted("Ana", 0, 1, self, account);
            told.in(Phase.WHEN).accepted("Ana", 2, 3, upload("one"), taken(TABBY));
            told.in(Phase.THEN).accepted("Ana", 4, 5, self, account);
            holds(AccountCounts.asBefore("Ana", told.history()));
            told.in(Phase.WHEN).unknown("Ana", 2, 3, upload("two"));
            undecided(
                    AccountCounts.asBefore("Ana", told.history()),
                    "it is not certain what the account should hold");
        }
    }

    @Nested
    class AConversation {
        @Test
        void onAnotherImageIsAnother() {
            holds(kept(listed(said(), OTHER, 8, 2)));
            contradicted(kept(listed(said(), TABBY, 8, 2)));
        }

        @Test
        void neverShowsOneCommentTwice() {
            Told told = said();
            contradicted(
                    kept(told.in(Phase.WHEN), 1, 1),
                    "Expected comments to keep their order, saw another",
                    2,
                    3);
        }

        private static Verdict kept(Told told, int... onTheWay) {
            return kept(listed(told, TABBY, 5, onTheWay));
        }

        private static Verdict kept(Told told) {
            return CommentThread.keptInOneOrder(
                    TABBY, listed(told.in(Phase.THEN), TABBY, 9, 1, 2).history());
        }

        private static Told said() {
            Told told = new Told();
            for (int i = 1; i <= 2; i++) {
                Operation add = new Operation.AddComment(TABBY, "" + i);
                Answer taken = new Answer.CommentTaken(new CommentId("c" + i), null);
                told.accepted("Ana", 2L * i, 2L * i + 1, add, taken);
            }
            return told.in(Phase.THEN);
        }

        private static Told listed(Told told, ImageId image, long at, int... shown) {
            List<Answer.CommentSeen> comments =
                    IntStream.of(shown)
                            .mapToObj(
                                    i ->
                                            new Answer.CommentSeen(
                                                    new CommentId("c" + i), null, "" + i))
                            .toList();
            Operation list = new Operation.ListComments(image, null, 9);
            Answer seen = new Answer.CommentsListed(comments, null, null);
            return told.accepted("Cid", at, at + 1, list, seen);
        }
    }

    @Test
    void onesOwnVotesOnAnotherImageAreNotThoseOnThis() {
        Answer.VoteSeen other = new Answer.VoteSeen(new VoteId("o"), OTHER, VoteValue.DOWN);
        Answer.VoteSeen own = new Answer.VoteSeen(new VoteId("v"), TABBY, VoteValue.UP);
        Operation list = new Operation.ListVotes(null, 9);
        Told told = new Told().up("Ana", 0, 1);
        told.accepted("Ana", 2, 3, list, new Answer.VotesListed(List.of(other, own), null, null));
        holds(OwnVotes.of("Ana", TABBY, told.history(), Register.BUDGET));
        told.accepted("Ana", 4, 5, list, new Answer.VotesListed(List.of(other), null, null));
        contradicted(OwnVotes.of("Ana", TABBY, told.history(), Register.BUDGET));
    }

    private static Operation upload(String content) {
        return new Operation.UploadImage(file(content), content);
    }

    private static Answer taken(ImageId id) {
        return new Answer.UploadTaken(id);
    }

    private static ImageFile file(String content) {
        byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ImageFile.of("x.png", "image/png", bytes);
    }
}
