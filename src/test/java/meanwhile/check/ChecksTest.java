package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.upload;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each check against tiny histories, legal and illegal. */
class ChecksTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Operation DELETE = new Operation.DeleteImage(TABBY);
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Operation HEALTH = new Operation.CheckHealth();

    @Nested
    class AnswersAre {
        @Test
        void definiteWhenAcceptedOrRefused() {
            holds(definite(new Told().up("Ana", 0, 1).refused("Ben", 0, 1, READ, Refusal.GONE)));
        }

        @Test
        void contradictedByAServerError() {
            contradicted(
                    definite(new Told().call("Ana", 0, 1, READ, new Outcome.Broken(500, "x"))));
        }

        @Test
        void contradictedBySilenceWhileTheServiceIsWell() {
            contradicted(
                    definite(
                            new Told()
                                    .unknown("Ana", 0, 10_000, READ)
                                    .accepted("Watch", 10, 11, HEALTH, new Answer.Done())));
        }

        @Test
        void undecidedWhenTheServiceIsAway() {
            undecided(
                    definite(
                            new Told()
                                    .unknown("Ana", 0, 10, READ)
                                    .unknown("Watch", 10, 20, HEALTH)));
        }

        @Test
        void contradictedByARefusalWithoutReason() {
            Told told = new Told().refused("Ana", 0, 1, READ, Refusal.FORBIDDEN);
            contradicted(Answers.refusedOnlyFor(told.history(), Set.of(Refusal.GONE)));
            holds(Answers.refusedOnlyFor(told.history(), Set.of(Refusal.FORBIDDEN)));
        }

        @Test
        void undecidedWhereTheGalleryIsAtItsCapacity() {
            Told told = new Told().refused("Ana", 0, 1, READ, Refusal.MAINTENANCE);
            undecided(Answers.refusedOnlyFor(told.history(), Set.of(Refusal.GONE)));
            contradicted(
                    Answers.refusedOnlyFor(
                            told.refused("Ana", 2, 3, READ, Refusal.FORBIDDEN).history(),
                            Set.of(Refusal.GONE)));
        }

        private Verdict definite(Told told) {
            return Answers.definite(
                    told.history()
                            .where(call -> !(call.operation() instanceof Operation.CheckHealth)),
                    told.history(),
                    LIMIT);
        }
    }

    @Nested
    class ARemoval {
        @Test
        void succeedsExactlyOnce() {
            holds(
                    DeletionOutcome.exactlyOnce(
                            TABBY,
                            deleted("Ana", 0, 5)
                                    .refused("Ben", 1, 6, DELETE, Refusal.GONE)
                                    .history()));
            contradicted(
                    DeletionOutcome.exactlyOnce(
                            TABBY,
                            deleted("Ana", 0, 5)
                                    .accepted("Ben", 1, 6, DELETE, new Answer.Done())
                                    .history()));
            contradicted(
                    DeletionOutcome.exactlyOnce(
                            TABBY,
                            new Told()
                                    .refused("Ana", 0, 5, DELETE, Refusal.GONE)
                                    .refused("Ben", 1, 6, DELETE, Refusal.GONE)
                                    .history()));
        }

        @Test
        void mayBeTheOneThatWasNotAnswered() {
            undecided(
                    DeletionOutcome.exactlyOnce(
                            TABBY,
                            new Told()
                                    .unknown("Ana", 0, 5, DELETE)
                                    .refused("Ben", 1, 6, DELETE, Refusal.GONE)
                                    .history()));
        }

        @Test
        void isRefusedForNoOtherReason() {
            contradicted(
                    DeletionOutcome.exactlyOnce(
                            TABBY,
                            deleted("Ana", 0, 5)
                                    .refused("Ben", 1, 6, DELETE, Refusal.STALE)
                                    .history()));
        }

        @Test
        void bindsTheOneWhoDeletedAtOnceAndOthersAfterTheDelay() {
            Duration delay = Duration.ofMillis(100);
            holds(
                    DeletionOutcome.staysGone(
                            TABBY,
                            deleted("Ana", 0, 5).sees("Ben", 50, 51, 0, 0).history(),
                            delay));
            contradicted(
                    DeletionOutcome.staysGone(
                            TABBY,
                            deleted("Ana", 0, 5).sees("Ana", 50, 51, 0, 0).history(),
                            delay));
            contradicted(
                    DeletionOutcome.staysGone(
                            TABBY,
                            deleted("Ana", 0, 5).sees("Ben", 106, 107, 0, 0).history(),
                            delay));
        }

        @Test
        void isNotUndoneInListsOrBytes() {
            Answer listed = new Answer.ImagesListed(List.of(TABBY), null, null);
            Operation search = new Operation.SearchImages("x", null, 1);
            contradicted(
                    DeletionOutcome.staysGone(
                            TABBY,
                            deleted("Ana", 0, 5).accepted("Ana", 6, 7, search, listed).history(),
                            Duration.ZERO));
            contradicted(
                    DeletionOutcome.staysGone(
                            TABBY,
                            deleted("Ana", 0, 5)
                                    .accepted(
                                            "Ana",
                                            6,
                                            7,
                                            new Operation.ReadBytes(TABBY),
                                            new Answer.BytesSeen("x", 1))
                                    .history(),
                            Duration.ZERO));
        }

        @Test
        void thatNobodyAcknowledgedDecidesNothing() {
            undecided(
                    DeletionOutcome.staysGone(
                            TABBY, new Told().unknown("Ana", 0, 5, DELETE).history(), LIMIT));
        }

        private static Told deleted(String actor, long from, long to) {
            return new Told().accepted(actor, from, to, DELETE, new Answer.Done());
        }
    }

    @Nested
    class AnAllowance {
        private final Allowance two = new Allowance(2, Duration.ofMillis(100));

        @Test
        void isExceededOnlyByUploadsThatCertainlyLieInOneWindow() {
            Told inside = new Told().uploaded("Ana", 0, 10, "a").uploaded("Ana", 20, 30, "b");
            holds(RateWindow.neverExceeded(inside.history(), two));
            contradicted(
                    RateWindow.neverExceeded(inside.uploaded("Ana", 40, 99, "c").history(), two));
            Told wide = new Told().uploaded("Ana", 0, 10, "a").uploaded("Ana", 20, 30, "b");
            holds(RateWindow.neverExceeded(wide.uploaded("Ana", 40, 100, "c").history(), two));
        }

        @Test
        void refusesOnlyWhenItCouldHaveBeenUsedUp() {
            Told used = new Told().uploaded("Ana", 0, 10, "a").uploaded("Ana", 20, 30, "b");
            holds(
                    RateWindow.nothingRefusedWithin(
                            used.refused("Ana", 40, 41, upload("c"), Refusal.THROTTLED).history(),
                            two));
            Told fresh = new Told().uploaded("Ana", 0, 10, "a");
            contradicted(
                    RateWindow.nothingRefusedWithin(
                            fresh.refused("Ana", 40, 41, upload("c"), Refusal.THROTTLED).history(),
                            two));
            Told past = new Told().uploaded("Ana", 0, 10, "a").uploaded("Ana", 20, 30, "b");
            contradicted(
                    RateWindow.nothingRefusedWithin(
                            past.refused("Ana", 140, 141, upload("c"), Refusal.THROTTLED).history(),
                            two));
        }

        @Test
        void mayCountAnUploadThatWasNotAnswered() {
            Told told =
                    new Told()
                            .unknown("Ana", 0, 10, upload("a"))
                            .unknown("Ana", 20, 30, upload("b"));
            holds(
                    RateWindow.nothingRefusedWithin(
                            told.refused("Ana", 400, 401, upload("c"), Refusal.THROTTLED).history(),
                            two));
        }

        @Test
        void saysWhenToComeBack() {
            Outcome soon = new Outcome.Refused(429, Refusal.THROTTLED, Duration.ofSeconds(1), "");
            Outcome late = new Outcome.Refused(429, Refusal.THROTTLED, Duration.ofSeconds(9), "");
            holds(
                    RateWindow.saysWhenToComeBack(
                            new Told().call("Ana", 0, 1, upload("a"), soon).history(), two));
            contradicted(
                    RateWindow.saysWhenToComeBack(
                            new Told().call("Ana", 0, 1, upload("a"), late).history(), two));
            contradicted(
                    RateWindow.saysWhenToComeBack(
                            new Told()
                                    .refused("Ana", 0, 1, upload("a"), Refusal.THROTTLED)
                                    .history(),
                            two));
        }
    }

    @Nested
    class AnAcceptedUpload {
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
                    UploadCompletion.sameBytes(
                            opened(((Operation.UploadImage) upload("b")).file())));
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

    @Nested
    class AnAccount {
        @Test
        void isAsBefore() {
            holds(AccountCounts.asBefore("Ana", looked(1, 10, 1, 10)));
            contradicted(AccountCounts.asBefore("Ana", looked(1, 10, 0, 10)));
            contradicted(AccountCounts.asBefore("Ana", looked(1, 10, 1, 9)));
        }

        private static History looked(long images, long bytes, long imagesAfter, long bytesAfter) {
            return new Told()
                    .in(Phase.GIVEN)
                    .accepted(
                            "Ana",
                            0,
                            1,
                            new Operation.ReadSelf(),
                            new Answer.MemberSeen(images, bytes))
                    .in(Phase.THEN)
                    .accepted(
                            "Ana",
                            2,
                            3,
                            new Operation.ReadSelf(),
                            new Answer.MemberSeen(imagesAfter, bytesAfter))
                    .history();
        }
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
