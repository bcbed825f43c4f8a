package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks through a feed, or images with a tag, against tiny histories. */
class FeedPagingTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Cursor MORE = new Cursor("more");

    @Test
    void meetsWhatWasReadyLongEnoughBefore() {
        holds(FeedPaging.complete(feed(500, null, "a"), DELAY));
        contradicted(FeedPaging.complete(feed(500, null), DELAY));
        contradicted(FeedPaging.complete(feed(500, null, "a", "a"), DELAY));
    }

    @Test
    void mayMissWhatBecameReadyJustBefore() {
        holds(FeedPaging.complete(feed(50, null), DELAY));
        contradicted(FeedPaging.complete(feed(50, null, "a", "a"), DELAY));
    }

    @Test
    void doesNotJudgeWhatOthersMade() {
        holds(FeedPaging.complete(feed(500, MORE, "x", "x", "a"), DELAY));
    }

    @Test
    void isNotToldToMissWhatIsBeyondItsEnd() {
        undecided(FeedPaging.complete(feed(500, MORE), DELAY));
        contradicted(FeedPaging.complete(feed(500, MORE, "a", "a"), DELAY));
    }

    @Test
    void showsTheNewestFirst() {
        holds(FeedPaging.newestFirst(two(12, "b", "a")));
        contradicted(FeedPaging.newestFirst(two(12, "a", "b")));
        holds(FeedPaging.newestFirst(two(5, "a", "b")));
    }

    private static History two(long second, String... shown) {
        return ready(new Told().uploaded("Ana", 0, 1, "a"), "a", 10)
                .uploaded("Ana", second, 13, "b")
                .accepted(
                        "Ben",
                        20,
                        21,
                        new Operation.ReadFeed(null, 10),
                        new Answer.ImagesListed(ids(shown), null, null))
                .history();
    }

    @Test
    void mustHaveBeenWalked() {
        undecided(FeedPaging.complete(new Told().uploaded("Ana", 0, 1, "a").history(), DELAY));
    }

    private static History feed(long at, @Nullable Cursor next, String... shown) {
        return ready(new Told().in(Phase.GIVEN).uploaded("Ana", 0, 1, "a"), "a", 10)
                .in(Phase.WHEN)
                .accepted(
                        "Ben",
                        at,
                        at + 1,
                        new Operation.ReadFeed(null, 10),
                        new Answer.ImagesListed(ids(shown), next, null))
                .history();
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
