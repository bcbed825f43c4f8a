package meanwhile.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import meanwhile.check.Renewals;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Operation;

/** Phrases about sessions that their members end themselves. */
public final class LoggingOut {
    private final Stage stage;

    public LoggingOut(Stage stage) {
        this.stage = stage;
    }

    @When("{actor} logs out")
    public void logsOut(ActorName actor) {
        stage.attempts(actor, me -> me.does(new Operation.LogOut()));
    }

    @When("{actor} logs out of that session")
    public void logsOutOfThatSession(ActorName actor) {
        stage.attempts(actor, me -> me.in(SessionEnds.opened(me)).does(new Operation.LogOut()));
    }

    @Then("nothing that {actor} sends after logging out is served")
    public void nothingAfterLoggingOut(ActorName actor) {
        stage.judge(
                round -> {
                    round.observer(actor).does(new Operation.ReadSelf());
                    History own =
                            round.history()
                                    .where(
                                            call ->
                                                    call.phase() != Phase.GIVEN
                                                            && call.actor().equals(actor));
                    return Renewals.nothingServedAfterTheEnd(own, own.of(Operation.LogOut.class));
                });
    }

    @Then("that session is not renewed once it was logged out of")
    public void notRenewedAfterwards() {
        stage.judge(
                round -> {
                    History acts = round.history().in(Phase.WHEN);
                    return Renewals.nothingServedAfterTheEnd(
                            acts.of(Operation.RefreshSession.class),
                            acts.of(Operation.LogOut.class));
                });
    }
}
