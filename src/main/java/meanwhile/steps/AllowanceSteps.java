package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.RunContext;
import meanwhile.check.Answers;
import meanwhile.check.RateWindow;
import meanwhile.check.Verdict;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/** Phrases about allowances. */
public final class AllowanceSteps {
    private final ExampleScript script;
    private final ExampleMemory memory;
    private final ExampleJudge judge;

    public AllowanceSteps(ExampleScript script, ExampleMemory memory, ExampleJudge judge) {
        this.script = script;
        this.memory = memory;
        this.judge = judge;
    }

    @Given("{actor} may upload {allowance}")
    public void mayUpload(ActorName actor, Allowance granted) {
        memory.remember(Allowance.class, granted);
        script.given(
                new ActorName(RunContext.ADMINISTRATOR, null),
                me ->
                        me.must(
                                new Operation.SetAllowance(me.member(actor.member()), granted),
                                Answer.Done.class));
    }

    @When("{actor} waits as long as the gallery asked and then uploads {image}")
    public void waitsAndUploads(ActorName actor, ParameterTypes.ImageName image) {
        script.attempts(
                actor,
                me -> {
                    me.waits(longestWait(me.soFar()));
                    UploadCalls.upload(me, image.value(), PictureFactory.Kind.GOOD);
                });
    }

    @Then("never more than the allowance is accepted")
    public void neverMoreThanTheAllowance() {
        judge.ask(
                round ->
                        RateWindow.neverExceeded(
                                UploadCalls.of(round.history()), memory.recall(Allowance.class)));
    }

    @Then("never more than the allowance is accepted to {actor}")
    public void neverMoreTo(ActorName actor) {
        judge.ask(
                round ->
                        RateWindow.neverExceeded(
                                UploadCalls.of(round.history())
                                        .where(
                                                call ->
                                                        call.actor()
                                                                .member()
                                                                .equals(actor.member())),
                                memory.recall(Allowance.class)));
    }

    @Then("nothing within the allowance is refused")
    public void nothingWithinIsRefused() {
        judge.ask(
                round ->
                        Verdict.worst(
                                List.of(
                                        Answers.refusedOnlyFor(
                                                UploadCalls.of(round.history()),
                                                Set.of(Refusal.THROTTLED)),
                                        RateWindow.nothingRefusedWithin(
                                                UploadCalls.of(round.history()),
                                                memory.recall(Allowance.class)))));
    }

    @Then("every refusal says when to come back")
    public void toldWhenToComeBack() {
        judge.ask(
                round ->
                        RateWindow.saysWhenToComeBack(
                                UploadCalls.of(round.history()), memory.recall(Allowance.class)));
    }

    @Witness
    @Then("it was seen that some uploads were accepted and some refused")
    public void bothKindsWereSeen() {
        judge.ask(
                round ->
                        Observations.acceptedAndRefused(
                                UploadCalls.of(round.history()), RateWindow::throttled));
    }

    @Then("{image} is accepted")
    public void isAccepted(ParameterTypes.ImageName image) {
        judge.ask(
                round ->
                        RateWindow.servedAgain(
                                UploadCalls.of(round.history())
                                        .where(call -> UploadCalls.isUploadOf(image, call))));
    }

    private static Duration longestWait(History history) {
        return history.stream()
                .map(
                        call ->
                                call.outcome() instanceof Outcome.Refused refused
                                        ? refused.retryAfter()
                                        : null)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
