package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.AccountCounts;
import meanwhile.check.Answers;
import meanwhile.check.UploadCompletion;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Capability;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about uploading. */
public final class UploadSteps {
    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public UploadSteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
    }

    @Given("{actor} has uploaded {image}")
    public void hasUploaded(ActorName actor, ImageName image) {
        script.given(actor, me -> UploadCalls.ready(me, image.value(), promised.processing()));
    }

    @Given("{actor} has just uploaded {image}")
    public void hasJustUploaded(ActorName actor, ImageName image) {
        script.given(
                actor,
                me ->
                        UploadCalls.mustBeTaken(
                                me,
                                image.value(),
                                me.picture(image.value(), PictureFactory.Kind.GOOD)));
    }

    @Given("{actor} has just uploaded {int} images")
    public void hasJustUploaded(ActorName actor, int number) {
        script.given(
                actor,
                me -> {
                    for (int i = 0; i < number; i++) {
                        String name = me.nextName();
                        UploadCalls.mustBeTaken(
                                me, name, me.picture(name, PictureFactory.Kind.GOOD));
                    }
                });
    }

    @When("{actor} uploads {image}")
    public void uploads(ActorName actor, ImageName image) {
        script.attempts(
                actor, me -> UploadCalls.upload(me, image.value(), PictureFactory.Kind.GOOD));
    }

    @When("{actor} uploads {kind} as {image}")
    public void uploads(ActorName actor, PictureFactory.Kind kind, ImageName image) {
        target.needsToLookInto(kind);
        script.attempts(actor, me -> UploadCalls.upload(me, image.value(), kind));
    }

    @When("{actor} uploads an image")
    public void uploadsAnImage(ActorName actor) {
        script.attempts(
                actor, me -> UploadCalls.upload(me, me.nextName(), PictureFactory.Kind.GOOD));
    }

    @When("{actor} uploads {int} images one after another")
    public void uploadsOneAfterAnother(ActorName actor, int number) {
        script.attempts(actor, me -> UploadCalls.many(me, number));
    }

    @When("{actor} starts uploading {int} images one after another")
    public void startsUploading(ActorName actor, int number) {
        script.starts(actor, me -> UploadCalls.many(me, number));
    }

    @Then("every upload is answered in good time")
    public void everyUploadIsAnswered() {
        judge.ask(
                round ->
                        Answers.definite(
                                UploadCalls.of(round.history()),
                                round.history(),
                                promised.answer()));
    }

    @Then("every upload is accepted")
    public void everyUploadIsAccepted() {
        judge.ask(round -> Answers.accepted(UploadCalls.of(round.history())));
    }

    @Then("every accepted image becomes ready in good time")
    public void everyAcceptedImageBecomesReady() {
        judge.ask(
                round -> {
                    Observations.untilProcessed(round, promised.processing());
                    return UploadCompletion.ready(round.history());
                });
    }

    @Then("every accepted image but {image} becomes ready in good time")
    public void everyOtherAcceptedImageBecomesReady(ImageName image) {
        judge.ask(
                Premises.needs(
                        "another upload was accepted",
                        round ->
                                round.history()
                                        .of(Operation.UploadImage.class)
                                        .where(
                                                call ->
                                                        call.accepted()
                                                                && !UploadCalls.isUploadOf(
                                                                        image, call))),
                round -> {
                    Observations.untilProcessed(round, promised.processing());
                    return UploadCompletion.ready(
                            round.history().where(call -> !UploadCalls.isUploadOf(image, call)));
                });
    }

    @Then("{actor}'s account holds exactly the accepted images")
    public void accountHoldsTheAccepted(ActorName actor) {
        target.needs(Capability.FRESH_MEMBERS);
        judge.ask(
                round -> {
                    Observations.readAccount(round, actor);
                    return AccountCounts.holdsAccepted(actor.member(), round.history());
                });
    }

    /** The very same file, as it is sent around. */
    @Given("{actor} has uploaded the very picture of {image} as {image}")
    public void hasUploadedTheSame(ActorName actor, ImageName first, ImageName name) {
        script.given(
                actor,
                me -> {
                    ImageId twin =
                            UploadCalls.mustBeTaken(
                                    me,
                                    name.value(),
                                    new Operation.UploadImage(
                                            UploadCalls.fileOf(me, first),
                                            me.picture(name.value(), PictureFactory.Kind.GOOD)
                                                    .title()));
                    UploadCalls.mustBecomeReady(me, twin, promised.processing());
                });
    }

    @Then("{image} is shown as failed in good time")
    public void isShownAsFailed(ImageName image) {
        judge.ask(
                round -> {
                    Observations.untilProcessed(round, promised.processing());
                    return UploadCompletion.failed(
                            round.world().image(image.value()), round.history());
                });
    }

    @Then("every accepted image of {actor} is listed exactly once")
    public void everyAcceptedImageIsListed(ActorName actor) {
        judge.ask(
                round -> {
                    Observations.listImages(round.observer(actor));
                    return Verdict.worst(
                            List.of(
                                    UploadCompletion.distinct(of(actor, round.history())),
                                    UploadCompletion.listedExactlyOnce(
                                            of(actor, round.history()))));
                });
    }

    @Then("every accepted image shows the picture that was sent")
    public void everyAcceptedImageShowsThePicture() {
        judge.ask(
                round -> {
                    for (Map.Entry<ImageId, Call> upload :
                            UploadCompletion.acknowledged(round.history()).entrySet()) {
                        for (ActorSession me : round.observers(upload.getValue().actor())) {
                            Observations.openPicture(me, upload.getKey(), promised.processing());
                        }
                    }
                    return UploadCompletion.sameBytes(round.history());
                });
    }

    private static History of(ActorName actor, History history) {
        return history.where(call -> call.actor().member().equals(actor.member()));
    }
}
