package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.actors.RunContext;
import meanwhile.check.DeletionOutcome;
import meanwhile.check.MemberRights;
import meanwhile.check.RateWindow;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.Role;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about roles, bans and limits. */
public final class AdministrationSteps {
    private static final Allowance GENEROUS = new Allowance(1_000, Duration.ofMinutes(1));

    private static final Set<Refusal> NOT_ALLOWED =
            Set.of(Refusal.FORBIDDEN, Refusal.NOT_SIGNED_IN);

    private final ExampleScript script;
    private final ExampleMemory memory;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public AdministrationSteps(
            ExampleScript script,
            ExampleMemory memory,
            PromisedTimes promised,
            ExampleJudge judge) {
        this.script = script;
        this.memory = memory;
        this.promised = promised;
        this.judge = judge;
    }

    @Given("{actor} has signed up as an administrator")
    public void claimsToBeAnAdministrator(ActorName actor) {
        script.claims(actor.member(), Role.ADMINISTRATOR);
    }

    @Given("{actor} is an administrator")
    public void isAnAdministrator(ActorName actor) {
        script.given(
                new ActorName(RunContext.ADMINISTRATOR, null),
                me ->
                        me.must(
                                new Operation.SetRole(
                                        me.member(actor.member()), Role.ADMINISTRATOR),
                                Answer.Done.class));
    }

    @When("{actor} makes {actor} an administrator")
    public void appoints(ActorName actor, ActorName other) {
        script.attempts(actor, me -> appoint(me, other, Role.ADMINISTRATOR));
    }

    @When("{actor} makes {actor} an ordinary member")
    public void dismisses(ActorName actor, ActorName other) {
        script.attempts(actor, me -> appoint(me, other, Role.MEMBER));
    }

    @When("{actor} tries {int} times to change what {actor} may upload")
    public void triesToAllow(ActorName actor, int times, ActorName other) {
        script.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.SetAllowance(me.member(other.member()), GENEROUS),
                                times));
    }

    @When("{actor} bans {actor}")
    public void bans(ActorName actor, ActorName other) {
        script.attempts(actor, me -> ban(me, other));
    }

    /** Bans once the members who wait for news have waited for some time. */
    @When("{actor} bans {actor} after a while")
    public void bansLater(ActorName actor, ActorName other) {
        script.attempts(
                actor,
                me -> {
                    me.waits(promised.propagation());
                    ban(me, other);
                });
    }

    private static void ban(ActorSession me, ActorName other) throws GateClosed {
        me.does(new Operation.SetBan(me.member(other.member()), true));
    }

    @When("{actor} lets {actor} in again")
    public void letsIn(ActorName actor, ActorName other) {
        script.attempts(
                actor, me -> me.does(new Operation.SetBan(me.member(other.member()), false)));
    }

    @When("{actor} allows {actor} {allowance}")
    public void allows(ActorName actor, ActorName other, Allowance allowance) {
        memory.remember(Allowance.class, allowance);
        script.attempts(
                actor,
                me -> me.does(new Operation.SetAllowance(me.member(other.member()), allowance)));
    }

    @When("{actor} uploads {int} image(s) after the promised delay")
    public void uploadsLater(ActorName actor, int number) {
        script.attempts(
                actor,
                me -> {
                    // The uploads go on while the limit changes; the delay is counted from the
                    // change's answer.
                    me.does(new Operation.ReadSelf());
                    me.waits(promised.propagation().multipliedBy(2));
                    for (int i = 0; i < number; i++) {
                        UploadCalls.upload(me, me.nextName(), PictureFactory.Kind.GOOD);
                    }
                });
    }

    @Then("{actor} does an administrator's work only while being one")
    public void worksOnlyWhileBeingOne(ActorName actor) {
        judge.ask(
                Premises.actionRefused(NOT_ALLOWED, Operation.SetAllowance.class)
                        .and(Premises.looksRefused(NOT_ALLOWED, Operation.SetAllowance.class)),
                round -> {
                    for (ActorSession me : round.observers(actor)) {
                        me.does(new Operation.SetAllowance(me.member(actor.member()), GENEROUS));
                    }
                    return MemberRights.administers(
                            actor.member(),
                            round.member(actor.member()),
                            round.history(),
                            promised.propagation());
                });
    }

    @Then("{actor} is served only while not banned")
    public void servedOnlyWhileNotBanned(ActorName actor) {
        judge.ask(
                Premises.looksRefused(NOT_ALLOWED, Operation.ReadSelf.class)
                        .and(
                                Premises.needs(
                                        "a ban was accepted",
                                        round ->
                                                round.history()
                                                        .of(Operation.SetBan.class)
                                                        .where(Call::accepted))),
                round -> {
                    Observations.readAccount(round, signedIn(round, actor));
                    return MemberRights.takesPart(
                            actor.member(),
                            round.member(actor.member()),
                            round.history(),
                            promised.propagation());
                });
    }

    @Then("{actor} hears of nothing that happened once he/she was banned")
    public void hearsOfNothing(ActorName actor) {
        judge.ask(
                round ->
                        MemberRights.hearsNothing(
                                actor,
                                round.member(actor.member()),
                                round.history().in(Phase.WHEN),
                                promised.propagation()));
    }

    @Then("{image} is gone for everybody once the promised delay has passed")
    public void isGoneForEverybody(ImageName image) {
        judge.ask(
                Observations.GONE,
                round -> {
                    ImageId id = round.world().image(image.value());
                    for (Call call : round.history().of(Operation.DeleteImage.class).calls()) {
                        round.untilPassed(promised.propagation(), call.times().ended());
                    }
                    Observations.lookEverywhere(round, image.value(), List.of(ActorName.ONLOOKER));
                    return DeletionOutcome.staysGone(id, round.history(), promised.propagation());
                });
    }

    @Then("the new limit holds once the promised delay has passed")
    public void theNewLimitHolds() {
        judge.ask(
                round -> {
                    History action = round.history().in(Phase.WHEN);
                    List<Call> limits = action.of(Operation.SetAllowance.class).calls();
                    if (limits.isEmpty()) {
                        return new Verdict.Undecided("nobody changed a limit");
                    }
                    Call last = limits.getLast();
                    long known = last.times().ended() + promised.propagation().toNanos();
                    return last.accepted()
                            ? RateWindow.neverExceeded(
                                    UploadCalls.of(round.history())
                                            .where(call -> call.times().begun() >= known),
                                    memory.recall(Allowance.class))
                            : new Verdict.Undecided("the limit was not changed");
                });
    }

    /** The member on a device that is already logged in: a banned member cannot log in. */
    private static ActorName signedIn(Round round, ActorName member) {
        return round.history().in(Phase.WHEN).stream()
                .map(Call::actor)
                .filter(actor -> actor.member().equals(member.member()))
                .findFirst()
                .orElse(member);
    }

    private static void appoint(ActorSession me, ActorName other, Role role) throws GateClosed {
        me.does(new Operation.SetRole(me.member(other.member()), role));
    }
}
