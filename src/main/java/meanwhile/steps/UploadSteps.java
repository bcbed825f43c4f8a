package meanwhile.steps;

import static meanwhile.steps.Observations.listImages;
import static meanwhile.steps.Observations.openPicture;
import static meanwhile.steps.Observations.untilProcessed;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.AccountCounts;
import meanwhile.check.Answers;
import meanwhile.check.UploadCompletion;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about uploading. */
public final class UploadSteps {
    private final ExampleContext stage;

    public UploadSteps(ExampleContext stage) {
        this.stage = stage;
    }

    @Given("{actor} has uploaded {image}")
    public void hasUploaded(ActorName actor, ImageName image) {
        stage.given(actor, me -> ready(me, image.value(), stage.processing()));
    }

    @Given("{actor} has just uploaded {image}")
    public void hasJustUploaded(ActorName actor, ImageName image) {
        stage.given(actor, me -> take(me, image.value(), PictureFactory.Kind.GOOD));
    }

    @Given("{actor} has just uploaded {int} images")
    public void hasJustUploaded(ActorName actor, int number) {
        stage.given(
                actor,
                me -> {
                    for (int i = 0; i < number; i++) {
                        take(me, me.nextName(), PictureFactory.Kind.GOOD);
                    }
                });
    }

    @When("{actor} uploads {image}")
    public void uploads(ActorName actor, ImageName image) {
        stage.attempts(actor, me -> upload(me, image.value(), PictureFactory.Kind.GOOD));
    }

    @When("{actor} uploads {kind} as {image}")
    public void uploads(ActorName actor, PictureFactory.Kind kind, ImageName image) {
        stage.needsToLookInto(kind);
        stage.attempts(actor, me -> upload(me, image.value(), kind));
    }

    @When("{actor} uploads an image")
    public void uploadsAnImage(ActorName actor) {
        stage.attempts(actor, me -> upload(me, me.nextName(), PictureFactory.Kind.GOOD));
    }

    @When("{actor} uploads {int} images one after another")
    public void uploadsOneAfterAnother(ActorName actor, int number) {
        stage.attempts(actor, me -> uploadMany(me, number));
    }

    @When("{actor} starts uploading {int} images one after another")
    public void startsUploading(ActorName actor, int number) {
        stage.starts(actor, me -> uploadMany(me, number));
    }

    @Then("every upload is answered in good time")
    public void everyUploadIsAnswered() {
        stage.judge(
                round ->
                        Answers.definite(
                                uploads(round.history()), round.history(), stage.answer()));
    }

    @Then("every upload is accepted")
    public void everyUploadIsAccepted() {
        stage.judge(round -> Answers.refusedOnlyFor(uploads(round.history()), Set.of()));
    }

    @Then("every accepted image becomes ready in good time")
    public void everyAcceptedImageBecomesReady() {
        stage.judge(
                round -> {
                    untilProcessed(round, stage.processing());
                    return UploadCompletion.ready(round.history());
                });
    }

    @Then("every accepted image but {image} becomes ready in good time")
    public void everyOtherAcceptedImageBecomesReady(ImageName image) {
        stage.judge(
                round -> {
                    untilProcessed(round, stage.processing());
                    return UploadCompletion.ready(
                            round.history().where(call -> !isUploadOf(image, call)));
                });
    }

    @Then("{actor}'s account holds exactly the accepted images")
    public void accountHoldsTheAccepted(ActorName actor) {
        stage.needs(Capability.FRESH_MEMBERS);
        stage.judge(
                round -> {
                    for (ActorSession me : round.observers(actor)) {
                        me.does(new Operation.ReadSelf());
                    }
                    return AccountCounts.holdsAccepted(actor.member(), round.history());
                });
    }

    @Then("{image} is shown as failed in good time")
    public void isShownAsFailed(ImageName image) {
        stage.judge(
                round -> {
                    untilProcessed(round, stage.processing());
                    return UploadCompletion.failed(
                            round.world().image(image.value()), round.history());
                });
    }

    @Then("every accepted image of {actor} is listed exactly once")
    public void everyAcceptedImageIsListed(ActorName actor) {
        stage.judge(
                round -> {
                    listImages(round.observer(actor));
                    return Verdict.worst(
                            List.of(
                                    UploadCompletion.distinct(of(actor, round.history())),
                                    UploadCompletion.listedExactlyOnce(
                                            of(actor, round.history()))));
                });
    }

    @Then("every accepted image shows the picture that was sent")
    public void everyAcceptedImageShowsThePicture() {
        stage.judge(
                round -> {
                    for (Map.Entry<ImageId, Call> upload :
                            UploadCompletion.acknowledged(round.history()).entrySet()) {
                        for (ActorSession me : round.observers(upload.getValue().actor())) {
                            openPicture(me, upload.getKey(), stage.processing());
                        }
                    }
                    return UploadCompletion.sameBytes(round.history());
                });
    }

    /** Uploads an image; its name stands for it from then on, if it was accepted. */
    static Call upload(ActorSession me, String name, PictureFactory.Kind kind) throws GateClosed {
        return upload(me, name, me.picture(name, kind));
    }

    /** The same with an upload of which more is said. */
    static Call upload(ActorSession me, String name, Operation.UploadImage upload)
            throws GateClosed {
        me.world().entitle(name, upload.title());
        return know(me, name, me.does(upload));
    }

    /** From now on this name stands for the image that the call made, if it was accepted. */
    static Call know(ActorSession me, String name, Call call) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken != null) {
            me.world().know(name, taken.id());
        }
        return call;
    }

    /** For preparations: waits until what was just uploaded is ready. */
    static void mustBecomeReady(ActorSession me, ImageId image, Duration limit) throws GateClosed {
        Call last = me.until(new Operation.ReadImage(image), Observations::isProcessed, limit);
        Answer.ImageSeen seen = last.answer(Answer.ImageSeen.class);
        if (seen == null || seen.status() != ImageStatus.READY) {
            me.requireAccepted(last);
            throw me.unprepared(last);
        }
    }

    /** The uploads of the action, without those of the preparation. */
    static History uploads(History history) {
        return history.in(Phase.WHEN).of(Operation.UploadImage.class);
    }

    /** Whether a call uploads the image of that name. */
    static boolean isUploadOf(ImageName image, Call call) {
        return call.operation() instanceof Operation.UploadImage upload
                && upload.title().startsWith(image.value() + " ");
    }

    static void uploadMany(ActorSession me, int number) throws GateClosed {
        for (int i = 0; i < number; i++) {
            upload(me, me.nextName(), PictureFactory.Kind.GOOD);
        }
    }

    private static ImageId take(ActorSession me, String name, PictureFactory.Kind kind)
            throws GateClosed {
        Call call = upload(me, name, kind);
        me.requireAccepted(call);
        return me.world().image(name);
    }

    static void ready(ActorSession me, String name, Duration limit) throws GateClosed {
        mustBecomeReady(me, take(me, name, PictureFactory.Kind.GOOD), limit);
    }

    private static History of(ActorName actor, History history) {
        return history.where(call -> call.actor().member().equals(actor.member()));
    }
}
