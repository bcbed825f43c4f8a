package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.Answers;
import meanwhile.check.ConditionalChanges;
import meanwhile.check.OwnVotes;
import meanwhile.check.Verdict;
import meanwhile.check.VoteOrder;
import meanwhile.check.VoteTotals;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import meanwhile.model.Register;
import meanwhile.steps.ParameterTypes.ImageName;

/**
 * Phrases about one member's successive calls: voting or looking right after an upload, repeated
 * votes, and changes conditional on a version.
 */
public final class VoteSequenceSteps {
    private static final Set<Refusal> FOR_GOOD =
            Set.of(Refusal.INVALID, Refusal.GONE, Refusal.NEVER_KNOWN);

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public VoteSequenceSteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
    }

    @Given("{actor} has just uploaded {kind} as {image}")
    public void hasJustUploaded(ActorName actor, PictureFactory.Kind kind, ImageName image) {
        target.needsToLookInto(kind);
        script.given(actor, me -> me.requireAccepted(UploadCalls.upload(me, image.value(), kind)));
    }

    @Given("{actor} has voted up on {image} and knows its version")
    public void knowsTheVersion(ActorName actor, ImageName image) {
        target.votes(actor, VoteValue.UP, image);
        script.given(
                actor,
                me -> {
                    Call call = VoteCalls.vote(me, VoteValue.UP, me.world().image(image.value()));
                    Answer.VoteTaken taken = call.answer(Answer.VoteTaken.class);
                    me.requireAccepted(call);
                    Long version = taken == null ? null : taken.version();
                    if (version == null) {
                        throw new NotOffered("the target's votes carry no version");
                    }
                    me.world().version(actor.member(), version);
                });
    }

    @When("{actor} uploads {image} and votes up on it straight away")
    public void uploadsAndVotes(ActorName actor, ImageName image) {
        target.votes(actor, VoteValue.UP, image);
        script.attempts(
                actor,
                me -> {
                    if (UploadCalls.upload(me, image.value(), PictureFactory.Kind.GOOD)
                            .accepted()) {
                        VoteCalls.vote(me, VoteValue.UP, me.world().image(image.value()));
                    }
                });
    }

    @When("{actor} uploads {image} and looks at it through every door straight away")
    public void uploadsAndLooks(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    if (UploadCalls.upload(me, image.value(), PictureFactory.Kind.GOOD)
                            .accepted()) {
                        for (int door = 0; door < me.doors(); door++) {
                            me.through(door)
                                    .does(new Operation.ReadImage(me.world().image(image.value())));
                        }
                    }
                });
    }

    @When("{actor} keeps trying to vote up on {image} until the gallery decides")
    public void keepsTrying(ActorName actor, ImageName image) {
        target.votes(actor, VoteValue.UP, image);
        script.attempts(actor, me -> keepTrying(me, me.world().image(image.value())));
    }

    @When("{actor} votes up and down on {image}, {int} times in quick succession")
    public void votesUpAndDown(ActorName actor, ImageName image, int times) {
        target.votesUpAndDown(actor, image);
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        VoteCalls.vote(
                                me,
                                i % 2 == 0 ? VoteValue.UP : VoteValue.DOWN,
                                me.world().image(image.value()));
                    }
                });
    }

    @When("{actor} votes up on all images one after another")
    public void votesOnAll(ActorName actor) {
        target.votes(actor, VoteValue.UP, null);
        script.attempts(
                actor,
                me -> {
                    for (ImageId image : me.world().images()) {
                        VoteCalls.vote(me, VoteValue.UP, image);
                    }
                });
    }

    @When("{actor} changes the vote on {image} to {direction} if it is still as it was")
    public void changesIfUnchanged(ActorName actor, ImageName image, VoteValue value) {
        target.needs(Capability.SECOND_VOTE_ACCEPTED);
        script.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.CastVote(
                                        me.world().image(image.value()),
                                        value,
                                        me.world().version(actor.member()))));
    }

    @When("{actor} changes the vote on {image} to {direction} if it is as she/he left it")
    public void changesAsLeft(ActorName actor, ImageName image, VoteValue value) {
        target.needs(Capability.SECOND_VOTE_ACCEPTED);
        script.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    Long left = null;
                    for (Call call : me.soFar().of(Operation.CastVote.class).calls()) {
                        Answer.VoteTaken taken = call.answer(Answer.VoteTaken.class);
                        left =
                                taken != null && call.actor().equals(me.name())
                                        ? taken.version()
                                        : left;
                    }
                    me.does(new Operation.CastVote(id, value, left));
                });
    }

    @Then("once {image} is ready its count is exactly its accepted votes")
    public void countOnceReady(ImageName image) {
        judge.ask(
                VoteCalls.told(image),
                round -> {
                    Observations.untilProcessed(round, promised.processing());
                    ImageId id = round.world().image(image.value());
                    List<Call> looks = Observations.lookAt(round, id);
                    return VoteTotals.explained(
                            id,
                            round.history()
                                    .where(
                                            call ->
                                                    !(call.operation()
                                                                    instanceof Operation.ReadImage)
                                                            || looks.contains(call)),
                            promised.totals(),
                            target.counting());
                });
    }

    @Then("every look is answered with {image}, ready or not")
    public void everyLookIsAnswered(ImageName image) {
        judge.ask(
                round -> {
                    History looks = round.history().in(Phase.WHEN).of(Operation.ReadImage.class);
                    return Verdict.worst(
                            List.of(
                                    Answers.definite(looks, round.history(), promised.answer()),
                                    Answers.accepted(looks)));
                });
    }

    @Then("a vote on {image} is refused for good")
    public void refusedForGood(ImageName image) {
        judge.ask(
                Premises.actionRefused(FOR_GOOD, Operation.CastVote.class)
                        .and(Premises.looksRefused(FOR_GOOD, Operation.CastVote.class)),
                round -> {
                    Observations.untilProcessed(round, promised.processing());
                    List<Call> late = new ArrayList<>();
                    for (ActorName voter : VoteCalls.voters(round)) {
                        late.add(VoteCalls.vote(round.observer(voter), VoteValue.UP, image));
                    }
                    return ConditionalChanges.refusedForGood(
                            round.world().image(image.value()), late, round.history());
                });
    }

    @Then("no vote on {image} is in anybody's history")
    public void noVoteInHistory(ImageName image) {
        judge.ask(
                Premises.looksEmpty(Operation.ListVotes.class),
                round -> {
                    Observations.listEverybodysVotes(round);
                    return ConditionalChanges.nobodyHolds(
                            round.world().image(image.value()), round.history());
                });
    }

    @Then("some order of {actor}'s votes on {image} explains what is shown at every door")
    public void someOrderExplains(ActorName actor, ImageName image) {
        target.needs(Capability.ONE_VOTE_PER_MEMBER);
        judge.ask(
                round -> {
                    listAtEveryDoor(round, actor);
                    return OwnVotes.of(
                            actor.member(),
                            round.world().image(image.value()),
                            round.history(),
                            Register.BUDGET);
                });
    }

    @Then("{actor}'s vote history shows the votes in the order in which they were sent")
    public void inOrder(ActorName actor) {
        judge.ask(
                round -> {
                    listAtEveryDoor(round, actor);
                    return VoteOrder.asSent(actor.member(), round.history());
                });
    }

    @Then("at most one change of the vote is accepted, and the others are told that it has changed")
    public void atMostOneChange() {
        judge.ask(
                round ->
                        ConditionalChanges.atMostOne(
                                round.history().in(Phase.WHEN).of(Operation.CastVote.class)));
    }

    @Then("the change of the vote is refused because the vote has changed")
    public void refusedAsChanged() {
        judge.ask(
                round ->
                        ConditionalChanges.refusedAsPassed(
                                round.history()
                                        .in(Phase.WHEN)
                                        .where(
                                                call ->
                                                        call.operation()
                                                                        instanceof
                                                                        Operation.CastVote vote
                                                                && vote.version() != null)));
    }

    private static void listAtEveryDoor(Round round, ActorName actor) throws GateClosed {
        for (ActorSession me : round.observers(actor)) {
            me.does(new Operation.ListVotes(null, 100));
        }
    }

    private void keepTrying(ActorSession me, ImageId image) throws GateClosed {
        Call last =
                me.until(
                        new Operation.CastVote(image, VoteValue.UP),
                        call -> !call.outcome().isRefused(Refusal.NOT_READY),
                        promised.processing());
        VoteCalls.know(me, image, last);
    }
}
