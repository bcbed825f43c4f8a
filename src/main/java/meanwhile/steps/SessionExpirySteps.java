package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.Answers;
import meanwhile.check.OwnVotes;
import meanwhile.check.SessionRenewals;
import meanwhile.check.Verdict;
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
import meanwhile.language.Secret;
import meanwhile.language.VoteValue;
import meanwhile.model.Register;
import meanwhile.steps.ParameterTypes.ImageName;
import org.jspecify.annotations.Nullable;

/** Phrases about session expiry and renewal. */
public final class SessionExpirySteps {
    private final ExampleScript script;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public SessionExpirySteps(ExampleScript script, TargetCapabilities target, ExampleJudge judge) {
        this.script = script;
        this.target = target;
        this.judge = judge;
    }

    @Given("{actor} has opened a session that can be renewed")
    public void hasOpenedASession(ActorName actor) {
        script.given(actor, me -> me.opensSession(null));
    }

    @When("{actor} votes up and down on {image} until her/his session of one second ends")
    public void votesUntilTheEnd(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    ActorSession briefly = me.in(me.opensSession(Sessions.SHORT));
                    boolean[] up = {false};
                    again(
                            () -> briefly.does(vote(me, image, up[0] ^= true)),
                            SessionExpirySteps::isOver);
                });
    }

    @When("{actor} uploads one image after another until her/his session of one second ends")
    public void uploadsUntilTheEnd(ActorName actor) {
        script.attempts(
                actor,
                me -> {
                    ActorSession briefly = me.in(me.opensSession(Sessions.SHORT));
                    again(
                            () ->
                                    UploadCalls.upload(
                                            briefly, me.nextName(), PictureFactory.Kind.GOOD),
                            SessionExpirySteps::isOver);
                });
    }

    @When("{actor} votes up and down on {image} {int} times")
    public void votesUpAndDown(ActorName actor, ImageName image, int times) {
        script.attempts(actor, me -> votes(me, image, times));
    }

    @When("{actor} renews that session")
    public void renews(ActorName actor) {
        script.attempts(actor, me -> me.visitor().does(renewal(Sessions.opened(me), null)));
    }

    @When("{actor} votes up and down on {image} {int} times in that session")
    public void votesInThatSession(ActorName actor, ImageName image, int times) {
        script.attempts(actor, me -> votes(me.in(Sessions.opened(me)), image, times));
    }

    @When("{actor} votes up and down on {image}, renewing her/his session twice as it expires")
    public void votesThroughTwoEnds(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    Answer.SessionOpened session = me.opensSession(Sessions.SHORT);
                    for (int end = 0; end < 2; end++) {
                        ActorSession now = me.in(session);
                        boolean[] up = {false};
                        Call last =
                                again(
                                        () -> now.does(vote(me, image, up[0] ^= true)),
                                        SessionExpirySteps::isOver);
                        Call renewed = me.visitor().does(renewal(session, Sessions.SHORT));
                        Answer.SessionOpened next = renewed.answer(Answer.SessionOpened.class);
                        if (next == null) {
                            return;
                        }
                        session = next;
                        me.in(session).does(last.operation());
                    }
                });
    }

    @Then("{actor}'s vote on {image} matches her/his accepted votes")
    public void voteIsAsAccepted(ActorName actor, ImageName image) {
        target.needs(Capability.ONE_VOTE_PER_MEMBER);
        judge.ask(
                round -> {
                    Observations.listVotes(round.observer(actor));
                    return OwnVotes.of(
                            actor.member(),
                            round.world().image(image.value()),
                            round.history(),
                            Register.BUDGET);
                });
    }

    @Witness
    @Then("it was seen that the session ended")
    public void theEndWasSeen() {
        judge.ask(
                round -> {
                    History action = round.history().in(Phase.WHEN);
                    boolean both =
                            action.stream().anyMatch(Call::accepted)
                                    && action.stream().anyMatch(SessionExpirySteps::isOver);
                    return both
                            ? Verdict.holds()
                            : new Verdict.Undecided("no call was told to log in");
                });
    }

    @Then("{actor} has exactly one working session")
    public void exactlyOneSession(ActorName actor) {
        judge.ask(
                round -> {
                    List<Call> attempts = renewals(round.history()).calls();
                    List<SessionRenewals.Renewed> renewed = new ArrayList<>();
                    for (Call attempt : attempts) {
                        Answer.SessionOpened session = attempt.answer(Answer.SessionOpened.class);
                        if (session != null) {
                            ActorSession me = round.observer(actor).in(session);
                            renewed.add(
                                    new SessionRenewals.Renewed(
                                            attempt, me.does(new Operation.ReadSelf())));
                        }
                    }
                    return SessionRenewals.exactlyOne(attempts, renewed);
                });
    }

    @Then("every renewal is accepted")
    public void everyRenewalIsAccepted() {
        judge.ask(round -> Answers.accepted(renewals(round.history())));
    }

    @Then("no vote that was under way is lost to the renewal")
    public void noVoteIsLost() {
        judge.ask(
                Premises.needs(
                                "a renewal was accepted",
                                round -> renewals(round.history()).where(Call::accepted))
                        .and(
                                Premises.needs(
                                        "somebody voted meanwhile",
                                        round ->
                                                round.history()
                                                        .in(Phase.WHEN)
                                                        .of(Operation.CastVote.class))),
                round ->
                        SessionRenewals.nothingInFlightLost(
                                round.history().in(Phase.WHEN).of(Operation.CastVote.class),
                                renewals(round.history())));
    }

    /** A call that is repeated. */
    private interface Attempt {
        Call once() throws GateClosed;
    }

    /**
     * Repeats until the last call is as wished or any short session must have ended; returns that
     * call.
     */
    private static Call again(Attempt attempt, Predicate<Call> wish) throws GateClosed {
        Call first = attempt.once();
        Call last = first;
        while (!wish.test(last)
                && last.times().ended() - first.times().begun() < Sessions.LIMIT.toNanos()) {
            last = attempt.once();
        }
        return last;
    }

    private static boolean isOver(Call call) {
        return call.outcome().isRefused(Refusal.NOT_SIGNED_IN);
    }

    private static void votes(ActorSession me, ImageName image, int times) throws GateClosed {
        for (int i = 0; i < times; i++) {
            me.does(vote(me, image, i % 2 == 0));
        }
    }

    private static Operation vote(ActorSession me, ImageName image, boolean up) {
        ImageId id = me.world().image(image.value());
        return new Operation.CastVote(id, up ? VoteValue.UP : VoteValue.DOWN);
    }

    private static Operation renewal(Answer.SessionOpened session, @Nullable Duration lifetime) {
        Secret refresh = session.refreshToken();
        if (refresh == null) {
            throw new NotOffered("the target's sessions cannot be renewed");
        }
        return new Operation.RefreshSession(refresh, lifetime);
    }

    private static History renewals(History history) {
        return history.in(Phase.WHEN).of(Operation.RefreshSession.class);
    }
}
