package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks page by page, and search results, against tiny histories. */
class FoundTest {
    private static final Cursor MORE = new Cursor("more");
    private static final ImageId A = new ImageId("a");
    private static final Operation DELETE = new Operation.DeleteImage(A);
    private static final Operation SEARCH = new Operation.SearchImages("a", null, 9);
    private static final Answer DONE = new Answer.Done();

    static Stream<Named<Function<@Nullable Cursor, Operation>>> found() {
        return Stream.of(
                Named.of("by tag", after -> new Operation.FilterByTag("cats", after, 9)),
                Named.of("in a feed", after -> new Operation.ReadFeed(after, 9)));
    }

    @Nested
    class AWalkThroughWhatIsFound {
        @ParameterizedTest
        @MethodSource("meanwhile.check.FoundTest#found")
        void goesOnFromPageToPage(Function<@Nullable Cursor, Operation> page) {
            Told told = page(two(), 200, page.apply(null), MORE, "b");
            holds(complete(page(told, 210, page.apply(MORE), null, "a")));
        }

        @ParameterizedTest
        @MethodSource("meanwhile.check.FoundTest#found")
        void endsWhereTheNextBegins(Function<@Nullable Cursor, Operation> page) {
            Told told = page(two(), 200, page.apply(null), null, "b", "a");
            holds(complete(page(told, 210, page.apply(null), null, "b", "a")));
        }

        @ParameterizedTest
        @MethodSource("meanwhile.check.FoundTest#found")
        void mayBeginInTheMiddle(Function<@Nullable Cursor, Operation> page) {
            holds(complete(page(two(), 200, page.apply(MORE), null, "b", "a")));
            contradicted(complete(page(two(), 200, page.apply(MORE), null, "b", "b")));
        }

        @ParameterizedTest
        @MethodSource("meanwhile.check.FoundTest#found")
        void needNotMeetWhatSomebodyDeleted(Function<@Nullable Cursor, Operation> page) {
            Told deleted = two().accepted("Ana", 50, 51, DELETE, DONE);
            holds(complete(page(deleted, 200, page.apply(null), null, "b")));
            Told refused = two().refused("Ana", 50, 51, DELETE, Refusal.FORBIDDEN);
            contradicted(complete(page(refused, 200, page.apply(null), null, "b")));
        }

        @Test
        void meetsWhatWasFirstSeenReadyLongEnoughBefore() {
            Operation feed = new Operation.ReadFeed(null, 9);
            contradicted(complete(page(look(two(), "a", 300), 200, feed, null, "b")));
            contradicted(complete(page(look(two(), "b", 300), 200, feed, null, "a")));
        }

        @Test
        void isNoWalkThroughAnythingElse() {
            Told told = two().sees("Ben", 200, 201, 0, 0);
            undecided(complete(told), "nobody walked through any pages");
        }

        private static Told two() {
            Told told = new Told().uploaded("Ana", 0, 1, "a").uploaded("Ana", 2, 3, "b");
            return look(look(told, "a", 10), "b", 12);
        }

        private static Verdict complete(Told told) {
            return FeedPaging.complete(told.history(), Duration.ofMillis(100));
        }
    }

    @Nested
    class AWalk {
        @Test
        void throughVotesGoesOnFromPageToPage() {
            Told told = votes(voted(), 10, null, MORE, "a");
            holds(ListPaging.ofVotes(votes(told, 20, MORE, null, "b").history()));
        }

        @Test
        void throughVotesDoesNotMeetThoseOfOthers() {
            Operation vote = new Operation.CastVote(new ImageId("c"), VoteValue.UP);
            Told told = voted().accepted("Ben", 4, 5, vote, DONE);
            holds(ListPaging.ofVotes(votes(told, 10, null, null, "a", "b").history()));
        }

        @Test
        void throughImagesGoesOnFromPageToPage() {
            Told told = images(uploaded(), 10, null, MORE, "a");
            holds(ListPaging.ofImages(images(told, 20, MORE, null, "b").history()));
        }

        @Test
        void throughImagesEndsWhereTheNextBegins() {
            Told told = images(uploaded(), 10, null, null, "a", "b");
            holds(ListPaging.ofImages(images(told, 20, null, null, "a", "b").history()));
        }

        private static Told uploaded() {
            return new Told().uploaded("Ana", 0, 1, "a").uploaded("Ana", 2, 3, "b");
        }

        private static Told voted() {
            Told told = new Told();
            for (String id : List.of("a", "b")) {
                Operation vote = new Operation.CastVote(new ImageId(id), VoteValue.UP);
                told.accepted("Ana", 0, 1, vote, new Answer.VoteTaken(new VoteId(id)));
            }
            return told;
        }

        private static Told votes(
                Told told,
                long at,
                @Nullable Cursor after,
                @Nullable Cursor next,
                String... shown) {
            List<Answer.VoteSeen> votes =
                    ids(shown).stream()
                            .map(id -> new Answer.VoteSeen(new VoteId("v"), id, VoteValue.UP))
                            .toList();
            Operation list = new Operation.ListVotes(after, 9);
            return told.accepted(
                    "Ana", at, at + 1, list, new Answer.VotesListed(votes, next, null));
        }

        private static Told images(
                Told told,
                long at,
                @Nullable Cursor after,
                @Nullable Cursor next,
                String... shown) {
            Operation list = new Operation.ListImages(after, 9);
            return told.accepted(
                    "Ana", at, at + 1, list, new Answer.ImagesListed(ids(shown), next, null));
        }
    }

    @Nested
    class ASearch {
        private final Operation tagged = new Operation.FilterByTag("cats", null, 9);

        @Test
        void thatWasNotAnsweredDecidesNothing() {
            Told told = look(upload(), "a", 10).in(Phase.THEN).unknown("Ben", 20, 21, tagged);
            undecided(SearchResults.exactly(told.history()), "a search was not answered");
            Told gone = upload().accepted("Ana", 4, 5, DELETE, DONE).in(Phase.THEN);
            gone.unknown("Ben", 20, 21, SEARCH);
            undecided(SearchResults.nowhere(A, gone.history()), "a search was not answered");
        }

        @Test
        void doesNotFindWhatWasDeletedUnseen() {
            Told gone = upload().accepted("Ana", 4, 5, DELETE, DONE).in(Phase.THEN);
            holds(SearchResults.exactly(page(gone, 20, tagged, null).history()));
            Told refused = upload().refused("Ana", 4, 5, DELETE, Refusal.FORBIDDEN);
            undecided(
                    SearchResults.exactly(page(refused.in(Phase.THEN), 20, tagged, null).history()),
                    "it is not known what should be found");
        }

        @Test
        void forWhatNobodyUploadedIsNotJudged() {
            Told told = look(upload(), "a", 10).in(Phase.THEN);
            page(told, 20, new Operation.SearchImages("zz", null, 9), null, "x");
            page(told, 22, new Operation.FilterByTag("dogs", null, 9), null, "x");
            holds(SearchResults.exactly(told.history()));
        }

        @Test
        void ofAnyKindFindsNothingThatIsInProcessingAfterwards() {
            for (Operation search : List.of(SEARCH, tagged, new Operation.ReadFeed(null, 9))) {
                Told told = page(upload(), 20, search, null, "a");
                contradicted(
                        SearchResults.notBeforeReady(A, processing(told).history()),
                        "Expected to find only what is ready, found an image in processing",
                        1,
                        2);
            }
        }

        @Test
        void isNotAListOfOnesOwn() {
            Told told = page(upload(), 20, new Operation.ListImages(null, 9), null, "a");
            holds(SearchResults.notBeforeReady(A, processing(told).history()));
        }

        private static Told processing(Told told) {
            Answer seen = new Answer.ImageSeen(A, ImageStatus.PROCESSING, "a", 0L, 0L, 1L);
            return told.accepted("Ben", 30, 31, new Operation.ReadImage(A), seen);
        }

        private static Told upload() {
            Operation upload =
                    ((Operation.UploadImage) Told.upload("a")).with(Placement.tagged("cats"));
            return new Told().accepted("Ana", 0, 1, upload, new Answer.UploadTaken(A));
        }
    }

    private static Told page(
            Told told, long at, Operation page, @Nullable Cursor next, String... shown) {
        return told.accepted(
                "Ben", at, at + 1, page, new Answer.ImagesListed(ids(shown), next, null));
    }

    private static Told look(Told told, String image, long at) {
        ImageId id = new ImageId(image);
        Answer seen = new Answer.ImageSeen(id, ImageStatus.READY, image, 0L, 0L, 1L);
        return told.accepted("Ana", at, at + 1, new Operation.ReadImage(id), seen);
    }

    private static List<ImageId> ids(String... names) {
        return Stream.of(names).map(ImageId::new).toList();
    }
}
