package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.concluded;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CommentId;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;

/** Requests repeated under the same key, against tiny histories. */
class IdempotentRetriesTest {
    private static final ImageId TWIN = new ImageId("twin");
    private static final Operation COMMENT = new Operation.AddComment(TABBY, "Hm", "key");

    @Test
    void eachAttemptIsToldOfTheSameImage() {
        Told told = attempt(attempt(new Told(), 0, "key", TABBY), 2, "key", TABBY);
        holds(oneImage(image(told, "Ana", TABBY, "key")));
        contradicted(
                oneImage(attempt(attempt(new Told(), 0, "key", TABBY), 2, "key", TWIN)),
                "Expected the same image for the same upload, got another",
                0,
                1);
    }

    @Test
    void uploadsUnderAnotherKeyAreOtherUploads() {
        Told told = attempt(attempt(new Told(), 0, "key", TABBY), 2, "other", TWIN);
        told.accepted("Ana", 3, 4, Told.upload("plain"), new Answer.UploadTaken(new ImageId("p")));
        image(image(told, "Ana", TABBY, "key"), "Ana", TWIN, "other");
        holds(oneImage(told));
    }

    @Test
    void whatOthersSeeOrWhatHasAnotherTitleDoesNotCount() {
        Told told = image(attempt(new Told(), 0, "key", TABBY), "Ana", TABBY, "key");
        holds(oneImage(image(image(told, "Ben", TWIN, "key"), "Ana", TWIN, "twin")));
    }

    @Test
    void twoImagesAreShownByAllAttemptsAndLooks() {
        Told told = attempt(new Told(), 0, "key", TABBY).unknown("Ana", 2, 3, upload("key"));
        image(image(told, "Ana", TABBY, "key"), "Ana", TWIN, "key");
        contradicted(oneImage(told), "Expected the image once, saw it 2 times", 0, 1, 2, 3);
        concluded(oneImage(told), "All attempts were repetitions of one upload");
    }

    @Test
    void whatWasRefusedIsNotThere() {
        Told told = new Told().refused("Ana", 0, 1, upload("key"), Refusal.TOO_LARGE);
        contradicted(
                oneImage(image(told, "Ana", TABBY, "key")),
                "Expected the image not to be there, saw it 1 times",
                0,
                1);
        concluded(oneImage(told), "Every attempt was refused");
    }

    @Test
    void theCommentIsTheOneOfThatText() {
        Operation other = new Operation.AddComment(TABBY, "Ha", "other");
        Told told = new Told().accepted("Ana", 0, 1, other, taken()).unknown("Ana", 2, 3, COMMENT);
        undecided(oneComment(listed(told, "Ha", "Hm")), "no attempt was accepted");
    }

    @Test
    void otherCommentsInTheListDoNotCount() {
        Told told = new Told().accepted("Ana", 0, 1, COMMENT, taken());
        holds(oneComment(listed(told, "Ha", "Hm", "Ha")));
        holds(oneComment(told.unknown("Ben", 8, 9, new Operation.ListComments(TABBY, null, 9))));
    }

    @Test
    void aCommentSeenTwiceIsShownByAllAttemptsAndTheList() {
        Told told =
                new Told().unknown("Ana", 0, 1, COMMENT).accepted("Ana", 2, 3, COMMENT, taken());
        contradicted(
                oneComment(listed(told, "Hm", "Ha", "Hm")),
                "Expected the comment once, saw it 2 times",
                0,
                1,
                2);
    }

    private static Told attempt(Told told, long at, String key, ImageId id) {
        return told.accepted("Ana", at, at + 1, upload(key), new Answer.UploadTaken(id));
    }

    private static Operation upload(String key) {
        return ((Operation.UploadImage) Told.upload(key)).repeatable(key);
    }

    private static Told image(Told told, String who, ImageId id, String title) {
        Answer seen = new Answer.ImageSeen(id, ImageStatus.READY, title, 0L, 0L, 1L);
        return told.in(Phase.THEN).accepted(who, 6, 7, new Operation.ReadImage(id), seen);
    }

    private static Answer taken() {
        return new Answer.CommentTaken(new CommentId("c"), null);
    }

    private static Told listed(Told told, String... texts) {
        List<Answer.CommentSeen> comments =
                Stream.of(texts)
                        .map(text -> new Answer.CommentSeen(new CommentId("c"), null, text))
                        .toList();
        return told.in(Phase.THEN)
                .accepted(
                        "Ben",
                        6,
                        7,
                        new Operation.ListComments(TABBY, null, 9),
                        new Answer.CommentsListed(comments, null, null));
    }

    private static Verdict oneImage(Told told) {
        return IdempotentRetries.oneImage("Ana", "key", told.history());
    }

    private static Verdict oneComment(Told told) {
        return IdempotentRetries.oneComment("Hm", told.history());
    }
}
