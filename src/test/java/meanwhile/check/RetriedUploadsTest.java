package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.CommentId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import org.junit.jupiter.api.Test;

/** Repeated uploads and comments, against tiny histories. */
class RetriedUploadsTest {
    private static final CollectionId CATS = new CollectionId("cats");
    private final Operation upload = upload("one", "key");

    @Test
    void makesOneImage() {
        Told told = new Told().unknown("Ana", 0, 1, upload);
        holds(oneImage(told));
        told.accepted("Ana", 2, 3, upload, new Answer.UploadTaken(TABBY));
        contradicted(oneImage(told));
        seesImage(told, TABBY);
        holds(oneImage(told));
        seesImage(told, new ImageId("twin"));
        contradicted(oneImage(told));
    }

    @Test
    void isNotThereWhenEveryAttemptWasRefused() {
        Told told = new Told().refused("Ana", 0, 1, upload, Refusal.NOT_SIGNED_IN);
        holds(oneImage(told));
        seesImage(told, TABBY);
        contradicted(oneImage(told));
    }

    @Test
    void makesOneComment() {
        holds(IdempotentRetries.oneComment("Hm", comments(1).history()));
        contradicted(IdempotentRetries.oneComment("Hm", comments(2).history()));
        contradicted(IdempotentRetries.oneComment("Hm", comments(0).history()));
    }

    private Told comments(int times) {
        Answer.CommentSeen comment = new Answer.CommentSeen(new CommentId("c"), 1L, "Hm");
        Operation add = new Operation.AddComment(TABBY, "Hm", "key");
        return new Told()
                .unknown("Ana", 0, 1, add)
                .accepted("Ana", 2, 3, add, new Answer.CommentTaken(new CommentId("c"), 1L))
                .in(Phase.THEN)
                .accepted(
                        "Ben",
                        4,
                        5,
                        new Operation.ListComments(TABBY, null, 9),
                        new Answer.CommentsListed(
                                java.util.Collections.nCopies(times, comment), null, null));
    }

    private Verdict oneImage(Told told) {
        return IdempotentRetries.oneImage("Ana", "key", told.history());
    }

    private void seesImage(Told told, ImageId id) {
        told.in(Phase.THEN)
                .accepted("Ana", 8, 9, new Operation.ReadImage(id), image(id, "one", List.of()));
    }

    private static Operation upload(String title, @org.jspecify.annotations.Nullable String key) {
        return new Operation.UploadImage(
                ImageFile.of("a.png", "image/png", title.getBytes(StandardCharsets.UTF_8)),
                title,
                Placement.into(CATS),
                key);
    }

    private static Answer image(ImageId id, String title, List<TopicId> categories) {
        return new Answer.ImageSeen(
                id,
                ImageStatus.READY,
                title,
                0L,
                0L,
                1L,
                new Answer.Details(null, null, categories, List.of(), null, null, null));
    }
}
