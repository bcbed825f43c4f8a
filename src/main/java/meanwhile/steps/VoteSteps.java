package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Set;
import meanwhile.actors.Round;
import meanwhile.check.Answers;
import meanwhile.check.VoteCounts;
import meanwhile.check.VoteTotals;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about votes. */
public final class VoteSteps {
    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public VoteSteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
    }

    @Given("{actor} has voted {direction} on {image}")
    public void hasVoted(ActorName actor, VoteValue value, ImageName image) {
        script.given(actor, me -> me.requireAccepted(VoteCalls.vote(me, value, image)));
    }

    @When("{actor} votes {direction} on {image}")
    public void votes(ActorName actor, VoteValue value, ImageName image) {
        script.attempts(actor, me -> VoteCalls.vote(me, value, image));
    }

    @When("{actor} withdraws her/his vote on {image}")
    public void withdraws(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    me.does(new Operation.WithdrawVote(me.world().vote(actor.member(), id), id));
                });
    }

    @Then("every vote is answered in good time")
    public void everyVoteIsAnswered() {
        judge.ask(
                round ->
                        Answers.definite(
                                VoteCalls.of(round.history()), round.history(), promised.answer()));
    }

    @Then("every vote is accepted")
    public void everyVoteIsAccepted() {
        judge.ask(round -> Answers.accepted(VoteCalls.of(round.history())));
    }

    @Then("votes are refused only because their image is {state}")
    public void refusedOnlyBecauseOfTheirs(Set<Refusal> state) {
        judge.ask(
                Premises.actionRefused(state, Operation.CastVote.class),
                round -> Answers.refusedOnlyFor(VoteCalls.of(round.history()), state));
    }

    @Then("votes are refused only because {image} is {state}")
    public void refusedOnlyBecause(ImageName image, Set<Refusal> state) {
        judge.ask(
                Premises.actionRefused(state, Operation.CastVote.class),
                round -> Answers.refusedOnlyFor(VoteCalls.of(round.history()), state));
    }

    @Then("the count of {image} is exactly its accepted votes")
    public void countIsExact(ImageName image) {
        judge.ask(
                VoteCalls.taken(image),
                round -> {
                    lookAtTotals(round, image);
                    return VoteTotals.explained(
                            round.world().image(image.value()),
                            round.history()
                                    .where(
                                            call ->
                                                    call.phase() != Phase.WHEN
                                                            || VoteCalls.isVote(call)),
                            promised.totals(),
                            target.counting());
                });
    }

    @Then("{actor} has exactly one vote on {image}")
    public void hasExactlyOneVote(ActorName actor, ImageName image) {
        target.needs(Capability.ONE_VOTE_PER_MEMBER);
        judge.ask(
                round -> {
                    Observations.listVotes(round.observer(actor));
                    return VoteCounts.exactlyOne(
                            actor.member(), round.world().image(image.value()), round.history());
                });
    }

    @Then("the totals of {image} equal the list of its votes")
    public void totalsEqualTheList(ImageName image) {
        judge.ask(
                VoteCalls.taken(image),
                round -> {
                    Observations.listEverybodysVotes(round);
                    lookAtTotals(round, image);
                    return VoteCounts.totalsEqualLists(
                            round.world().image(image.value()), round.history());
                });
    }

    @Then("every look at {image} on the way shows totals that the votes explain")
    public void everyLookIsExplained(ImageName image) {
        judge.ask(
                VoteCalls.taken(image).and(Observations.looked(image)),
                round ->
                        VoteTotals.explained(
                                round.world().image(image.value()),
                                round.history(),
                                promised.totals(),
                                target.counting()));
    }

    private void lookAtTotals(Round round, ImageName image) throws GateClosed {
        Observations.untilPassed(
                round, promised.totals(), round.history().where(VoteCalls::isVote));
        Observations.lookAt(round, round.world().image(image.value()));
    }
}
