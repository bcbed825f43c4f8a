package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;

/** Deletions of one image against tiny histories. */
class DeletionOutcomeTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Operation DELETE = new Operation.DeleteImage(TABBY);

    @Test
    void succeedsExactlyOnce() {
        holds(
                DeletionOutcome.exactlyOnce(
                        TABBY,
                        deleted("Ana", 0, 5).refused("Ben", 1, 6, DELETE, Refusal.GONE).history()));
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
                        TABBY, deleted("Ana", 0, 5).sees("Ben", 50, 51, 0, 0).history(), delay));
        contradicted(
                DeletionOutcome.staysGone(
                        TABBY, deleted("Ana", 0, 5).sees("Ana", 50, 51, 0, 0).history(), delay));
        contradicted(
                DeletionOutcome.staysGone(
                        TABBY, deleted("Ana", 0, 5).sees("Ben", 106, 107, 0, 0).history(), delay));
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
