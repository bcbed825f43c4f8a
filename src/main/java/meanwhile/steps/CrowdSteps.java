package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import meanwhile.check.Answers;
import meanwhile.check.Latency;
import meanwhile.check.Verdict;
import meanwhile.check.VoteTotals;
import meanwhile.check.WholeHistory;
import meanwhile.check.WorkloadMix;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Capability;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about crowds. */
public final class CrowdSteps {
    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public CrowdSteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
    }

    /** A promise about the time after a burst cannot be judged before that time. */
    @When("the gallery has had the promised time to recover")
    public void recovers() {
        script.attempts(ActorName.ONLOOKER, me -> me.waits(promised.pressure().recovery()));
    }

    @Then("everybody is answered in good time")
    public void everybodyIsAnswered() {
        judge.ask(
                round ->
                        Answers.definite(
                                round.history().in(Phase.WHEN),
                                round.history(),
                                promised.answer()));
    }

    @Then("everybody is served")
    public void everybodyIsServed() {
        judge.ask(round -> Answers.accepted(round.history().in(Phase.WHEN)));
    }

    @Then("every refusal comes at once and says when to come back")
    public void refusedAtOnce() {
        judge.ask(
                // Where there is room for everybody nobody need be refused.
                Premises.needs(
                        "somebody was served or refused",
                        round ->
                                round.history()
                                        .in(Phase.WHEN)
                                        .where(call -> call.outcome().isDefinite())),
                round ->
                        Latency.refusedAtOnce(
                                round.history().in(Phase.WHEN), promised.pressure().refusal()));
    }

    @Witness
    @Then("it was seen that some were served and some refused")
    public void bothWereSeen() {
        judge.ask(
                round ->
                        Observations.acceptedAndRefused(
                                round.history().in(Phase.WHEN),
                                call -> call.outcome().isDefinite() && !call.accepted()));
    }

    @Then("the last crowd is answered as quickly as the first")
    public void asQuickly() {
        judge.ask(
                round ->
                        Latency.asQuick(
                                round.crowd(1), round.crowd(round.crowds()), promised.pressure()));
    }

    @Then("voting on images other than {image} is as quick in the last crowd as in the first")
    public void othersAsQuick(ImageName image) {
        judge.ask(
                round -> {
                    ImageId hot = round.world().image(image.value());
                    return Latency.asQuick(
                            votesElsewhere(round.crowd(1), hot),
                            votesElsewhere(round.crowd(round.crowds()), hot),
                            promised.pressure());
                });
    }

    @Then("the totals of every image are explained by its votes")
    public void allTotalsExplained() {
        judge.ask(
                VoteCalls.taken(),
                round -> {
                    Observations.lookAtAll(round);
                    List<Verdict> verdicts =
                            round.world().images().stream()
                                    .map(
                                            image ->
                                                    VoteTotals.explained(
                                                            image,
                                                            round.history(),
                                                            promised.totals(),
                                                            target.counting()))
                                    .toList();
                    return Verdict.worst(verdicts);
                });
    }

    @Then("some order of the actions explains everything that was seen")
    public void explained() {
        target.needs(Capability.ONE_VOTE_PER_MEMBER);
        judge.ask(
                Observations.GONE,
                round -> {
                    Observations.lookAtAll(round);
                    return WholeHistory.explained(round.history(), promised.propagation());
                });
    }

    @Witness
    @Then("it was seen that a few images drew most of the visits")
    public void skewed() {
        judge.ask(round -> WorkloadMix.skewed(round.crowd(1)));
    }

    @Witness
    @Then("it was seen that at least {int} members were there at the same time")
    public void overlapped(int members) {
        judge.ask(round -> WorkloadMix.overlap(round.crowd(1), members));
    }

    /** The figures themselves are on the example's page in the report. */
    @Witness
    @Then("it was seen that every kind of action was counted and timed")
    public void figures() {
        judge.ask(
                round ->
                        Latency.figures(round.crowd(1)).size() >= 4
                                ? Verdict.holds()
                                : new Verdict.Undecided("too few kinds of requests were made"));
    }

    @Given("{int} images by Ana")
    public void images(int number) {
        script.given(
                new ActorName("Ana", null),
                me -> {
                    for (int i = 0; i < number; i++) {
                        UploadCalls.ready(me, me.nextName(), promised.processing());
                    }
                });
    }

    private static History votesElsewhere(History crowd, ImageId hot) {
        return crowd.where(
                call ->
                        call.operation() instanceof Operation.CastVote vote
                                && !vote.image().equals(hot));
    }
}
