package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.stream.Stream;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.RunContext;
import meanwhile.check.GalleryTotals;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about the totals of the gallery. */
public final class TotalsSteps {
    /** Totals that are always nothing say nothing. */
    private static final Premises COUNTED =
            Premises.needs(
                    "the totals counted something",
                    round ->
                            round.history()
                                    .of(Operation.ReadTotals.class)
                                    .where(TotalsSteps::countsSomething));

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public TotalsSteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    @Given("Ana has uploaded {int} images of the breed {image}")
    public void imagesOfABreed(int number, ImageName breed) {
        script.given(
                new ActorName(RunContext.ADMINISTRATOR, null),
                me -> {
                    String name = me.uniqueName(breed.value()) + "-" + breed.value();
                    me.world()
                            .know(
                                    breed.value(),
                                    me.must(
                                                    new Operation.CreateTopic(
                                                            TopicKind.BREED, name),
                                                    Answer.TopicMade.class)
                                            .id());
                });
        script.given(
                new ActorName("Ana", null),
                me -> {
                    TopicId id = me.world().topic(breed.value());
                    for (int i = 0; i < number; i++) {
                        String name = me.nextName();
                        Operation.UploadImage upload =
                                me.picture(name, PictureFactory.Kind.GOOD)
                                        .with(Placement.under(null, id));
                        Answer.UploadTaken taken = me.must(upload, Answer.UploadTaken.class);
                        me.world().know(name, taken.id());
                        Observations.untilProcessed(me, taken.id(), promised.processing());
                    }
                });
    }

    @Given("the totals of the gallery have been noted")
    public void noted() {
        script.given(
                ActorName.ONLOOKER,
                me -> me.must(new Operation.ReadTotals(), Answer.TotalsSeen.class));
    }

    @When("{actor} comments on every image")
    public void commentsOnEvery(ActorName actor) {
        script.attempts(
                actor,
                me -> {
                    for (ImageId image : me.world().images()) {
                        me.does(new Operation.AddComment(image, "A word of " + me.name()));
                    }
                });
    }

    /** Reads within the round, because the totals include everybody's actions. */
    @When("the totals of the gallery are noted again")
    public void notedAgain() {
        script.attempts(
                ActorName.ONLOOKER,
                me -> {
                    me.waits(promised.totals());
                    for (int door = 0; door < me.doors(); door++) {
                        me.through(door).does(new Operation.ReadTotals());
                    }
                });
    }

    @Then("the totals of the gallery have changed by exactly what was accepted")
    public void grownExactly() {
        judge.ask(COUNTED, round -> GalleryTotals.grownByAccepted(round.history()));
    }

    @Then("nothing of {image} is left in the totals of the gallery")
    public void nothingLeft(ImageName image) {
        judge.ask(
                COUNTED,
                round ->
                        GalleryTotals.nothingLeftOf(
                                round.world().image(image.value()), round.history()));
    }

    @Then("the totals of the breed {image} are exactly what was accepted")
    public void breedExactly(ImageName breed) {
        judge.ask(
                COUNTED,
                round -> {
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        me.does(new Operation.ReadTotals());
                    }
                    return GalleryTotals.shareIs(
                            round.world().topic(breed.value()), round.history());
                });
    }

    private static boolean countsSomething(Call look) {
        Answer.TotalsSeen seen = look.answer(Answer.TotalsSeen.class);
        return seen != null
                && Stream.of(seen.images(), seen.votes(), seen.favourites(), seen.comments())
                        .anyMatch(count -> count != null && count > 0);
    }
}
