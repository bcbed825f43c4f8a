package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import org.junit.jupiter.api.Test;

/** Search results against tiny histories. */
class SearchResultsTest {
    @Test
    void findsExactlyWhatIsReady() {
        holds(SearchResults.exactly(found(ready(tagged("a"), "a", 10), "a")));
        contradicted(SearchResults.exactly(found(ready(tagged("a"), "a", 10))));
        contradicted(SearchResults.exactly(found(ready(tagged("a"), "a", 10), "a", "a")));
        contradicted(SearchResults.exactly(found(ready(tagged("a"), "a", 10), "a", "b")));
    }

    @Test
    void isNotJudgedWhereTooLittleIsKnown() {
        undecided(SearchResults.exactly(found(tagged("a"), "a")));
        Told unknown = ready(tagged("a"), "a", 10);
        unknown.unknown("Ana", 2, 3, upload("b"));
        undecided(SearchResults.exactly(found(unknown, "a", "b")));
        Told deleted = ready(tagged("a"), "a", 10);
        deleted.unknown("Ana", 12, 13, new Operation.DeleteImage(new ImageId("a")));
        undecided(SearchResults.exactly(found(deleted)));
    }

    @Test
    void doesNotFindWhatFailedOrWasDeleted() {
        Operation delete = new Operation.DeleteImage(new ImageId("a"));
        Told gone = tagged("a").accepted("Ana", 2, 3, delete, new Answer.Done());
        holds(SearchResults.nowhere(new ImageId("a"), searched(gone)));
        contradicted(SearchResults.nowhere(new ImageId("a"), searched(gone, "a")));
        Told failed = seen(tagged("a"), "a", 10, ImageStatus.FAILED);
        contradicted(SearchResults.nowhere(new ImageId("a"), searched(failed, "a")));
        undecided(
                SearchResults.nowhere(
                        new ImageId("a"), searched(tagged("a").unknown("Ana", 2, 3, delete), "a")));
    }

    @Test
    void findsNothingThatIsInProcessingAfterwards() {
        Told early = searchedBy("Ben", tagged("a"), "a");
        seenBy("Ben", early, "a", 30, ImageStatus.PROCESSING);
        contradicted(SearchResults.notBeforeReady(new ImageId("a"), early.history()));
        Told late = searchedBy("Ben", tagged("a"));
        seenBy("Ben", late, "a", 30, ImageStatus.PROCESSING);
        holds(SearchResults.notBeforeReady(new ImageId("a"), late.history()));
    }

    private static Operation upload(String id) {
        return ((Operation.UploadImage) Told.upload(id)).with(Placement.tagged("cats"));
    }

    private static Told tagged(String id) {
        return new Told()
                .accepted("Ana", 0, 1, upload(id), new Answer.UploadTaken(new ImageId(id)));
    }

    private static History found(Told told, String... shown) {
        return told.in(Phase.THEN)
                .accepted(
                        "Ben",
                        20,
                        21,
                        new Operation.FilterByTag("cats", null, 100),
                        new Answer.ImagesListed(ids(shown), null, null))
                .history();
    }

    private static History searched(Told told, String... shown) {
        return searchedBy("Ben", told.in(Phase.THEN), shown).history();
    }

    private static Told searchedBy(String who, Told told, String... shown) {
        return told.accepted(
                who,
                20,
                21,
                new Operation.SearchImages("a", null, 10),
                new Answer.ImagesListed(ids(shown), null, null));
    }

    private static Told ready(Told told, String image, long at) {
        return seen(told, image, at, ImageStatus.READY);
    }

    private static Told seen(Told told, String image, long at, ImageStatus status) {
        return seenBy("Ana", told, image, at, status);
    }

    private static Told seenBy(String who, Told told, String image, long at, ImageStatus status) {
        ImageId id = new ImageId(image);
        return told.accepted(
                who,
                at,
                at + 1,
                new Operation.ReadImage(id),
                new Answer.ImageSeen(id, status, image, 0L, 0L, 1L));
    }

    private static List<ImageId> ids(String... names) {
        return Stream.of(names).map(ImageId::new).toList();
    }
}
