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
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/** Phrases about allowances. */
public final class AllowanceSteps {
    private final ExampleContext stage;

    public AllowanceSteps(ExampleContext stage) {
        this.stage = stage;
    }

    @Given("{actor} may upload {allowance}")
    public void mayUpload(ActorName actor, Allowance granted) {
        stage.remember(Allowance.class, granted);
        stage.given(
                new ActorName(RunContext.ADMINISTRATOR, null),
                me ->
                        me.must(
                                new Operation.SetAllowance(me.member(actor.member()), granted),
                                Answer.Done.class));
    }

    @When("{actor} waits as long as the gallery asked and then uploads {image}")
    public void waitsAndUploads(ActorName actor, ParameterTypes.ImageName image) {
        stage.attempts(
                actor,
                me -> {
                    me.waits(longestWait(me.soFar()));
                    UploadSteps.upload(me, image.value(), PictureFactory.Kind.GOOD);
                });
    }

    @Then("never more than the allowance is accepted")
    public void neverMoreThanTheAllowance() {
        stage.judge(
                round ->
                        RateWindow.neverExceeded(
                                uploads(round.history()), stage.recall(Allowance.class)));
    }

    @Then("never more than the allowance is accepted to {actor}")
    public void neverMoreTo(ActorName actor) {
        stage.judge(
                round ->
                        RateWindow.neverExceeded(
                                uploads(round.history())
                                        .where(
                                                call ->
                                                        call.actor()
                                                                .member()
                                                                .equals(actor.member())),
                                stage.recall(Allowance.class)));
    }

    @Then("nothing within the allowance is refused")
    public void nothingWithinIsRefused() {
        stage.judge(
                round ->
                        Verdict.worst(
                                List.of(
                                        Answers.refusedOnlyFor(
                                                uploads(round.history()),
                                                Set.of(Refusal.THROTTLED)),
                                        RateWindow.nothingRefusedWithin(
                                                uploads(round.history()),
                                                stage.recall(Allowance.class)))));
    }

    @Then("whoever is refused is told when to come back")
    public void toldWhenToComeBack() {
        stage.judge(
                round ->
                        RateWindow.saysWhenToComeBack(
                                uploads(round.history()), stage.recall(Allowance.class)));
    }

    @Witness
    @Then("accepted and refused uploads were both seen")
    public void bothKindsWereSeen() {
        stage.judge(
                round -> {
                    History uploads = uploads(round.history());
                    boolean both =
                            uploads.stream().anyMatch(Call::accepted)
                                    && uploads.stream().anyMatch(RateWindow::throttled);
                    return both ? Verdict.holds() : new Verdict.Undecided(CrowdSteps.ONE_KIND);
                });
    }

    @Then("{image} is accepted")
    public void isAccepted(ParameterTypes.ImageName image) {
        stage.judge(
                round ->
                        RateWindow.servedAgain(
                                uploads(round.history())
                                        .where(call -> UploadSteps.isUploadOf(image, call))));
    }

    private static History uploads(History history) {
        return UploadSteps.uploads(history);
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
