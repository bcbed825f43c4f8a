package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.IdempotentRetries;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.BreakOff;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about requests that are sent again, because it is unknown whether they arrived. */
public final class RetrySteps {
    /** Longer than a short session. */
    private static final Duration PAUSE = Duration.ofMillis(1_100);

    private static final int WHOLE_PAGE = 100;

    private final ExampleScript script;
    private final ExampleJudge judge;

    public RetrySteps(ExampleScript script, ExampleJudge judge) {
        this.script = script;
        this.judge = judge;
    }

    @Given("{actor} has lost the connection just after sending {image}")
    public void hasLostTheConnection(ActorName actor, ImageName image) {
        script.given(actor, me -> breakOff(me, image));
    }

    @When("{actor} loses the connection just after sending {image}")
    public void losesTheConnection(ActorName actor, ImageName image) {
        script.attempts(actor, me -> breakOff(me, image));
    }

    @When("{actor} sends {image} so slowly that her/his session ends meanwhile")
    public void sendsSlowly(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    Operation.UploadImage upload = repeatable(me, image);
                    Call call = me.in(me.opensSession(Sessions.SHORT)).sendsSlowly(upload, PAUSE);
                    UploadCalls.know(me, image.value(), call);
                });
    }

    @When("{actor} logs in again and sends {image} again")
    public void sendsAgain(ActorName actor, ImageName image) {
        script.attempts(actor, me -> sendAgain(me, me.in(me.opensSession(null)), image));
    }

    @When("{actor} sends {image} again")
    public void sendsAgainInTheSameSession(ActorName actor, ImageName image) {
        script.attempts(actor, me -> sendAgain(me, me, image));
    }

    /** The key of a member's own choice may be another member's too. */
    @When("{actor} sends {image} as picture number {int}")
    public void sendsAsNumber(ActorName actor, ImageName image, int number) {
        script.attempts(
                actor,
                me -> {
                    Operation.UploadImage upload =
                            me.picture(image.value(), PictureFactory.Kind.GOOD);
                    me.world().entitle(image.value(), upload.title());
                    UploadCalls.know(
                            me,
                            image.value(),
                            me.does(upload.repeatable(me.sharedName("picture " + number))));
                });
    }

    @When("{actor} loses the connection just after commenting {string} on {image}")
    public void losesTheConnection(ActorName actor, String text, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    Operation comment =
                            new Operation.AddComment(
                                    me.world().image(image.value()),
                                    text,
                                    me.uniqueName("comment"));
                    me.in(me.opensSession(Sessions.SHORT))
                            .breaksOff(comment, BreakOff.AFTER_SENDING);
                });
    }

    @When("{actor} logs in again and comments {string} on {image} again")
    public void commentsAgain(ActorName actor, String text, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    Operation comment = commented(me.soFar(), me.name().member(), text, id);
                    me.in(me.opensSession(null))
                            .until(comment, RetrySteps::isSettled, Sessions.LIMIT);
                });
    }

    @Then("{image} is among {actor}'s images exactly once")
    public void isThereOnce(ImageName image, ActorName actor) {
        judge.ask(
                round -> {
                    lookAtOwnImages(round, actor);
                    String key = sent(round.history(), actor.member(), image).repeatKey();
                    return IdempotentRetries.oneImage(
                            actor.member(), String.valueOf(key), round.history());
                });
    }

    @Then("{string} stands exactly once below {image}")
    public void standsOnce(String text, ImageName image) {
        judge.ask(
                round -> {
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        me.does(
                                new Operation.ListComments(
                                        round.world().image(image.value()), null, WHOLE_PAGE));
                    }
                    return IdempotentRetries.oneComment(text, round.history());
                });
    }

    private static boolean isSettled(Call call) {
        return call.outcome().isDefinite() && !call.outcome().isRefused(Refusal.NOT_READY);
    }

    private static void breakOff(ActorSession me, ImageName image) throws GateClosed {
        Operation.UploadImage upload = repeatable(me, image);
        me.breaksOff(upload, BreakOff.AFTER_SENDING);
    }

    /** The repetition has to wait while the first attempt is still being processed. */
    private static void sendAgain(ActorSession me, ActorSession now, ImageName image)
            throws GateClosed {
        Operation upload = sent(me.soFar(), me.name().member(), image);
        Call call = now.until(upload, RetrySteps::isSettled, Sessions.LIMIT);
        UploadCalls.know(me, image.value(), call);
    }

    private static Operation.UploadImage repeatable(ActorSession me, ImageName image) {
        Operation.UploadImage upload = me.picture(image.value(), PictureFactory.Kind.GOOD);
        me.world().entitle(image.value(), upload.title());
        return upload.repeatable(upload.title());
    }

    /** The last upload of that name by the member. */
    private static Operation.UploadImage sent(History history, String member, ImageName image) {
        List<Call> uploads =
                history.where(
                                call ->
                                        call.actor().member().equals(member)
                                                && UploadCalls.isUploadOf(image, call))
                        .calls();
        if (uploads.isEmpty()) {
            throw new IllegalStateException("no earlier step sent “" + image.value() + "”");
        }
        return (Operation.UploadImage) uploads.getLast().operation();
    }

    /** The comment in these words that the member sent last, with the key it was sent with. */
    private static Operation commented(History history, String member, String text, ImageId image) {
        return history.of(Operation.AddComment.class).stream()
                .filter(call -> call.actor().member().equals(member))
                .map(Call::operation)
                .filter(
                        operation ->
                                operation instanceof Operation.AddComment comment
                                        && comment.image().equals(image)
                                        && comment.text().equals(text))
                .reduce((_, later) -> later)
                .orElseThrow(
                        () -> new IllegalStateException("nobody commented “" + text + "” before"));
    }

    private static void lookAtOwnImages(Round round, ActorName actor) throws GateClosed {
        ActorSession me = round.observer(actor);
        Call list = me.does(new Operation.ListImages(null, WHOLE_PAGE));
        Answer.ImagesListed listed = list.answer(Answer.ImagesListed.class);
        for (ImageId image : listed == null ? List.<ImageId>of() : listed.ids()) {
            me.does(new Operation.ReadImage(image));
        }
    }
}
