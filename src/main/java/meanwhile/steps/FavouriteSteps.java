package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.check.FavouriteCounts;
import meanwhile.check.Verdict;
import meanwhile.check.VoteCounts;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about favourites. */
public final class FavouriteSteps {
    private final ExampleContext stage;

    public FavouriteSteps(ExampleContext stage) {
        this.stage = stage;
    }

    @Given("{actor} has made {image} a favourite")
    public void hasFavoured(ActorName actor, ImageName image) {
        stage.given(actor, me -> me.requireAccepted(favour(me, me.world().image(image.value()))));
    }

    @When("{actor} makes {image} a favourite")
    public void favours(ActorName actor, ImageName image) {
        stage.attempts(actor, me -> favour(me, me.world().image(image.value())));
    }

    @When("{actor} makes {image} a favourite and takes it back")
    public void favoursAndTakesBack(ActorName actor, ImageName image) {
        stage.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    if (favour(me, id).accepted()) {
                        unfavour(me, id);
                    }
                });
    }

    @When("{actor} takes {image} out of the favourites")
    public void takesBack(ActorName actor, ImageName image) {
        stage.attempts(actor, me -> unfavour(me, me.world().image(image.value())));
    }

    /** On each image a vote, a favourite, and on every second both are taken back. */
    @When("{actor} votes on, favours and half of the time takes back, image by image")
    public void votesFavoursAndTakesBack(ActorName actor) {
        stage.attempts(
                actor,
                me -> {
                    boolean back = me.chance().nextBoolean();
                    for (ImageId image : me.world().images()) {
                        boolean voted = VoteSteps.vote(me, VoteValue.UP, image).accepted();
                        boolean favoured = favour(me, image).accepted();
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

    @Then("{actor} has {image} once among the favourites")
    public void hasOnce(ActorName actor, ImageName image) {
        stage.needs(Capability.ONE_FAVOURITE_PER_MEMBER);
        stage.judge(
                round -> {
                    Observations.listFavourites(round.observer(actor));
                    return FavouriteCounts.exactlyOne(
                            actor.member(), round.world().image(image.value()), round.history());
                });
    }

    @Then("the votes and favourites of every image equal the lists that they count")
    public void equalTheLists() {
        stage.judge(
                round -> {
                    for (ActorName voter : VoteSteps.voters(round)) {
                        Observations.listVotes(round.observer(voter));
                    }
                    for (ActorName fan : fans(round)) {
                        Observations.listFavourites(round.observer(fan));
                    }
                    for (ImageId image : round.world().images()) {
                        for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                            me.does(new Operation.ReadImage(image));
                        }
                    }
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

    /** Makes it a favourite, and remembers it. */
    static Call favour(ActorSession me, ImageId image) throws GateClosed {
        Call call = me.does(new Operation.AddFavourite(image));
        Answer.FavouriteTaken taken = call.answer(Answer.FavouriteTaken.class);
        if (taken != null) {
            me.world().know(me.name().member(), image, taken.id());
        }
        return call;
    }

    private static void unfavour(ActorSession me, ImageId image) throws GateClosed {
        me.does(
                new Operation.RemoveFavourite(
                        me.world().favourite(me.name().member(), image), image));
    }

    /** Everybody who ever had a favourite in this round. */
    static Set<ActorName> fans(Round round) {
        Set<ActorName> fans = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Call call : round.history().of(Operation.AddFavourite.class).calls()) {
            if (seen.add(call.actor().member())) {
                fans.add(call.actor());
            }
        }
        return fans;
    }
}
