package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.check.Answers;
import meanwhile.check.DeletionRemains;
import meanwhile.check.Deletions;
import meanwhile.check.PictureIntegrity;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about images that are deleted, or not ready, while others use them. */
public final class GoneImageSteps {
    private static final Premises DELETED =
            Premises.needs(
                    "a deletion was accepted",
                    round -> round.history().of(Operation.DeleteImage.class).where(Call::accepted));

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public GoneImageSteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    /** Opens it, so that what is seen later can be compared. */
    @Given("{actor} has opened the picture of {image}")
    public void hasOpened(ActorName actor, ImageName image) {
        script.given(
                actor,
                me ->
                        me.requireAccepted(
                                me.does(new Operation.ReadBytes(me.world().image(image.value())))));
    }

    @When("{actor} opens the picture of {image} {int} times")
    public void opens(ActorName actor, ImageName image, int times) {
        script.attempts(
                actor,
                me -> me.does(new Operation.ReadBytes(me.world().image(image.value())), times));
    }

    @Then("every look at {image} shows the whole image or says that it is gone")
    public void wholeOrGone(ImageName image) {
        judge.ask(
                DELETED,
                round -> {
                    History looks = looks(round.history().in(Phase.WHEN));
                    return Verdict.worst(
                            List.of(
                                    Answers.definite(looks, round.history(), promised.answer()),
                                    Answers.refusedOnlyFor(looks, Deletions.ABSENT),
                                    PictureIntegrity.whole(round.history())));
                });
    }

    @Then("every look at {image} shows the whole image or says that it is not ready")
    public void wholeOrNotReady(ImageName image) {
        judge.ask(
                Premises.actionRefused(
                        Set.of(Refusal.NOT_READY),
                        Operation.ReadImage.class,
                        Operation.ReadBytes.class),
                round -> {
                    History looks = looks(round.history().in(Phase.WHEN));
                    return Verdict.worst(
                            List.of(
                                    Answers.definite(looks, round.history(), promised.answer()),
                                    Answers.refusedOnlyFor(looks, Set.of(Refusal.NOT_READY)),
                                    PictureIntegrity.whole(round.history())));
                });
    }

    @Then("whatever is refused is refused because {image} is gone")
    public void refusedBecauseGone(ImageName image) {
        judge.ask(
                DELETED,
                round -> {
                    History action = round.history().in(Phase.WHEN);
                    return Verdict.worst(
                            List.of(
                                    Answers.definite(action, round.history(), promised.answer()),
                                    Answers.refusedOnlyFor(action, Deletions.ABSENT)));
                });
    }

    @Then("nothing of {image} stays behind in anybody's lists")
    public void nothingStaysBehind(ImageName image) {
        judge.ask(
                round -> {
                    settle(round);
                    Observations.listEverybodysVotes(round);
                    Observations.listEverybodysFavourites(round);
                    return DeletionRemains.none(
                            round.world().image(image.value()), round.history());
                });
    }

    @Then("everybody is told the same, that {image} is gone")
    public void everybodyIsToldTheSame(ImageName image) {
        judge.ask(
                Observations.GONE,
                round -> {
                    ImageId id = round.world().image(image.value());
                    settle(round);
                    for (ActorName person :
                            List.of(
                                    new ActorName("Ben", null),
                                    new ActorName("Chloe", null),
                                    ActorName.ONLOOKER)) {
                        for (ActorSession me : round.observers(person)) {
                            me.does(new Operation.ReadImage(id));
                            me.does(new Operation.ReadBytes(id));
                        }
                    }
                    return DeletionRemains.sameClearAnswer(id, round.history());
                });
    }

    @Then("{actor} is told at once, at every door, that {image} is gone")
    public void toldAtOnce(ActorName actor, ImageName image) {
        judge.ask(
                Observations.GONE,
                round -> {
                    ImageId id = round.world().image(image.value());
                    for (ActorSession me : round.observers(actor)) {
                        me.does(new Operation.ReadImage(id));
                    }
                    return DeletionRemains.goneForItsOwner(actor.member(), id, round.history());
                });
    }

    /** Waits until the promised delay after the last deletion has passed. */
    private void settle(Round round) {
        Observations.untilPassed(
                round, promised.propagation(), round.history().of(Operation.DeleteImage.class));
    }

    private static History looks(History action) {
        return action.where(
                call ->
                        call.operation() instanceof Operation.ReadImage
                                || call.operation() instanceof Operation.ReadBytes);
    }
}
