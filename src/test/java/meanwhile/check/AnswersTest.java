package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import java.util.Set;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;

/** Definite and indefinite answers, and refusals, against tiny histories. */
class AnswersTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Operation HEALTH = new Operation.CheckHealth();

    @Test
    void definiteWhenAcceptedOrRefused() {
        holds(definite(new Told().up("Ana", 0, 1).refused("Ben", 0, 1, READ, Refusal.GONE)));
    }

    @Test
    void contradictedByAServerError() {
        contradicted(definite(new Told().call("Ana", 0, 1, READ, new Outcome.Broken(500, "x"))));
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
                definite(new Told().unknown("Ana", 0, 10, READ).unknown("Watch", 10, 20, HEALTH)));
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

    @Test
    void whatIsAcceptedMustHaveBeenAskedAndAnswered() {
        undecided(Answers.accepted(History.EMPTY), "nothing was sent that the question speaks of");
        undecided(
                Answers.accepted(
                        new Told()
                                .up("Ana", 0, 1)
                                .call("Ben", 0, 1, READ, new Outcome.Broken(418, "teapot"))
                                .unknown("Chloe", 0, 1, READ)
                                .history()),
                "2 of 3 calls were neither accepted nor refused for a reason of their own: 1 ×"
                        + " broken (418), 1 × not answered");
        holds(Answers.accepted(new Told().up("Ana", 0, 1).history()));
    }

    /** Who breaks off on purpose waits for no answer. */
    @Test
    void acceptedDoesNotSpeakOfWhatWasBrokenOff() {
        Outcome off = new Outcome.Unknown(Outcome.Cause.BROKEN_OFF, "");
        holds(Answers.accepted(new Told().up("Ana", 0, 1).call("Ben", 0, 1, READ, off).history()));
    }

    @Test
    void aBrokenAnswerIsNoRefusal() {
        Told told = new Told().call("Ana", 0, 1, READ, new Outcome.Broken(500, "x"));
        undecided(Answers.refusedOnlyFor(told.history(), Set.of(Refusal.GONE)));
        holds(
                Answers.refusedOnlyFor(
                        new Told().up("Ben", 0, 1).unknown("Ana", 0, 1, READ).history(),
                        Set.of(Refusal.GONE)));
    }

    @Test
    void definiteMeansThatSomethingWasAsked() {
        undecided(definite(new Told()));
    }

    private Verdict definite(Told told) {
        return Answers.definite(
                told.history().where(call -> !(call.operation() instanceof Operation.CheckHealth)),
                told.history(),
                LIMIT);
    }
}
