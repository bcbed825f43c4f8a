package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Objects;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.ImageVersions;
import meanwhile.check.PictureIntegrity;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about changing images. */
public final class EditSteps {
    private final ExampleContext stage;

    public EditSteps(ExampleContext stage) {
        this.stage = stage;
    }

    /** Title and description say the same from then on, so that a mixture would be noticed. */
    @Given("{actor} has described {image}")
    public void hasDescribed(ActorName actor, ImageName image) {
        stage.given(actor, me -> me.requireAccepted(describe(me, image, "the first words")));
    }

    @When("{actor} changes title and description of {image} together, {int} times")
    public void changes(ActorName actor, ImageName image, int times) {
        stage.attempts(
                actor,
                me -> {
                    for (int i = 1; i <= times; i++) {
                        describe(me, image, "words " + i + " of " + me.name());
                    }
                });
    }

    @When("{actor} replaces the picture of {image}")
    public void replaces(ActorName actor, ImageName image) {
        stage.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.ReplaceBytes(
                                        me.world().image(image.value()),
                                        me.picture(image.value(), PictureFactory.Kind.GOOD).file(),
                                        version(me, image))));
    }

    @Then("every look at {image} shows title and description of one change")
    public void showsOneChange(ImageName image) {
        stage.judge(
                round -> ImageVersions.whole(round.world().image(image.value()), round.history()));
    }

    @Then("every look at {image} shows a picture that was sent")
    public void showsASentPicture(ImageName image) {
        stage.judge(
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
        stage.judge(
                round ->
                        ImageVersions.neverBackwards(
                                round.world().image(image.value()),
                                round.history(),
                                stage.propagation()));
    }

    @Then("after the promised delay everybody sees the last words of {image}")
    public void lastWords(ImageName image) {
        stage.judge(
                round -> {
                    ImageId id = round.world().image(image.value());
                    round.untilPassed(
                            stage.propagation(), round.history().calls().getLast().times().ended());
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        me.does(new Operation.ReadImage(id));
                    }
                    return ImageVersions.neverBackwards(id, round.history(), stage.propagation());
                });
    }

    static Call describe(ActorSession me, ImageName image, String words) throws GateClosed {
        return me.does(
                new Operation.ChangeImage(
                        me.world().image(image.value()),
                        words,
                        words,
                        null,
                        null,
                        null,
                        version(me, image)));
    }

    private static long version(ActorSession me, ImageName image) throws GateClosed {
        Call look = me.does(new Operation.ReadImage(me.world().image(image.value())));
        if (!look.outcome().isDefinite()) {
            throw new UndecidedException("nobody could tell which version was to be changed");
        }
        Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
        return Objects.requireNonNullElse(seen == null ? null : seen.version(), 0L);
    }
}
