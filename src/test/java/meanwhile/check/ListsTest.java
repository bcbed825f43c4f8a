package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static org.assertj.core.api.Assertions.assertThat;

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
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The checks of lists, searches and vote sequences against tiny histories. */
class ListsTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Cursor MORE = new Cursor("more");

    @Nested
    class AWalk {
        @Test
        void throughVotesMeetsEachThatWasThereOnce() {
            holds(ListPaging.ofVotes(votes("a", "b").history()));
            contradicted(ListPaging.ofVotes(votes("a", "a").history()));
            contradicted(ListPaging.ofVotes(votes("a").history()));
        }

        @Test
        void mayMeetWhatComesMeanwhileOrNot() {
            Told meanwhile = votes("a", "b");
            vote(meanwhile, "Ana", 11, 30, "c");
            holds(ListPaging.ofVotes(meanwhile.history()));
            Told met = votes("a", "b", "c");
            vote(met, "Ana", 11, 30, "c");
            holds(ListPaging.ofVotes(met.history()));
            contradicted(ListPaging.ofVotes(votes("a", "b", "c").history()));
        }

        @Test
        void throughVotesIsInTheOrderSent() {
            holds(ListPaging.inOrder(votes("a", "b").history()));
            contradicted(ListPaging.inOrder(votes("b", "a").history()));
        }

        @Test
        void announcesNoTotalThatIsTooSmall() {
            holds(ListPaging.totals(votes("a", "b").history()));
            Told small = voted();
            listed(small.in(Phase.WHEN), "Ana", 10, null, 1L, "a", "b");
            contradicted(ListPaging.totals(small.history()));
        }

        @Test
        void endsWhereTheNextBegins() {
            Told twice = votes("a", "b");
            holds(ListPaging.ofVotes(listed(twice, "Ana", 30, null, 2L, "a", "b").history()));
        }

        @Test
        void mayMissTheVoteOnAnImageThatSomebodyDeleted() {
            Operation delete = new Operation.DeleteImage(new ImageId("b"));
            Told deleted = voted().accepted("Ben", 5, 6, delete, new Answer.Done());
            holds(
                    ListPaging.ofVotes(
                            listed(deleted.in(Phase.WHEN), "Ana", 10, null, 1L, "a").history()));
        }

        @Test
        void throughImagesMayMeetAnUploadWithoutAnswer() {
            Told answered = new Told().in(Phase.GIVEN).uploaded("Ana", 0, 1, "a");
            contradicted(ListPaging.ofImages(images(answered, "a", "x").history()));
            Told unknown = new Told().in(Phase.GIVEN).uploaded("Ana", 0, 1, "a");
            unknown.unknown("Ana", 2, 3, Told.upload("x"));
            holds(ListPaging.ofImages(images(unknown, "a", "x").history()));
            Told tooMany = new Told().in(Phase.GIVEN).uploaded("Ana", 0, 1, "a");
            tooMany.unknown("Ana", 2, 3, Told.upload("x"));
            contradicted(ListPaging.ofImages(images(tooMany, "a", "x", "y").history()));
        }

        private static Told votes(String... shown) {
            return listed(voted().in(Phase.WHEN), "Ana", 10, null, 9L, shown);
        }

        private static Told images(Told told, String... shown) {
            return told.in(Phase.WHEN)
                    .accepted(
                            "Ana",
                            10,
                            11,
                            new Operation.ListImages(null, 10),
                            new Answer.ImagesListed(ids(shown), null, null));
        }
    }

    @Nested
    class AWalkThroughWhatIsFound {
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
    }

    @Nested
    class ASearch {
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
                            new ImageId("a"),
                            searched(tagged("a").unknown("Ana", 2, 3, delete), "a")));
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
    }

    @Nested
    class WhatIsLeft {
        @Test
        void areExactlyTheAcceptedVotes() {
            holds(MemberLists.votes("Ana", left(voted(), "a", "b")));
            contradicted(MemberLists.votes("Ana", left(voted(), "a")));
            contradicted(MemberLists.votes("Ana", left(voted(), "a", "b", "c")));
            contradicted(MemberLists.votes("Ana", left(voted(), "a", "b", "b")));
        }

        @Test
        void isInDoubtAfterAnUnansweredWithdrawal() {
            Operation withdrawal = new Operation.WithdrawVote(new VoteId("a"), new ImageId("a"));
            holds(MemberLists.votes("Ana", left(voted().unknown("Ana", 5, 6, withdrawal), "b")));
            holds(
                    MemberLists.votes(
                            "Ana", left(voted().unknown("Ana", 5, 6, withdrawal), "a", "b")));
        }

        @Test
        void isOneVoteOfEachMember() {
            ImageId a = new ImageId("a");
            holds(VoteCounts.exactlyOne("Ana", a, left(voted(), "a", "b")));
            contradicted(VoteCounts.exactlyOne("Ana", a, left(voted(), "b")));
            contradicted(VoteCounts.exactlyOne("Ana", a, left(voted(), "a", "a")));
            Operation cast = new Operation.CastVote(a, VoteValue.UP);
            holds(VoteCounts.exactlyOne("Ana", a, left(new Told().unknown("Ana", 0, 1, cast))));
            undecided(
                    VoteCounts.exactlyOne(
                            "Ana",
                            a,
                            left(new Told().refused("Ana", 0, 1, cast, Refusal.NOT_READY))));
        }

        @Test
        void isInTheOrderSent() {
            holds(VoteOrder.asSent("Ana", left(voted(), "a", "b")));
            contradicted(VoteOrder.asSent("Ana", left(voted(), "b", "a")));
            Told twice = voted();
            vote(twice, "Ana", 6, 7, "a");
            undecided(VoteOrder.asSent("Ana", left(twice, "b", "a")));
        }

        private static History left(Told told, String... shown) {
            return listed(told.in(Phase.THEN), "Ana", 10, null, null, shown).history();
        }
    }

    @Nested
    class AConditionalChange {
        private final Operation change = new Operation.CastVote(TABBY, VoteValue.DOWN, 1L);
        private final Answer taken = new Answer.VoteTaken(new VoteId("Ben"));

        @Test
        void isAcceptedOnceOfSeveral() {
            Told one = new Told().accepted("Ben", 0, 5, change, taken);
            holds(
                    ConditionalChanges.atMostOne(
                            one.refused("Ben", 1, 6, change, Refusal.STALE).history()));
            contradicted(
                    ConditionalChanges.atMostOne(
                            one.accepted("Ben", 1, 6, change, taken).history()));
        }

        @Test
        void isToldThatItsVersionHasPassed() {
            holds(ConditionalChanges.refusedAsPassed(refused(Refusal.STALE)));
            contradicted(ConditionalChanges.refusedAsPassed(refused(Refusal.GONE)));
            contradicted(
                    ConditionalChanges.refusedAsPassed(
                            new Told().accepted("Ben", 0, 5, change, taken).history()));
            undecided(
                    ConditionalChanges.refusedAsPassed(
                            new Told().unknown("Ben", 0, 5, change).history()));
            undecided(ConditionalChanges.refusedAsPassed(new Told().history()));
        }

        @Test
        void ofAFailedImageIsRefusedForGood() {
            holds(forGood(damaged().refused("Ben", 3, 5, change, Refusal.GONE)));
            contradicted(forGood(damaged().refused("Ben", 3, 5, change, Refusal.NOT_READY)));
            contradicted(forGood(damaged().accepted("Ben", 3, 5, change, taken)));
            undecided(forGood(damaged().unknown("Ben", 3, 5, change)));
            undecided(forGood(new Told().refused("Ben", 3, 5, change, Refusal.NOT_READY)));
        }

        private Told damaged() {
            return seen(new Told(), TABBY.value(), 0, ImageStatus.FAILED);
        }

        private static Verdict forGood(Told told) {
            return ConditionalChanges.refusedForGood(
                    TABBY, told.history().of(Operation.CastVote.class).calls(), told.history());
        }

        @Test
        void leavesNoVoteOnWhatIsNotThere() {
            Told none = listed(new Told().in(Phase.THEN), "Ben", 0, null, null, "b");
            holds(ConditionalChanges.nobodyHolds(new ImageId("a"), none.history()));
            contradicted(ConditionalChanges.nobodyHolds(new ImageId("b"), none.history()));
            undecided(ConditionalChanges.nobodyHolds(new ImageId("a"), new Told().history()));
        }

        private History refused(Refusal why) {
            return new Told().refused("Ben", 0, 5, change, why).history();
        }
    }

    private static Told voted() {
        Told told = new Told().in(Phase.GIVEN);
        vote(told, "Ana", 0, 1, "a");
        return vote(told, "Ana", 2, 3, "b");
    }

    private static Told vote(Told told, String who, long from, long to, String image) {
        return told.accepted(
                who,
                from,
                to,
                new Operation.CastVote(new ImageId(image), VoteValue.UP),
                new Answer.VoteTaken(new VoteId(image)));
    }

    private static Told listed(
            Told told,
            String who,
            long at,
            @Nullable Cursor next,
            @Nullable Long total,
            String... shown) {
        List<Answer.VoteSeen> votes =
                Stream.of(shown)
                        .map(
                                id ->
                                        new Answer.VoteSeen(
                                                new VoteId(id), new ImageId(id), VoteValue.UP))
                        .toList();
        return told.accepted(
                who,
                at,
                at + 10,
                new Operation.ListVotes(null, 10),
                new Answer.VotesListed(votes, next, total));
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
