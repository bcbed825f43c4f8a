package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.AccountCounts;
import meanwhile.check.Answers;
import meanwhile.check.DeletionOutcome;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about deleting. */
public final class DeletionSteps {
    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public DeletionSteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
    }

    @Given("{actor} has noted how full her/his account is")
    public void hasNotedHowFull(ActorName actor) {
        script.given(actor, me -> me.must(new Operation.ReadSelf(), Answer.MemberSeen.class));
    }

    @When("{actor} deletes {image}")
    public void deletes(ActorName actor, ImageName image) {
        script.attempts(actor, me -> me.does(deletion(me, image.value())));
    }

    @When("{actor} uploads {image} and deletes it straight away")
    public void uploadsAndDeletes(ActorName actor, ImageName image) {
        script.attempts(actor, me -> uploadAndDelete(me, image.value(), PictureFactory.Kind.GOOD));
    }

    @When("{actor} uploads {kind} as {image} and deletes it straight away")
    public void uploadsAndDeletes(ActorName actor, PictureFactory.Kind kind, ImageName image) {
        target.needsToLookInto(kind);
        script.attempts(actor, me -> uploadAndDelete(me, image.value(), kind));
    }

    @Then("every deletion is answered in good time")
    public void everyDeletionIsAnswered() {
        judge.ask(
                round ->
                        Answers.definite(
                                deletions(round.history()), round.history(), promised.answer()));
    }

    @Then("every deletion is accepted")
    public void everyDeletionIsAccepted() {
        judge.ask(round -> Answers.accepted(deletions(round.history())));
    }

    @Then("exactly one deletion of {image} succeeds and the others are told that it is gone")
    public void exactlyOneSucceeds(ImageName image) {
        judge.ask(
                round ->
                        DeletionOutcome.exactlyOnce(
                                round.world().image(image.value()), round.history()));
    }

    @Then("nobody ever sees {image} again")
    public void nobodySeesAgain(ImageName image) {
        judge.ask(
                Observations.GONE,
                round -> {
                    ImageId id = round.world().image(image.value());
                    List<Call> deletions = deletions(round.history()).where(Call::accepted).calls();
                    if (deletions.isEmpty()) {
                        return new Verdict.Undecided("no deletion was acknowledged");
                    }
                    List<ActorName> people =
                            List.of(deletions.getFirst().actor(), ActorName.ONLOOKER);
                    Observations.lookEverywhere(round, image.value(), people);
                    // Processing that the deletion overtook may end at any time within its promise.
                    round.untilPassed(
                            longer(promised.processing(), promised.propagation()),
                            deletions.getLast().times().ended());
                    Observations.lookEverywhere(round, image.value(), people);
                    return DeletionOutcome.staysGone(id, round.history(), promised.propagation());
                });
    }

    @Then("{actor}'s account is as full as before")
    public void asFullAsBefore(ActorName actor) {
        judge.ask(
                Premises.needs(
                        "%s's account held something".formatted(actor.member()),
                        round -> round.history().where(DeletionSteps::holdsSomething)),
                round -> {
                    Observations.readAccount(round, actor);
                    return AccountCounts.asBefore(actor.member(), round.history());
                });
    }

    /** An account that is always empty says nothing. */
    private static boolean holdsSomething(Call look) {
        Answer.MemberSeen seen = look.answer(Answer.MemberSeen.class);
        return seen != null
                && Stream.of(seen.images(), seen.storedBytes())
                        .anyMatch(count -> count != null && count > 0);
    }

    private static void uploadAndDelete(ActorSession me, String name, PictureFactory.Kind kind)
            throws GateClosed {
        if (UploadCalls.upload(me, name, kind).accepted()) {
            me.does(deletion(me, name));
        }
    }

    private static Operation deletion(ActorSession me, String name) {
        return new Operation.DeleteImage(me.world().image(name));
    }

    private static History deletions(History history) {
        return history.in(Phase.WHEN).of(Operation.DeleteImage.class);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
