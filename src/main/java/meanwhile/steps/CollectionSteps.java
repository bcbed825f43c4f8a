package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.AllOrNothing;
import meanwhile.check.Answers;
import meanwhile.check.CollectionMembership;
import meanwhile.check.PartialEffects;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.BreakOff;
import meanwhile.language.CollectionId;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.steps.ParameterTypes.CollectionName;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about collections. */
public final class CollectionSteps {
    private static final int WHOLE_PAGE = 100;
    private static final int MOST_LOOKS = 20;

    private final ExampleContext stage;

    public CollectionSteps(ExampleContext stage) {
        this.stage = stage;
    }

    @Given("{actor} has a collection {collection}")
    public void hasACollection(ActorName actor, CollectionName name) {
        stage.given(
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

    @Given("{actor} has uploaded {image} into {collection}")
    public void hasUploadedInto(ActorName actor, ImageName image, CollectionName name) {
        stage.given(
                actor,
                me -> {
                    me.requireAccepted(upload(me, image.value(), PictureFactory.Kind.GOOD, name));
                    UploadSteps.mustBecomeReady(
                            me, me.world().image(image.value()), stage.processing());
                });
    }

    @When("{actor} uploads {image} into {collection}")
    public void uploadsInto(ActorName actor, ImageName image, CollectionName name) {
        stage.attempts(actor, me -> upload(me, image.value(), PictureFactory.Kind.GOOD, name));
    }

    @When("{actor} uploads {kind} as {image} into {collection}")
    public void uploadsInto(
            ActorName actor, PictureFactory.Kind kind, ImageName image, CollectionName name) {
        stage.needsToLookInto(kind);
        stage.attempts(actor, me -> upload(me, image.value(), kind, name));
    }

    @When("{actor} uploads an image into {collection}")
    public void uploadsAnImageInto(ActorName actor, CollectionName name) {
        stage.attempts(actor, me -> upload(me, me.nextName(), PictureFactory.Kind.GOOD, name));
    }

    @When("{actor} uploads {int} images into {collection} one after another")
    public void uploadsManyInto(ActorName actor, int number, CollectionName name) {
        stage.attempts(
                actor,
                me -> {
                    for (int i = 0; i < number; i++) {
                        upload(me, me.nextName(), PictureFactory.Kind.GOOD, name);
                    }
                });
    }

    @When("{actor} uploads {image} and places it in {collection} straight away")
    public void uploadsAndPlaces(ActorName actor, ImageName image, CollectionName name) {
        stage.attempts(
                actor,
                me -> {
                    if (UploadSteps.upload(me, image.value(), PictureFactory.Kind.LARGE)
                            .accepted()) {
                        me.does(placing(me, image, name));
                    }
                });
    }

    @When("{actor} uploads {image} into {collection} and deletes it straight away")
    public void uploadsIntoAndDeletes(ActorName actor, ImageName image, CollectionName name) {
        stage.attempts(
                actor,
                me -> {
                    if (upload(me, image.value(), PictureFactory.Kind.GOOD, name).accepted()) {
                        me.does(new Operation.DeleteImage(me.world().image(image.value())));
                    }
                });
    }

    @When("{actor} places {image} in {collection}")
    public void places(ActorName actor, ImageName image, CollectionName name) {
        stage.attempts(actor, me -> me.does(placing(me, image, name)));
    }

    @When("{actor} takes {image} out of {collection}")
    public void takes(ActorName actor, ImageName image, CollectionName name) {
        stage.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.TakeImage(
                                        me.world().collection(name.value()),
                                        me.world().image(image.value()))));
    }

    @When("{actor} looks at {collection} and at what it holds {int} times")
    public void looksAtAll(ActorName actor, CollectionName name, int times) {
        stage.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        lookInside(me, me.world().collection(name.value()));
                    }
                });
    }

    @When("{actor} compares her/his images with {collection} {int} times")
    public void compares(ActorName actor, CollectionName name, int times) {
        stage.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        me.does(new Operation.ListImages(null, WHOLE_PAGE));
                        look(me, me.world().collection(name.value()));
                    }
                });
    }

    @When("{actor} loses the connection halfway through uploading {image} into {collection}")
    public void losesTheConnectionHalfway(ActorName actor, ImageName image, CollectionName name) {
        stage.attempts(actor, me -> breakOff(me, image, name, BreakOff.HALFWAY));
    }

    @When("{actor} loses the connection just after sending {image} into {collection}")
    public void losesTheAnswer(ActorName actor, ImageName image, CollectionName name) {
        stage.attempts(actor, me -> breakOff(me, image, name, BreakOff.AFTER_SENDING));
    }

    @Then("every placing is answered in good time")
    public void everyPlacingIsAnswered() {
        stage.judge(
                round ->
                        Answers.definite(
                                placings(round.history()), round.history(), stage.answer()));
    }

    @Then("placings are refused only because {image} is {state}")
    public void placingsAreRefusedOnlyBecause(ImageName image, Set<Refusal> state) {
        stage.judge(round -> Answers.refusedOnlyFor(placings(round.history()), state));
    }

    @Then("{collection} holds exactly what was placed in it")
    public void holdsExactly(CollectionName name) {
        stage.judge(
                round -> {
                    CollectionId collection = round.world().collection(name.value());
                    lookThroughEveryDoor(round, collection);
                    // Whole in the end; whether it was so on the way is another question.
                    return Verdict.worst(
                            List.of(
                                    CollectionMembership.explained(
                                            collection, round.history(), stage.propagation()),
                                    PartialEffects.none(
                                            collection, round.history().in(Phase.THEN))));
                });
    }

    @Then("nobody ever sees a half of {collection}")
    public void nobodySeesAHalf(CollectionName name) {
        stage.judge(
                round -> {
                    CollectionId collection = round.world().collection(name.value());
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        lookInside(me, collection);
                    }
                    return PartialEffects.none(collection, round.history());
                });
    }

    @Then("every upload of {actor} into {collection} is there in full or not at all")
    public void inFullOrNotAtAll(ActorName actor, CollectionName name) {
        stage.judge(
                round -> {
                    CollectionId collection = round.world().collection(name.value());
                    lookUntilQuiet(round.observer(actor), collection);
                    return AllOrNothing.uploads(actor.member(), collection, round.history());
                });
    }

    private static Call upload(
            ActorSession me, String image, PictureFactory.Kind kind, CollectionName collection)
            throws GateClosed {
        return UploadSteps.upload(me, image, picture(me, image, kind, collection));
    }

    private static Operation.UploadImage picture(
            ActorSession me, String image, PictureFactory.Kind kind, CollectionName collection) {
        return me.picture(image, kind)
                .with(Placement.into(me.world().collection(collection.value())));
    }

    private static void breakOff(
            ActorSession me, ImageName image, CollectionName collection, BreakOff moment)
            throws GateClosed {
        Operation.UploadImage upload =
                picture(me, image.value(), PictureFactory.Kind.GOOD, collection);
        me.world().entitle(image.value(), upload.title());
        me.breaksOff(upload, moment);
    }

    private static Operation placing(ActorSession me, ImageName image, CollectionName collection) {
        return new Operation.PlaceImage(
                me.world().collection(collection.value()), me.world().image(image.value()));
    }

    private static Call look(ActorSession me, CollectionId collection) throws GateClosed {
        return me.does(new Operation.ReadCollection(collection));
    }

    /** Looks at a collection and then at each image that it shows. */
    private static void lookInside(ActorSession me, CollectionId collection) throws GateClosed {
        Answer.CollectionSeen seen = look(me, collection).answer(Answer.CollectionSeen.class);
        if (seen != null) {
            for (ImageId image : seen.entries()) {
                me.does(new Operation.ReadImage(image));
            }
        }
    }

    /** The owner at once, others when everything should have reached them. */
    private void lookThroughEveryDoor(Round round, CollectionId collection) throws GateClosed {
        History changes = round.history().in(Phase.WHEN);
        for (ActorSession me : round.observers(owner(round, collection))) {
            look(me, collection);
        }
        if (!changes.isEmpty()) {
            round.untilPassed(stage.propagation(), changes.calls().getLast().times().ended());
        }
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
                .orElseThrow(() -> new IllegalStateException("nobody made the collection here"));
    }

    /** Looks at one's images, account and collection until nothing changes any more. */
    private void lookUntilQuiet(ActorSession me, CollectionId collection) throws GateClosed {
        Operation list = new Operation.ListImages(null, WHOLE_PAGE);
        Call before = me.does(list);
        for (int i = 0; i < MOST_LOOKS; i++) {
            for (ImageId image : listed(before)) {
                me.until(
                        new Operation.ReadImage(image),
                        Observations::isProcessed,
                        stage.processing());
            }
            me.does(new Operation.ReadSelf());
            look(me, collection);
            before = me.does(list);
            if (AllOrNothing.isQuiet(me.name().member(), me.soFar())) {
                return;
            }
        }
    }

    private static List<ImageId> listed(Call list) {
        Answer.ImagesListed images = list.answer(Answer.ImagesListed.class);
        return images == null ? List.of() : images.ids();
    }

    private static History placings(History history) {
        return history.in(Phase.WHEN).of(Operation.PlaceImage.class);
    }
}
