package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.RunContext;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.CollectionName;
import meanwhile.steps.ParameterTypes.ImageName;
import meanwhile.steps.ParameterTypes.TopicName;

/** Phrases about what is always true, and about an image that has to do with everything. */
public final class AuditSteps {
    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;
    private final Audit audit;
    private final OneAfterAnother orders;

    public AuditSteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge,
            Audit audit,
            OneAfterAnother orders) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
        this.audit = audit;
        this.orders = orders;
    }

    @Given("{actor}'s {image} is in the collection {collection} and in the category {topic}")
    public void isInBoth(
            ActorName actor, ImageName image, CollectionName collection, TopicName category) {
        script.given(
                new ActorName(RunContext.ADMINISTRATOR, null),
                me -> me.world().know(category.value(), category(me, category.value())));
        script.given(
                actor,
                me -> {
                    Answer.CollectionMade made =
                            me.must(
                                    new Operation.CreateCollection(collection.value()),
                                    Answer.CollectionMade.class);
                    me.world().know(collection.value(), made.id());
                    Placement both =
                            new Placement(
                                    null,
                                    null,
                                    me.world().topic(category.value()),
                                    null,
                                    made.id());
                    ImageId uploaded =
                            UploadCalls.mustBeTaken(
                                    me,
                                    image.value(),
                                    me.picture(image.value(), PictureFactory.Kind.GOOD).with(both));
                    UploadCalls.mustBecomeReady(me, uploaded, promised.processing());
                });
    }

    private static TopicId category(ActorSession me, String name) throws GateClosed {
        return me.must(
                        new Operation.CreateTopic(TopicKind.CATEGORY, me.uniqueName(name)),
                        Answer.TopicMade.class)
                .id();
    }

    @Given("{actor} has voted up on {image}, made it a favourite and commented on it")
    public void likes(ActorName actor, ImageName image) {
        target.votes(actor, VoteValue.UP, image);
        target.favours(actor, image);
        script.given(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    me.requireAccepted(VoteCalls.vote(me, VoteValue.UP, id));
                    me.requireAccepted(FavouriteCalls.favour(me, id));
                    me.requireAccepted(me.does(new Operation.AddComment(id, "How nice")));
                });
    }

    @Then("when all is quiet again everything adds up")
    public void everythingAddsUp() {
        addsUp(Premises.ALL_SEEN);
    }

    /** Of two actions one may make the other impossible, which is then refused rightly. */
    @Then("when all is quiet again everything adds up, whatever was refused")
    public void everythingAddsUpWhateverWasRefused() {
        addsUp(Premises.either());
    }

    /** The target itself tells what is right: by what it does when the calls do not meet. */
    @Then("it is as if they had come one after another")
    public void oneAfterAnother() {
        judge.ask(orders::explains);
    }

    /** The same where any of them may have been refused. */
    @Then("it is as if they had come one after another, whatever was refused")
    public void oneAfterAnotherWhateverWasRefused() {
        judge.ask(Premises.either(), orders::explains);
    }

    /** Asks for nothing: what is seen is compared with what another target shows. */
    @Then("when all is quiet again everything is looked at")
    public void everythingIsLookedAt() {
        judge.ask(Premises.either(), orders::looksAtAll);
    }

    private void addsUp(Premises premises) {
        judge.ask(
                premises.and(
                        Premises.needs(
                                "an action was accepted",
                                round ->
                                        round.history()
                                                .in(Phase.WHEN)
                                                .of(Operation.Write.class)
                                                .where(Call::accepted))),
                audit::everythingAddsUp);
    }
}
