package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import meanwhile.actors.Round;
import meanwhile.actors.RunContext;
import meanwhile.check.Answers;
import meanwhile.check.RateWindow;
import meanwhile.check.Verdict;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.Operation;

/** Phrases about the allowances of several members. */
public final class SharedAllowanceSteps {
    private static final List<String> MEMBERS = List.of("Ana", "Ben", "Chloe", "Dan");

    private final ExampleScript script;
    private final ExampleMemory memory;
    private final ExampleJudge judge;

    public SharedAllowanceSteps(ExampleScript script, ExampleMemory memory, ExampleJudge judge) {
        this.script = script;
        this.memory = memory;
        this.judge = judge;
    }

    @Given("Ana, Ben, Chloe and Dan may each upload {allowance}")
    public void mayEachUpload(Allowance allowance) {
        memory.remember(Allowance.class, allowance);
        for (String member : MEMBERS) {
            script.given(
                    new ActorName(RunContext.ADMINISTRATOR, null),
                    me ->
                            me.must(
                                    new Operation.SetAllowance(me.member(member), allowance),
                                    Answer.Done.class));
        }
    }

    /**
     * Each device tries once a second: like a program that ignores the answer, not like a flood.
     */
    @When(
            "{actor} starts uploading on {int} devices for {int} seconds without heeding the"
                    + " allowance")
    public void startsUploading(ActorName actor, int devices, int seconds) {
        for (int i = 1; i <= devices; i++) {
            script.starts(
                    new ActorName(actor.member(), "device " + i),
                    me -> {
                        for (int second = 0; second < seconds; second++) {
                            long began = System.nanoTime();
                            UploadCalls.many(me, 1);
                            long took = System.nanoTime() - began;
                            me.waits(Duration.ofSeconds(1).minusNanos(took));
                        }
                    });
        }
    }

    @Then("nobody is accepted beyond their own allowance")
    public void nobodyBeyond() {
        judge.ask(round -> each(round, RateWindow::neverExceeded));
    }

    @Then("nobody is refused within their own allowance")
    public void nobodyRefusedWithin() {
        judge.ask(round -> each(round, RateWindow::nothingRefusedWithin));
    }

    @Then("every upload of {actor} is accepted")
    public void everyUploadOf(ActorName actor) {
        judge.ask(
                round ->
                        Answers.refusedOnlyFor(
                                of(actor.member(), UploadCalls.of(round.history())), Set.of()));
    }

    private Verdict each(Round round, BiFunction<History, Allowance, Verdict> question) {
        History uploads = UploadCalls.of(round.history());
        return Verdict.worst(
                MEMBERS.stream()
                        .map(
                                member ->
                                        question.apply(
                                                of(member, uploads),
                                                memory.recall(Allowance.class)))
                        .toList());
    }

    private static History of(String member, History history) {
        return history.where(call -> call.actor().member().equals(member));
    }
}
