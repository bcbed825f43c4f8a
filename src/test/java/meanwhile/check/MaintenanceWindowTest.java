package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.vote;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Maintenance from 10 to 300 ms, known to others within 100 ms, against tiny histories. */
class MaintenanceWindowTest {
    private static final Operation VOTE = vote(VoteValue.UP);
    private static final Answer DONE = new Answer.Done();
    private static final String SERVED = "Expected to be asked to come back later, was served";
    private static final String PUT_OFF = "Expected to be served, was asked to come back later";

    @Test
    void bindsWhenEverybodyMustKnow() {
        undecided(judged(closed().up("Ana", 20, 21)));
        undecided(judged(closed().up("Ana", 111, 112)));
        contradicted(judged(closed().up("Ana", 112, 113)), SERVED, 0, 2, 1);
    }

    @Test
    void isUndecidedWhereNobodyTried() {
        undecided(judged(closed()), "nobody was asked to come back later");
        holds(judged(putOff(closed(), 200, 201)));
    }

    @Test
    void bindsUntilItMayHaveEnded() {
        undecided(judged(closed().up("Ana", 290, 300)));
        contradicted(judged(closed().up("Ana", 290, 299)), SERVED, 0, 2, 1);
    }

    @Test
    void isNotEndedByWhatEndedBeforeItBegan() {
        Told ended = new Told().accepted("Mara", 0, 5, maintenance(false), DONE);
        contradicted(judged(began(ended).up("Ana", 200, 201)), SERVED, 0, 1, 2);
        Told touching = new Told().accepted("Mara", 0, 10, maintenance(false), DONE);
        undecided(judged(began(touching).up("Ana", 200, 201)));
    }

    @Test
    void mayHaveBeenEndedByAnEndWithoutAnAnswer() {
        Told ended = new Told().unknown("Mara", 0, 5, maintenance(false));
        undecided(judged(began(ended).up("Ana", 200, 201)));
    }

    @Test
    void isNotWhereNobodyBeganIt() {
        undecided(judged(new Told().up("Ana", 200, 201)));
        undecided(
                judged(
                        new Told()
                                .refused("Mara", 10, 11, maintenance(true), Refusal.FORBIDDEN)
                                .up("Ana", 200, 201)));
        undecided(
                judged(new Told().unknown("Mara", 10, 11, maintenance(true)).up("Ana", 200, 201)));
        contradicted(judged(putOff(new Told(), 200, 201)), PUT_OFF, 0);
    }

    @Test
    void mayPutOffWhatEndsAsItBegins() {
        holds(judged(putOff(closed(), 5, 10)));
        contradicted(judged(putOff(closed(), 5, 9)), PUT_OFF, 2, 0, 1);
    }

    @Test
    void mayPutOffAsLongAsItsEndMayNotBeKnown() {
        holds(judged(putOff(closed(), 350, 351)));
        holds(judged(putOff(closed(), 401, 402)));
        contradicted(judged(putOff(closed(), 402, 403)), PUT_OFF, 0, 1, 2);
    }

    @Test
    void saysWhenToComeBack() {
        contradicted(
                judged(closed().call("Ana", 200, 201, VOTE, later(null))),
                "Expected to be told when to come back, was not told",
                2);
    }

    @Test
    void keepsNobodyFromLooking() {
        holds(
                judged(
                        putOff(closed(), 200, 201)
                                .sees("Ana", 210, 211, 0, 0)
                                .accepted("Mara", 220, 221, new Operation.Reindex(), DONE)));
    }

    @Test
    void losesNoImageThatIsSearchedFor() {
        Operation search = new Operation.SearchImages("zz", null, 9);
        Operation other = new Operation.SearchImages("other", null, 9);
        Told told = new Told().accepted("Ben", 0, 1, search, found(TABBY));
        told.accepted("Ben", 2, 3, other, found()).unknown("Ben", 4, 5, search);
        holds(MaintenanceWindow.alwaysFound(TABBY, "zz", told.history()));
        told.accepted("Ben", 6, 7, search, found(new ImageId("twin")));
        contradicted(
                MaintenanceWindow.alwaysFound(TABBY, "zz", told.history()),
                "Expected to find the image, did not",
                3);
    }

    private static Answer found(ImageId... images) {
        return new Answer.ImagesListed(List.of(images), null, null);
    }

    private static Told closed() {
        return began(new Told()).accepted("Mara", 300, 301, maintenance(false), DONE);
    }

    private static Told began(Told told) {
        return told.accepted("Mara", 10, 11, maintenance(true), DONE);
    }

    private static Told putOff(Told told, long from, long to) {
        return told.call("Ana", from, to, VOTE, later(Duration.ofSeconds(1)));
    }

    private static Outcome later(@Nullable Duration wait) {
        return new Outcome.Refused(503, Refusal.MAINTENANCE, wait, "");
    }

    private static Operation maintenance(boolean on) {
        return new Operation.SetMaintenance(on);
    }

    private static Verdict judged(Told told) {
        return MaintenanceWindow.refusesChanges(told.history(), Duration.ofMillis(100));
    }
}
