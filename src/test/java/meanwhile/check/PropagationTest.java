package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.vote;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;

/** When others see an action, against tiny histories. */
class PropagationTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Operation DELETE = new Operation.DeleteImage(TABBY);
    private static final CollectionId SHELF = new CollectionId("shelf");
    private static final Answer DONE = new Answer.Done();

    @Test
    void isBoundedByTheLastMissAndTheFirstSight() {
        assertThat(
                        Propagation.delays(
                                voted().sees("Ben", 15, 16, 0, 0)
                                        .sees("Ben", 20, 22, 1, 0)
                                        .history()))
                .containsExactly(
                        new Propagation.Delay(vote(VoteValue.UP).key(), nanos(5), nanos(12)));
        assertThat(Propagation.delays(voted().sees("Ana", 20, 22, 1, 0).history())).isEmpty();
    }

    @Test
    void ofAnUploadBeginsWhenItIsReady() {
        Operation search = new Operation.SearchImages("fresh", null, 10);
        ImageId fresh = new ImageId("fresh");
        assertThat(
                        Propagation.delays(
                                new Told()
                                        .uploaded("Ana", 0, 10, "fresh")
                                        .accepted(
                                                "Ana",
                                                40,
                                                50,
                                                new Operation.ReadImage(fresh),
                                                new Answer.ImageSeen(
                                                        fresh,
                                                        ImageStatus.READY,
                                                        "fresh",
                                                        0L,
                                                        0L,
                                                        1L))
                                        .accepted(
                                                "Ben",
                                                60,
                                                62,
                                                search,
                                                new Answer.ImagesListed(List.of(fresh), null, null))
                                        .history()))
                .containsExactly(new Propagation.Delay(Told.upload("fresh").key(), 0, nanos(12)));
    }

    @Test
    void mayTakeThePromisedTimeAndNoLonger() {
        holds(within(voted().sees("Ben", 100, 101, 0, 0)));
        contradicted(within(voted().sees("Ben", 111, 112, 0, 0)));
        undecided(within(voted()));
    }

    @Test
    void isNotLostAgain() {
        Told seen = voted().sees("Ben", 20, 21, 1, 0);
        holds(within(seen.sees("Cid", 22, 23, 0, 0)));
        contradicted(within(seen.sees("Ben", 22, 23, 0, 0)));
    }

    @Test
    void isNotJudgedByWhoeverLearntNothing() {
        holds(
                within(
                        voted().sees("Ben", 20, 21, 1, 0)
                                .refused("Ben", 200, 201, READ, Refusal.THROTTLED)
                                .unknown("Ben", 202, 203, READ)));
    }

    @Test
    void endsWhereItMayBeUndone() {
        holds(
                within(
                        voted().sees("Ben", 20, 21, 1, 0)
                                .withdrawn("Ana", 150, 160)
                                .sees("Ben", 155, 156, 0, 0)));
        holds(
                within(
                        voted().sees("Ben", 20, 21, 1, 0)
                                .unknown("Ana", 150, 160, DELETE)
                                .refused("Ben", 200, 201, READ, Refusal.GONE)));
    }

    @Test
    void isAtOnceForOneself() {
        holds(own(voted().sees("Ana", 11, 12, 1, 0)));
        contradicted(own(voted().sees("Ana", 11, 12, 0, 0)));
        holds(own(voted().sees("Ana", 9, 12, 0, 0).sees("Ana", 13, 14, 1, 0)));
        undecided(own(voted().sees("Ben", 11, 12, 1, 0)));
    }

    @Test
    void mayComeAtTheVeryEndOfThePromise() {
        holds(within(voted().sees("Ben", 110, 112, 0, 0)));
    }

    @Test
    void isNotExpectedOfWhatWasRefused() {
        undecided(
                within(
                        new Told()
                                .refused("Ana", 0, 10, vote(VoteValue.UP), Refusal.THROTTLED)
                                .sees("Ben", 150, 151, 0, 0)));
    }

    @Test
    void isNotJudgedByALookThatEndsAsItIsUndone() {
        holds(
                within(
                        voted().sees("Ben", 20, 21, 1, 0)
                                .sees("Ben", 140, 150, 0, 0)
                                .withdrawn("Ana", 150, 160)));
    }

    @Test
    void isNotJudgedByLooksAtSomethingElse() {
        ImageId other = new ImageId("other");
        Answer image = new Answer.ImageSeen(other, ImageStatus.READY, "other", 0L, 0L, 1L);
        undecided(within(voted().accepted("Ben", 150, 151, new Operation.ReadImage(other), image)));
        Operation shelf = new Operation.ReadCollection(new CollectionId("other"));
        Answer empty = new Answer.CollectionSeen(new CollectionId("other"), List.of(), 0L);
        undecided(within(placed().accepted("Ben", 150, 151, shelf, empty)));
    }

    private Told placed() {
        return new Told().accepted("Ana", 0, 10, new Operation.PlaceImage(SHELF, TABBY), DONE);
    }

    private Told voted() {
        return new Told().up("Ana", 0, 10);
    }

    private Verdict within(Told told) {
        return Propagation.within(told.history(), DELAY);
    }

    private Verdict own(Told told) {
        return Propagation.ownAtOnce(told.history());
    }

    private long nanos(long millis) {
        return millis * 1_000_000;
    }
}
