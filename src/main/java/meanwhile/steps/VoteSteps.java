package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.LinkedHashSet;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.check.Answers;
import meanwhile.check.VoteCounts;
import meanwhile.check.VoteTotals;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about votes. */
public final class VoteSteps {
    private final ExampleContext stage;

    public VoteSteps(ExampleContext stage) {
        this.stage = stage;
    }

    @Given("{actor} has voted {direction} on {image}")
    public void hasVoted(ActorName actor, VoteValue value, ImageName image) {
        stage.given(actor, me -> me.requireAccepted(vote(me, value, image)));
    }

    @When("{actor} votes {direction} on {image}")
    public void votes(ActorName actor, VoteValue value, ImageName image) {
        stage.attempts(actor, me -> vote(me, value, image));
    }

    @When("{actor} withdraws her/his vote on {image}")
    public void withdraws(ActorName actor, ImageName image) {
        stage.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    me.does(new Operation.WithdrawVote(me.world().vote(actor.member(), id), id));
                });
    }

    @Then("every vote is answered in good time")
    public void everyVoteIsAnswered() {
        stage.judge(
                round -> Answers.definite(votes(round.history()), round.history(), stage.answer()));
    }

    @Then("every vote is accepted")
    public void everyVoteIsAccepted() {
        stage.judge(round -> Answers.refusedOnlyFor(votes(round.history()), Set.of()));
    }

    @Then("votes are refused only because their image is {state}")
    public void refusedOnlyBecauseOfTheirs(Set<Refusal> state) {
        stage.judge(round -> Answers.refusedOnlyFor(votes(round.history()), state));
    }

    @Then("votes are refused only because {image} is {state}")
    public void refusedOnlyBecause(ImageName image, Set<Refusal> state) {
        stage.judge(round -> Answers.refusedOnlyFor(votes(round.history()), state));
    }

    @Then("the count of {image} is exactly its accepted votes")
    public void countIsExact(ImageName image) {
        stage.judge(
                round -> {
                    lookAtTotals(round, image);
                    return VoteTotals.explained(
                            round.world().image(image.value()),
                            round.history()
                                    .where(call -> call.phase() != Phase.WHEN || isVote(call)),
                            stage.totals(),
                            stage.counting());
                });
    }

    @Then("{actor} has exactly one vote on {image}")
    public void hasExactlyOneVote(ActorName actor, ImageName image) {
        stage.needs(Capability.ONE_VOTE_PER_MEMBER);
        stage.judge(
                round -> {
                    Observations.listVotes(round.observer(actor));
                    return VoteCounts.exactlyOne(
                            actor.member(), round.world().image(image.value()), round.history());
                });
    }

    @Then("the totals of {image} equal the list of its votes")
    public void totalsEqualTheList(ImageName image) {
        stage.judge(
                round -> {
                    for (ActorName voter : voters(round)) {
                        Observations.listVotes(round.observer(voter));
                    }
                    lookAtTotals(round, image);
                    return VoteCounts.totalsEqualLists(
                            round.world().image(image.value()), round.history());
                });
    }

    @Then("every look at {image} on the way shows totals that the votes explain")
    public void everyLookIsExplained(ImageName image) {
        stage.judge(
                round ->
                        VoteTotals.explained(
                                round.world().image(image.value()),
                                round.history(),
                                stage.totals(),
                                stage.counting()));
    }

    static Call vote(ActorSession me, VoteValue value, ImageName image) throws GateClosed {
        return vote(me, value, me.world().image(image.value()));
    }

    /** Votes, and remembers the vote. */
    static Call vote(ActorSession me, VoteValue value, ImageId id) throws GateClosed {
        Call call = me.does(new Operation.CastVote(id, value));
        Answer.VoteTaken taken = call.answer(Answer.VoteTaken.class);
        if (taken != null) {
            me.world().know(me.name().member(), id, taken.id());
        }
        return call;
    }

    private void lookAtTotals(Round round, ImageName image) throws GateClosed {
        History writes = round.history().where(VoteSteps::isVote);
        if (!writes.isEmpty()) {
            round.untilPassed(stage.totals(), writes.calls().getLast().times().ended());
        }
        for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
            me.does(new Operation.ReadImage(round.world().image(image.value())));
        }
    }

    private static boolean isVote(Call call) {
        return call.operation() instanceof Operation.CastVote
                || call.operation() instanceof Operation.WithdrawVote;
    }

    private static History votes(History history) {
        return history.in(Phase.WHEN).where(VoteSteps::isVote);
    }

    /** Everybody who ever voted in this round, as they are known without their devices. */
    static Set<ActorName> voters(Round round) {
        Set<ActorName> voters = new LinkedHashSet<>();
        round.history().where(VoteSteps::isVote).stream().forEach(call -> voters.add(call.actor()));
        Set<String> seen = new LinkedHashSet<>();
        voters.removeIf(voter -> !seen.add(voter.member()));
        return voters;
    }
}
