package meanwhile.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.function.UnaryOperator;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.contract.ContractJudge;
import meanwhile.check.contract.ContractTable;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.GateClosed;
import meanwhile.model.Register;

/** A contract: what is true one call at a time, and whether everything keeps to it. */
public final class ContractSteps {
    /** The question, which is asked after every example too. */
    public static final String KEPT = "every call keeps to the contract";

    private final ExampleJudge judge;
    private final ContractTable contract;
    private final PromisedTimes promised;
    private final DeclaredLooks looks;

    public ContractSteps(ExampleJudge judge, RunServices run, PromisedTimes promised) {
        this.judge = judge;
        this.contract = run.contract();
        this.promised = promised;
        looks = new DeclaredLooks(run.domain());
    }

    /** States a part of a contract, which was read before the run. */
    @Given("each {} has at first:")
    public void hasAtFirst(String kind, DataTable facts) {}

    /** States a part of a contract, which was read before the run. */
    @Given("one at a time this happens:")
    public void thisHappens(DataTable rows) {}

    @Then(KEPT)
    public void isKept() {
        judge.ask(
                Premises.either()
                        .and(
                                Premises.needs(
                                        "a call of which a contract speaks was answered",
                                        round -> answered(round))),
                this::isKept);
    }

    private History answered(Round round) {
        return new History(judge(round).judged(round.history())).in(Phase.WHEN);
    }

    /** Everything is looked at once more, so that what was done shows. */
    private Verdict isKept(Round round) throws GateClosed {
        Observations.untilPassed(round, promised.propagation(), round.history());
        for (DeclaredLooks.Thing thing : looks.all(round, contract.kindNames())) {
            looks.look(round, thing);
        }
        return judge(round).of(round.history());
    }

    private ContractJudge judge(Round round) {
        UnaryOperator<String> shown = round.world()::nameOf;
        return new ContractJudge(
                contract,
                round.world()::identity,
                shown,
                promised.propagation().toNanos(),
                Register.BUDGET);
    }
}
