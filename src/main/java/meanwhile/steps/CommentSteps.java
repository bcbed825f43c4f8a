package meanwhile.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import meanwhile.actors.ActorSession;
import meanwhile.check.CommentThread;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about comments. */
public final class CommentSteps {
    private static final int PAGE = 5;
    private static final int MOST_PAGES = 200;

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public CommentSteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    @When("{actor} comments on {image}")
    public void comments(ActorName actor, ImageName image) {
        script.attempts(actor, me -> comment(me, image));
    }

    @When("{actor} comments on {image} {int} times")
    public void comments(ActorName actor, ImageName image, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        comment(me, image);
                    }
                });
    }

    @When("{actor} writes {string} below {image} {int} times")
    public void writes(ActorName actor, String text, ImageName image, int times) {
        script.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.AddComment(me.world().image(image.value()), text),
                                times));
    }

    @When("{actor} reads the comments on {image} {int} times")
    public void reads(ActorName actor, ImageName image, int times) {
        script.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.ListComments(
                                        me.world().image(image.value()), null, 100),
                                times));
    }

    @Then("every accepted comment on {image} is there once, and everybody sees the same order")
    public void allThereInOneOrder(ImageName image) {
        judge.ask(
                round -> {
                    ImageId id = round.world().image(image.value());
                    Observations.untilPassed(round, promised.propagation(), round.history());
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        readAll(me, id);
                    }
                    return CommentThread.keptInOneOrder(id, round.history());
                });
    }

    private static void comment(ActorSession me, ImageName image) throws GateClosed {
        String text = "Comment with " + me.nextName();
        me.does(new Operation.AddComment(me.world().image(image.value()), text));
    }

    private static void readAll(ActorSession me, ImageId image) throws GateClosed {
        PageWalk.read(me, MOST_PAGES, after -> new Operation.ListComments(image, after, PAGE));
    }
}
