package meanwhile.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Set;
import meanwhile.check.SessionRenewals;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;

/** Phrases about sessions that their members end themselves. */
public final class LogOutSteps {
    private static final Premises LOGGED_OUT =
            Premises.needs(
                    "a log-out was accepted",
                    round -> round.history().of(Operation.LogOut.class).where(Call::accepted));

    private final ExampleScript script;
    private final ExampleJudge judge;

    public LogOutSteps(ExampleScript script, ExampleJudge judge) {
        this.script = script;
        this.judge = judge;
    }

    @When("{actor} logs out")
    public void logsOut(ActorName actor) {
        script.attempts(actor, me -> me.does(new Operation.LogOut()));
    }

    @When("{actor} logs out of that session")
    public void logsOutOfThatSession(ActorName actor) {
        script.attempts(actor, me -> me.in(Sessions.opened(me)).does(new Operation.LogOut()));
    }

    @Then("nothing that {actor} sends after logging out is served")
    public void nothingAfterLoggingOut(ActorName actor) {
        judge.ask(
                Premises.looksRefused(Set.of(Refusal.NOT_SIGNED_IN), Operation.ReadSelf.class)
                        .and(LOGGED_OUT),
                round -> {
                    round.observer(actor).does(new Operation.ReadSelf());
                    History own =
                            round.history()
                                    .where(
                                            call ->
                                                    call.phase() != Phase.GIVEN
                                                            && call.actor().equals(actor));
                    return SessionRenewals.nothingServedAfterTheEnd(
                            own, own.of(Operation.LogOut.class));
                });
    }

    @Then("whatever that session was renewed to has ended with the log-out")
    public void renewedEndsToo() {
        Set<Refusal> signedOut = Set.of(Refusal.NOT_SIGNED_IN);
        judge.ask(
                Premises.actionRefused(signedOut, Operation.RefreshSession.class)
                        .and(Premises.looksRefused(signedOut, Operation.ReadSelf.class))
                        .and(LOGGED_OUT),
                round -> {
                    History action = round.history().in(Phase.WHEN);
                    for (Call renewal : action.of(Operation.RefreshSession.class).calls()) {
                        Answer.SessionOpened session = renewal.answer(Answer.SessionOpened.class);
                        if (session != null) {
                            round.observer(renewal.actor())
                                    .in(session)
                                    .does(new Operation.ReadSelf());
                        }
                    }
                    return SessionRenewals.nothingServedAfterTheEnd(
                            round.history().in(Phase.THEN).of(Operation.ReadSelf.class),
                            action.of(Operation.LogOut.class));
                });
    }

    @Then("that session cannot be renewed after logging out")
    public void notRenewedAfterwards() {
        judge.ask(
                Premises.actionRefused(
                                Set.of(Refusal.NOT_SIGNED_IN), Operation.RefreshSession.class)
                        .and(
                                LOGGED_OUT.and(
                                        Premises.needs(
                                                "a renewal was tried",
                                                round ->
                                                        round.history()
                                                                .in(Phase.WHEN)
                                                                .of(
                                                                        Operation.RefreshSession
                                                                                .class)))),
                round -> {
                    History action = round.history().in(Phase.WHEN);
                    return SessionRenewals.nothingServedAfterTheEnd(
                            action.of(Operation.RefreshSession.class),
                            action.of(Operation.LogOut.class));
                });
    }
}
