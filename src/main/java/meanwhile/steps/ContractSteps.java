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
import meanwhile.model.Register;

/** A contract: what is true one call at a time, and whether everything keeps to it. */
public final class ContractSteps {
    /** The question, which is asked after every example too. */
    static final String KEPT = "every call keeps to the contract";

    private final ExampleJudge judge;
    private final ContractTable contract;
    private final PromisedTimes promised;

    public ContractSteps(ExampleJudge judge, RunServices run, PromisedTimes promised) {
        this.judge = judge;
        this.contract = run.contract();
        this.promised = promised;
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
                                        round ->
                                                new History(judge(round).judged(round.history())))),
                this::isKept);
    }

    private Verdict isKept(Round round) {
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
