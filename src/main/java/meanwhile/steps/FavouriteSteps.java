package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import meanwhile.actors.ActorSession;
import meanwhile.check.FavouriteCounts;
import meanwhile.check.Verdict;
import meanwhile.check.VoteCounts;
import meanwhile.language.ActorName;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about favourites. */
public final class FavouriteSteps {
    private final ExampleScript script;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public FavouriteSteps(ExampleScript script, TargetCapabilities target, ExampleJudge judge) {
        this.script = script;
        this.target = target;
        this.judge = judge;
    }

    @Given("{actor} has made {image} a favourite")
    public void hasFavoured(ActorName actor, ImageName image) {
        script.given(
                actor,
                me ->
                        me.requireAccepted(
                                FavouriteCalls.favour(me, me.world().image(image.value()))));
    }

    @When("{actor} makes {image} a favourite")
    public void favours(ActorName actor, ImageName image) {
        script.attempts(actor, me -> FavouriteCalls.favour(me, me.world().image(image.value())));
    }

    @When("{actor} makes {image} a favourite and takes it back")
    public void favoursAndTakesBack(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    if (FavouriteCalls.favour(me, id).accepted()) {
                        unfavour(me, id);
                    }
                });
    }

    @When("{actor} takes {image} out of her/his favourites")
    public void takesBack(ActorName actor, ImageName image) {
        script.attempts(actor, me -> unfavour(me, me.world().image(image.value())));
    }

    /** Votes on and favours each image, and undoes both on every second one. */
    @When("{actor} votes on and favourites each image, undoing both on every second one")
    public void votesFavoursAndTakesBack(ActorName actor) {
        script.attempts(
                actor,
                me -> {
                    boolean back = me.chance().nextBoolean();
                    for (ImageId image : me.world().images()) {
                        boolean voted = VoteCalls.vote(me, VoteValue.UP, image).accepted();
                        boolean favoured = FavouriteCalls.favour(me, image).accepted();
                        if (back && voted) {
                            me.does(
                                    new Operation.WithdrawVote(
                                            me.world().vote(me.name().member(), image), image));
                        }
                        if (back && favoured) {
                            unfavour(me, image);
                        }
                        back = !back;
                    }
                });
    }

    @Then("{actor} has {image} among her/his favourites exactly once")
    public void hasOnce(ActorName actor, ImageName image) {
        target.needs(Capability.ONE_FAVOURITE_PER_MEMBER);
        judge.ask(
                round -> {
                    Observations.listFavourites(round.observer(actor));
                    return FavouriteCounts.exactlyOne(
                            actor.member(), round.world().image(image.value()), round.history());
                });
    }

    @Then("every image's counts equal its lists of votes and favourites")
    public void equalTheLists() {
        judge.ask(
                Premises.needs(
                        "a vote or a favourite was accepted",
                        round ->
                                round.history()
                                        .where(
                                                call ->
                                                        call.accepted()
                                                                && call.operation()
                                                                        instanceof
                                                                        Operation.OpinionWrite)),
                round -> {
                    Observations.listEverybodysVotes(round);
                    Observations.listEverybodysFavourites(round);
                    Observations.lookAtAll(round);
                    List<Verdict> verdicts =
                            round.world().images().stream()
                                    .flatMap(
                                            image ->
                                                    List.of(
                                                            VoteCounts.totalsEqualLists(
                                                                    image, round.history()),
                                                            FavouriteCounts.countEqualsLists(
                                                                    image, round.history()))
                                                            .stream())
                                    .toList();
                    return Verdict.worst(verdicts);
                });
    }

    private static void unfavour(ActorSession me, ImageId image) throws GateClosed {
        me.does(
                new Operation.RemoveFavourite(
                        me.world().favourite(me.name().member(), image), image));
    }
}
