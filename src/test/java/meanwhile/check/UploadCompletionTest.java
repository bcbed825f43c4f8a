package meanwhile.check;

import static meanwhile.check.Told.upload;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.List;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;

/** Acknowledged uploads against tiny histories. */
class UploadCompletionTest {
    private static final ImageId A = new ImageId("a");

    @Test
    void isListedExactlyOnce() {
        holds(UploadCompletion.listedExactlyOnce(listed("a")));
        contradicted(UploadCompletion.listedExactlyOnce(listed()));
        contradicted(UploadCompletion.listedExactlyOnce(listed("a", "a")));
        contradicted(UploadCompletion.listedExactlyOnce(listed("a", "b")));
    }

    @Test
    void becomesReady() {
        holds(UploadCompletion.ready(seen(ImageStatus.READY)));
        contradicted(UploadCompletion.ready(seen(ImageStatus.PROCESSING)));
        contradicted(UploadCompletion.ready(seen(ImageStatus.FAILED)));
        undecided(UploadCompletion.ready(new Told().uploaded("Ana", 0, 1, "a").history()));
    }

    @Test
    void showsTheBytesThatWereSent() {
        holds(UploadCompletion.sameBytes(opened(((Operation.UploadImage) upload("a")).file())));
        contradicted(
                UploadCompletion.sameBytes(opened(((Operation.UploadImage) upload("b")).file())));
    }

    @Test
    void isNotTheImageOfAnotherUpload() {
        contradicted(
                UploadCompletion.distinct(
                        new Told()
                                .uploaded("Ana", 0, 1, "a")
                                .uploaded("Ana", 2, 3, "a")
                                .history()));
    }

    private static History listed(String... ids) {
        List<ImageId> images = java.util.Arrays.stream(ids).map(ImageId::new).toList();
        return new Told()
                .uploaded("Ana", 0, 1, "a")
                .in(Phase.THEN)
                .accepted(
                        "Ana",
                        2,
                        3,
                        new Operation.ListImages(null, 9),
                        new Answer.ImagesListed(images, null, null))
                .history();
    }

    private static History seen(ImageStatus status) {
        return new Told()
                .uploaded("Ana", 0, 1, "a")
                .in(Phase.THEN)
                .accepted(
                        "Ana",
                        2,
                        3,
                        new Operation.ReadImage(A),
                        new Answer.ImageSeen(A, status, null, null, null, null))
                .history();
    }

    private static History opened(ImageFile file) {
        return new Told()
                .uploaded("Ana", 0, 1, "a")
                .accepted(
                        "Ana",
                        2,
                        3,
                        new Operation.ReadBytes(A),
                        new Answer.BytesSeen(file.sha256(), file.length()))
                .history();
    }
}
