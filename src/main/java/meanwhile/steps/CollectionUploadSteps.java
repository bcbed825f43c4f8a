package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.AllOrNothing;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.BreakOff;
import meanwhile.language.CollectionId;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.steps.ParameterTypes.CollectionName;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about uploading into collections. */
public final class CollectionUploadSteps {
    private static final int WHOLE_PAGE = 100;
    private static final int MOST_LOOKS = 20;

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public CollectionUploadSteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
    }

    @Given("{actor} has uploaded {image} into {collection}")
    public void hasUploadedInto(ActorName actor, ImageName image, CollectionName name) {
        script.given(
                actor,
                me -> {
                    me.requireAccepted(upload(me, image.value(), PictureFactory.Kind.GOOD, name));
                    UploadCalls.mustBecomeReady(
                            me, me.world().image(image.value()), promised.processing());
                });
    }

    @When("{actor} uploads {image} into {collection}")
    public void uploadsInto(ActorName actor, ImageName image, CollectionName name) {
        script.attempts(actor, me -> upload(me, image.value(), PictureFactory.Kind.GOOD, name));
    }

    @When("{actor} uploads {kind} as {image} into {collection}")
    public void uploadsInto(
            ActorName actor, PictureFactory.Kind kind, ImageName image, CollectionName name) {
        target.needsToLookInto(kind);
        script.attempts(actor, me -> upload(me, image.value(), kind, name));
    }

    @When("{actor} uploads an image into {collection}")
    public void uploadsAnImageInto(ActorName actor, CollectionName name) {
        script.attempts(actor, me -> upload(me, me.nextName(), PictureFactory.Kind.GOOD, name));
    }

    @When("{actor} uploads {int} images into {collection} one after another")
    public void uploadsManyInto(ActorName actor, int number, CollectionName name) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < number; i++) {
                        upload(me, me.nextName(), PictureFactory.Kind.GOOD, name);
                    }
                });
    }

    @When("{actor} uploads {image} into {collection} and deletes it straight away")
    public void uploadsIntoAndDeletes(ActorName actor, ImageName image, CollectionName name) {
        script.attempts(
                actor,
                me -> {
                    if (upload(me, image.value(), PictureFactory.Kind.GOOD, name).accepted()) {
                        me.does(new Operation.DeleteImage(me.world().image(image.value())));
                    }
                });
    }

    @When("{actor} loses the connection halfway through uploading {image} into {collection}")
    public void losesTheConnectionHalfway(ActorName actor, ImageName image, CollectionName name) {
        script.attempts(actor, me -> breakOff(me, image, name, BreakOff.HALFWAY));
    }

    @When("{actor} loses the connection just after sending {image} into {collection}")
    public void losesTheAnswer(ActorName actor, ImageName image, CollectionName name) {
        script.attempts(actor, me -> breakOff(me, image, name, BreakOff.AFTER_SENDING));
    }

    @Then("every upload of {actor} into {collection} is there in full or not at all")
    public void inFullOrNotAtAll(ActorName actor, CollectionName name) {
        judge.ask(
                round -> {
                    CollectionId collection = round.world().collection(name.value());
                    lookUntilQuiet(round.observer(actor), collection);
                    return AllOrNothing.uploads(actor.member(), collection, round.history());
                });
    }

    private static Call upload(
            ActorSession me, String image, PictureFactory.Kind kind, CollectionName collection)
            throws GateClosed {
        return UploadCalls.upload(me, image, picture(me, image, kind, collection));
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

    /** Reads the actor's images, account and collection until nothing changes any more. */
    private void lookUntilQuiet(ActorSession me, CollectionId collection) throws GateClosed {
        Operation list = new Operation.ListImages(null, WHOLE_PAGE);
        Call before = me.does(list);
        for (int i = 0; i < MOST_LOOKS; i++) {
            for (ImageId image : listed(before)) {
                Observations.untilProcessed(me, image, promised.processing());
            }
            me.does(new Operation.ReadSelf());
            me.does(new Operation.ReadCollection(collection));
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
}
