package meanwhile.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.function.Predicate;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.Propagation;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.CollectionId;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about the delay until others see an action. */
public final class VisibilitySteps {
    private static final int KINDS = 7;

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public VisibilitySteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
    }

    /** Acts one thing at a time; after each one the watcher reads until it is visible. */
    @When("{actor} tries every kind of action on {image} and {string} while {actor} watches")
    public void oneOfEveryKind(ActorName actor, ImageName name, String shelf, ActorName watcher) {
        target.votes(actor, VoteValue.UP, name);
        target.favours(actor, name);
        script.attempts(
                actor,
                me -> {
                    ActorSession other = me.observer(watcher).through(me.door() + 1);
                    ImageId image = me.world().image(name.value());
                    see(me, other, VoteCalls.vote(me, VoteValue.UP, image), image);
                    see(me, other, FavouriteCalls.favour(me, image), image);
                    see(me, other, me.does(new Operation.AddComment(image, "Look")), image);
                    see(me, other, ImageChanges.describe(me, name, "other words"), image);
                    CollectionId collection = me.world().collection(shelf);
                    Call placed = me.does(new Operation.PlaceImage(collection, image));
                    look(me, other, new Operation.ReadCollection(collection), placed);
                    Call upload = UploadCalls.upload(me, "Fresh", PictureFactory.Kind.GOOD);
                    String word = PictureFactory.uniqueWord(me.world().title("Fresh"));
                    Operation search = new Operation.SearchImages(word, null, 10);
                    // Processing has its own promise: visibility counts from when the image is
                    // ready.
                    Observations.untilProcessed(
                            me, me.world().image("Fresh"), promised.processing());
                    look(me, other, search, upload);
                    see(me, other, me.does(new Operation.DeleteImage(image)), image);
                });
    }

    @Witness
    @Then("it was seen that the delay of every kind of action was measured")
    public void everyDelayIsKnown() {
        judge.ask(
                round ->
                        Propagation.delays(round.history()).stream()
                                                .map(Propagation.Delay::action)
                                                .distinct()
                                                .count()
                                        >= KINDS
                                ? Verdict.holds()
                                : new Verdict.Undecided(
                                        "only these were seen by others: "
                                                + Propagation.delays(round.history()).stream()
                                                        .map(Propagation.Delay::action)
                                                        .toList()));
    }

    @Then("others see every action within the promised delay, and go on seeing it")
    public void withinTheDelay() {
        judge.ask(round -> Propagation.within(round.history(), promised.propagation()));
    }

    @Then("everybody sees their own actions at once, at every door")
    public void ownAtOnce() {
        judge.ask(round -> Propagation.ownAtOnce(round.history()));
    }

    @When("{actor} votes up on {image} and looks at it through every door")
    public void votesAndLooks(ActorName actor, ImageName image) {
        target.votes(actor, VoteValue.UP, image);
        script.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    VoteCalls.vote(me, VoteValue.UP, id);
                    everyDoor(me, id);
                });
    }

    @When("{actor} describes {image} anew and looks at it through every door")
    public void describesAndLooks(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    ImageChanges.describe(me, image, "words of " + me.name());
                    everyDoor(me, me.world().image(image.value()));
                });
    }

    private void see(ActorSession me, ActorSession other, Call action, ImageId image)
            throws GateClosed {
        look(me, other, new Operation.ReadImage(image), action);
    }

    /** Both read: the acting member through every address, the watcher until it is visible. */
    private void look(ActorSession me, ActorSession other, Operation look, Call action)
            throws GateClosed {
        Predicate<Call> there = seen -> Propagation.shows(action, seen);
        for (int door = 0; door < me.doors(); door++) {
            me.through(door).does(look);
        }
        other.until(look, there, promised.propagation().multipliedBy(2));
        for (ActorSession again : List.of(other, other.through(other.door() + 1))) {
            again.does(look);
        }
    }

    private static void everyDoor(ActorSession me, ImageId image) throws GateClosed {
        for (int door = 0; door < me.doors(); door++) {
            me.through(door).does(new Operation.ReadImage(image));
        }
    }
}
