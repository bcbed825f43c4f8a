package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.Answers;
import meanwhile.check.CollectionMembership;
import meanwhile.check.PartialEffects;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.steps.ParameterTypes.CollectionName;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about collections. */
public final class CollectionSteps {
    private static final int WHOLE_PAGE = 100;

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public CollectionSteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    @Given("{actor} has a collection {collection}")
    public void hasACollection(ActorName actor, CollectionName name) {
        script.given(
                actor,
                me ->
                        me.world()
                                .know(
                                        name.value(),
                                        me.must(
                                                        new Operation.CreateCollection(
                                                                name.value()),
                                                        Answer.CollectionMade.class)
                                                .id()));
    }

    @When("{actor} uploads {image} and places it in {collection} straight away")
    public void uploadsAndPlaces(ActorName actor, ImageName image, CollectionName name) {
        script.attempts(
                actor,
                me -> {
                    if (UploadCalls.upload(me, image.value(), PictureFactory.Kind.LARGE)
                            .accepted()) {
                        me.does(placing(me, image, name));
                    }
                });
    }

    @When("{actor} places {image} in {collection}")
    public void places(ActorName actor, ImageName image, CollectionName name) {
        script.attempts(actor, me -> me.does(placing(me, image, name)));
    }

    @When("{actor} takes {image} out of {collection}")
    public void takes(ActorName actor, ImageName image, CollectionName name) {
        script.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.TakeImage(
                                        me.world().collection(name.value()),
                                        me.world().image(image.value()))));
    }

    @When("{actor} looks at {collection} and at what it holds {int} times")
    public void looksAtAll(ActorName actor, CollectionName name, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        lookInside(me, me.world().collection(name.value()));
                    }
                });
    }

    @When("{actor} compares her/his images with {collection} {int} times")
    public void compares(ActorName actor, CollectionName name, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        me.does(new Operation.ListImages(null, WHOLE_PAGE));
                        look(me, me.world().collection(name.value()));
                    }
                });
    }

    @Then("every placing is answered in good time")
    public void everyPlacingIsAnswered() {
        judge.ask(
                round ->
                        Answers.definite(
                                placings(round.history()), round.history(), promised.answer()));
    }

    @Then("placings are refused only because {image} is {state}")
    public void placingsAreRefusedOnlyBecause(ImageName image, Set<Refusal> state) {
        judge.ask(round -> Answers.refusedOnlyFor(placings(round.history()), state));
    }

    @Then("{collection} holds exactly what was placed in it")
    public void holdsExactly(CollectionName name) {
        judge.ask(
                round -> {
                    CollectionId collection = round.world().collection(name.value());
                    lookThroughEveryDoor(round, collection);
                    // The collection must be complete in the end; how it looked before is another
                    // question.
                    return Verdict.worst(
                            List.of(
                                    CollectionMembership.explained(
                                            collection, round.history(), promised.propagation()),
                                    PartialEffects.none(
                                            collection, round.history().in(Phase.THEN))));
                });
    }

    @Then("nobody ever sees a half of {collection}")
    public void nobodySeesAHalf(CollectionName name) {
        judge.ask(
                round -> {
                    CollectionId collection = round.world().collection(name.value());
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        lookInside(me, collection);
                    }
                    return PartialEffects.none(collection, round.history());
                });
    }

    private static Operation placing(ActorSession me, ImageName image, CollectionName collection) {
        return new Operation.PlaceImage(
                me.world().collection(collection.value()), me.world().image(image.value()));
    }

    private static Call look(ActorSession me, CollectionId collection) throws GateClosed {
        return me.does(new Operation.ReadCollection(collection));
    }

    /** Reads a collection and then each image that it shows. */
    private static void lookInside(ActorSession me, CollectionId collection) throws GateClosed {
        Answer.CollectionSeen seen = look(me, collection).answer(Answer.CollectionSeen.class);
        if (seen != null) {
            for (ImageId image : seen.entries()) {
                me.does(new Operation.ReadImage(image));
            }
        }
    }

    /** The owner reads at once, others when everything should have reached them. */
    private void lookThroughEveryDoor(Round round, CollectionId collection) throws GateClosed {
        History changes = round.history().in(Phase.WHEN);
        for (ActorSession me : round.observers(owner(round, collection))) {
            look(me, collection);
        }
        Observations.untilPassed(round, promised.propagation(), changes);
        for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
            look(me, collection);
        }
    }

    private static ActorName owner(Round round, CollectionId collection) {
        return round.history().stream()
                .filter(
                        call -> {
                            Answer.CollectionMade made = call.answer(Answer.CollectionMade.class);
                            return made != null && made.id().equals(collection);
                        })
                .map(Call::actor)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the example has no collection"));
    }

    private static History placings(History history) {
        return history.in(Phase.WHEN).of(Operation.PlaceImage.class);
    }
}
