package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.check.ListPaging;
import meanwhile.check.MemberLists;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about reading lists page by page. */
public final class PagingSteps {
    /** Small, so that a walk has many pages and much can happen meanwhile. */
    private static final int PAGE = 3;

    private static final int MOST_PAGES = 100;

    /** Nobody votes twice on an image who votes on both parts. */
    private static final ImageName FIRST = new ImageName("the first images");

    private static final ImageName REST = new ImageName("all images but the first");

    private final ExampleScript script;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public PagingSteps(ExampleScript script, TargetCapabilities target, ExampleJudge judge) {
        this.script = script;
        this.target = target;
        this.judge = judge;
    }

    @Given("{actor} has voted up on the first {int} of them")
    public void hasVotedOnTheFirst(ActorName actor, int number) {
        target.votes(actor, VoteValue.UP, FIRST);
        script.given(
                actor,
                me -> {
                    for (ImageId image : me.world().images().subList(0, number)) {
                        me.requireAccepted(VoteCalls.vote(me, VoteValue.UP, image));
                    }
                });
    }

    @When("{actor} votes up on all but the first {int} images")
    public void votesOnTheRest(ActorName actor, int number) {
        target.votes(actor, VoteValue.UP, REST);
        script.attempts(
                actor,
                me -> {
                    List<ImageId> images = me.world().images();
                    for (ImageId image : images.subList(number, images.size())) {
                        VoteCalls.vote(me, VoteValue.UP, image);
                    }
                });
    }

    @When("{actor} reads the vote history page by page")
    public void readsTheVotes(ActorName actor) {
        script.attempts(
                actor,
                me -> PageWalk.read(me, MOST_PAGES, after -> new Operation.ListVotes(after, PAGE)));
    }

    @When("{actor} reads the list of images page by page")
    public void readsTheImages(ActorName actor) {
        script.attempts(
                actor,
                me ->
                        PageWalk.read(
                                me, MOST_PAGES, after -> new Operation.ListImages(after, PAGE)));
    }

    @When("{actor} reads the list of images page by page, {int} times")
    public void readsTheImagesOften(ActorName actor, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        PageWalk.read(
                                me, MOST_PAGES, after -> new Operation.ListImages(after, PAGE));
                    }
                });
    }

    @When("{actor} votes up on {image} and then reads the vote history, {int} times")
    public void votesAndReads(ActorName actor, ImageName image, int times) {
        target.votes(actor, VoteValue.UP, image);
        script.attempts(
                actor,
                me -> {
                    VoteCalls.vote(me, VoteValue.UP, me.world().image(image.value()));
                    for (int i = 0; i < times; i++) {
                        PageWalk.read(
                                me, MOST_PAGES, after -> new Operation.ListVotes(after, PAGE));
                    }
                });
    }

    @When("{actor} deletes every second of the first {int} images")
    public void deletesEverySecond(ActorName actor, int number) {
        script.attempts(
                actor,
                me -> {
                    List<ImageId> images = me.world().images();
                    for (int i = 1; i < number; i += 2) {
                        me.does(new Operation.DeleteImage(images.get(i)));
                    }
                });
    }

    @When("{actor} changes the title of {image}")
    public void changesTheTitle(ActorName actor, ImageName image) {
        script.attempts(actor, me -> ImageChanges.entitle(me, image, "Another title"));
    }

    @Then("every walk ends, and shows each earlier vote exactly once")
    public void votesMetOnce() {
        judge.ask(walked(Operation.ListVotes.class), round -> ListPaging.ofVotes(round.history()));
    }

    @Then("every walk ends, and shows each image that stayed exactly once")
    public void imagesMetOnce() {
        judge.ask(
                walked(Operation.ListImages.class), round -> ListPaging.ofImages(round.history()));
    }

    @Then("no announced total is less than what the pages show")
    public void totals() {
        judge.ask(
                walked(Operation.Read.class),
                round -> {
                    for (ActorName reader : readers(round, Operation.ListVotes.class)) {
                        for (ActorSession me : round.observers(reader)) {
                            Observations.listVotes(me);
                        }
                    }
                    for (ActorName reader : readers(round, Operation.ListImages.class)) {
                        for (ActorSession me : round.observers(reader)) {
                            Observations.listImages(me);
                        }
                    }
                    return ListPaging.totals(round.history());
                });
    }

    @Then("every walk shows votes in the order in which they were sent")
    public void inOrder() {
        judge.ask(walked(Operation.ListVotes.class), round -> ListPaging.inOrder(round.history()));
    }

    @Then("{actor}'s vote history is exactly the accepted votes")
    public void exactlyTheVotes(ActorName actor) {
        target.needs(Capability.FRESH_MEMBERS);
        judge.ask(
                round -> {
                    Observations.listVotes(round.observer(actor));
                    return MemberLists.votes(actor.member(), round.history());
                });
    }

    @Then("{actor}'s images are exactly the accepted uploads that were not deleted")
    public void exactlyTheImages(ActorName actor) {
        target.needs(Capability.FRESH_MEMBERS);
        judge.ask(
                round -> {
                    Observations.listImages(round.observer(actor));
                    return MemberLists.images(actor.member(), round.history());
                });
    }

    private static Premises walked(Class<? extends Operation> list) {
        return Premises.needs(
                "a list was read meanwhile",
                round ->
                        round.history()
                                .in(Phase.WHEN)
                                .of(list)
                                .where(
                                        call ->
                                                call.answer(Answer.VotesListed.class) != null
                                                        || call.answer(Answer.ImagesListed.class)
                                                                != null));
    }

    /** The actors who read this kind of list, without their devices. */
    private static List<ActorName> readers(Round round, Class<? extends Operation> list) {
        return round.history().in(Phase.WHEN).of(list).stream()
                .map(call -> new ActorName(call.actor().member(), null))
                .distinct()
                .toList();
    }
}
