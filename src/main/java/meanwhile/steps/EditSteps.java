package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.ImageVersions;
import meanwhile.check.PictureIntegrity;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about changing images. */
public final class EditSteps {
    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public EditSteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    /** Gives title and description the same text, so that a mixture would be noticed. */
    @Given("{actor} has described {image}")
    public void hasDescribed(ActorName actor, ImageName image) {
        script.given(
                actor,
                me -> me.requireAccepted(ImageChanges.describe(me, image, "the first words")));
    }

    @When("{actor} changes title and description of {image} together, {int} times")
    public void changes(ActorName actor, ImageName image, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 1; i <= times; i++) {
                        ImageChanges.describe(me, image, "words " + i + " of " + me.name());
                    }
                });
    }

    @When("{actor} replaces the picture of {image}")
    public void replaces(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.ReplaceBytes(
                                        me.world().image(image.value()),
                                        me.picture(image.value(), PictureFactory.Kind.GOOD).file(),
                                        ImageChanges.version(me, image))));
    }

    @Then("every look at {image} shows title and description of one change")
    public void showsOneChange(ImageName image) {
        judge.ask(
                ImageChanges.accepted(image).and(Observations.looked(image)),
                round -> ImageVersions.whole(round.world().image(image.value()), round.history()));
    }

    @Then("every look at {image} shows a picture that was sent")
    public void showsASentPicture(ImageName image) {
        judge.ask(
                Premises.needs(
                        "the picture was opened",
                        round ->
                                round.history()
                                        .of(Operation.ReadBytes.class)
                                        .where(Call::accepted)),
                round -> {
                    ImageId id = round.world().image(image.value());
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        me.does(new Operation.ReadImage(id));
                        me.does(new Operation.ReadBytes(id));
                    }
                    return PictureIntegrity.whole(round.history());
                });
    }

    @Then("nobody sees {image} go back to what it was before")
    public void neverBackwards(ImageName image) {
        judge.ask(
                ImageChanges.accepted(image).and(Observations.looked(image)),
                round ->
                        ImageVersions.neverBackwards(
                                round.world().image(image.value()),
                                round.history(),
                                promised.propagation()));
    }

    @Then("after the promised delay everybody sees the last words of {image}")
    public void lastWords(ImageName image) {
        judge.ask(
                ImageChanges.accepted(image),
                round -> {
                    ImageId id = round.world().image(image.value());
                    Observations.untilPassed(round, promised.propagation(), round.history());
                    Observations.lookAt(round, id);
                    return ImageVersions.neverBackwards(
                            id, round.history(), promised.propagation());
                });
    }
}
