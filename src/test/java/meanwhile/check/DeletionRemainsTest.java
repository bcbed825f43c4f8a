package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a deleted image leaves behind, against tiny histories. */
class DeletionRemainsTest {
    private static final CollectionId SHELF = new CollectionId("shelf");
    private static final ImageId OTHER = new ImageId("other");
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Answer DONE = new Answer.Done();
    private static final Operation DELETE = new Operation.DeleteImage(TABBY);
    private static final Operation FAVOURITES = new Operation.ListFavourites(null, 10);

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

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(
                        new Operation.ListVotes(null, 9),
                        new Answer.VotesListed(
                                List.of(new Answer.VoteSeen(new VoteId("v"), TABBY, VoteValue.UP)),
                                null,
                                null),
                        new Answer.VotesListed(List.of(), null, null)),
                Arguments.of(
                        new Operation.ListFavourites(null, 9),
                        new Answer.FavouritesListed(
                                List.of(new Answer.FavouriteSeen(new FavouriteId("f"), TABBY)),
                                null,
                                null),
                        new Answer.FavouritesListed(List.of(), null, null)),
                Arguments.of(
                        new Operation.ListImages(null, 9),
                        new Answer.ImagesListed(List.of(TABBY), null, null),
                        new Answer.ImagesListed(List.of(OTHER), null, null)),
                Arguments.of(
                        new Operation.SearchImages("x", null, 9),
                        new Answer.ImagesListed(List.of(TABBY), null, null),
                        new Answer.ImagesListed(List.of(), null, null)),
                Arguments.of(
                        new Operation.ReadCollection(SHELF),
                        new Answer.CollectionSeen(SHELF, List.of(TABBY), 1L),
                        new Answer.CollectionSeen(SHELF, List.of(OTHER), 1L)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListHasIt(Operation list, Answer with, Answer without) {
        holds(none(deleted().accepted("Ben", 5, 6, list, without)));
        contradicted(
                none(deleted().accepted("Ben", 5, 6, list, with)),
                "Expected nothing of the deleted image in any list, saw it",
                1);
        undecided(none(deleted().unknown("Ben", 5, 6, list)), "not all lists could be read");
    }

    @Test
    void whatIsNoListNeedNotBeRead() {
        Told told = deleted().refused("Ben", 5, 6, READ, Refusal.GONE);
        undecided(none(told), "not all lists could be read");
        Answer empty = new Answer.FavouritesListed(List.of(), null, null);
        holds(none(told.accepted("Ben", 7, 8, new Operation.ListFavourites(null, 9), empty)));
    }

    @Test
    void nobodyIsToldOfADeletionThatNobodyAcknowledged() {
        Told told = new Told().unknown("Ana", 0, 1, new Operation.DeleteImage(TABBY));
        told.in(Phase.THEN).refused("Ben", 5, 6, READ, Refusal.GONE);
        undecided(sameAnswer(told), "no deletion was acknowledged");
        Told other = new Told().accepted("Ana", 0, 1, new Operation.DeleteImage(OTHER), DONE);
        undecided(sameAnswer(other), "no deletion was acknowledged");
    }

    @Test
    void whoAsksForSomethingElseIsNotToldOfIt() {
        Told told = deleted().sees("Ben", 5, 6, 0, 0);
        contradicted(sameAnswer(told), "Expected to be told clearly that the image is gone", 1);
        Told elsewhere = deleted();
        elsewhere.accepted("Ben", 5, 6, new Operation.ReadImage(OTHER), DONE);
        elsewhere.accepted("Ben", 7, 8, new Operation.ReadBytes(OTHER), DONE);
        elsewhere.accepted("Ben", 9, 10, new Operation.ReadSelf(), DONE);
        undecided(sameAnswer(elsewhere), "nobody asked");
        contradicted(
                sameAnswer(deleted().accepted("Ben", 5, 6, new Operation.ReadBytes(TABBY), DONE)));
    }

    @Test
    void othersMaySeeItUntilTheVeryEndOfThePromise() {
        holds(staysGone(deleted().sees("Ben", 101, 102, 0, 0)));
        contradicted(
                staysGone(deleted().sees("Ben", 102, 103, 0, 0)),
                "Expected the image to be gone, saw it again",
                0,
                1);
    }

    @Test
    void onlyWhatShowsItCounts() {
        Told told = deleted().refused("Ben", 200, 201, READ, Refusal.GONE);
        told.accepted("Ben", 202, 203, new Operation.ReadSelf(), new Answer.MemberSeen(1L, 1L));
        Answer bytes = new Answer.BytesSeen("x", 1);
        told.accepted("Ben", 204, 205, new Operation.ReadBytes(OTHER), bytes);
        Answer other = new Answer.ImagesListed(List.of(OTHER), null, null);
        told.accepted("Ben", 206, 207, new Operation.ListImages(null, 9), other);
        holds(staysGone(told));
        contradicted(
                staysGone(told.accepted("Ben", 208, 209, new Operation.ReadBytes(TABBY), bytes)));
    }

    private static Told deleted() {
        return new Told()
                .accepted("Ana", 0, 1, new Operation.DeleteImage(TABBY), DONE)
                .in(Phase.THEN);
    }

    private static Verdict none(Told told) {
        return DeletionRemains.none(TABBY, told.history());
    }

    private static Verdict sameAnswer(Told told) {
        return DeletionRemains.sameClearAnswer(TABBY, told.history());
    }

    private static Verdict staysGone(Told told) {
        return DeletionOutcome.staysGone(TABBY, told.history(), Duration.ofMillis(100));
    }
}
