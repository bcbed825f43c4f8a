package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.actors.RunContext;
import meanwhile.check.Answers;
import meanwhile.check.Classification;
import meanwhile.check.FiltersDuringMerge;
import meanwhile.check.UploadCompletion;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.steps.ParameterTypes.ImageName;
import meanwhile.steps.ParameterTypes.TopicName;
import org.jspecify.annotations.Nullable;

/** Phrases about categories and breeds. */
public final class TaxonomySteps {
    private static final int WHOLE_PAGE = 100;

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public TaxonomySteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    @Given("there is a {topicKind} {topic}")
    public void thereIs(TopicKind kind, TopicName name) {
        script.given(
                new ActorName(RunContext.ADMINISTRATOR, null),
                me ->
                        me.world()
                                .know(
                                        name.value(),
                                        me.must(
                                                        new Operation.CreateTopic(
                                                                kind, unique(me, name)),
                                                        Answer.TopicMade.class)
                                                .id()));
    }

    @Given("there is a {topicKind} {topic} and a {topicKind} {topic}")
    public void thereAre(TopicKind kind, TopicName name, TopicKind other, TopicName another) {
        thereIs(kind, name);
        thereIs(other, another);
    }

    @Given("{actor} has uploaded {int} images into the {topicKind} {topic}")
    public void hasUploaded(ActorName actor, int number, TopicKind kind, TopicName name) {
        script.given(
                actor,
                me -> {
                    List<ImageId> images = new ArrayList<>();
                    for (int i = 0; i < number; i++) {
                        images.add(taken(me, me.nextName(), kind, name));
                    }
                    for (ImageId image : images) {
                        UploadCalls.mustBecomeReady(me, image, promised.processing());
                    }
                });
    }

    @Given("{actor} has uploaded {image} into the {topicKind} {topic}")
    public void hasUploaded(ActorName actor, ImageName image, TopicKind kind, TopicName name) {
        script.given(
                actor,
                me ->
                        UploadCalls.mustBecomeReady(
                                me, taken(me, image.value(), kind, name), promised.processing()));
    }

    @When("{actor} uploads an image into the {topicKind} {topic}")
    public void uploads(ActorName actor, TopicKind kind, TopicName name) {
        script.attempts(actor, me -> upload(me, me.nextName(), kind, name));
    }

    @When("{actor} moves {image} to the {topicKind} {topic}")
    public void moves(ActorName actor, ImageName image, TopicKind kind, TopicName name) {
        script.attempts(
                actor,
                me -> {
                    TopicId topic = me.world().topic(name.value());
                    me.does(
                            new Operation.ChangeImage(
                                    me.world().image(image.value()),
                                    null,
                                    null,
                                    kind == TopicKind.CATEGORY ? topic : null,
                                    kind == TopicKind.BREED ? topic : null,
                                    null,
                                    version(me, me.world().image(image.value()))));
                });
    }

    @When("{actor} renames the {topicKind} {topic} to {topic}")
    public void renames(ActorName actor, TopicKind kind, TopicName old, TopicName name) {
        script.attempts(
                actor,
                me -> {
                    TopicId topic = me.world().topic(old.value());
                    me.does(new Operation.RenameTopic(kind, topic, unique(me, name)));
                });
    }

    @When("{actor} merges the {topicKind} {topic} into {topic}")
    public void merges(ActorName actor, TopicKind kind, TopicName one, TopicName other) {
        script.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.MergeTopics(
                                        kind,
                                        me.world().topic(one.value()),
                                        me.world().topic(other.value()))));
    }

    @When("{actor} removes the {topicKind} {topic}")
    public void removes(ActorName actor, TopicKind kind, TopicName name) {
        script.attempts(
                actor,
                me ->
                        me.does(
                                new Operation.RemoveTopic(
                                        kind, me.world().topic(name.value()), null)));
    }

    @When("{actor} lists the {topicKind} {topic} {int} times")
    public void lists(ActorName actor, TopicKind kind, TopicName name, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        list(me, kind, me.world().topic(name.value()));
                    }
                });
    }

    @Then("uploads are refused only because their {topicKind} is gone")
    public void refusedOnlyBecauseGone(TopicKind kind) {
        judge.ask(
                round ->
                        Answers.refusedOnlyFor(
                                UploadCalls.of(round.history()),
                                // Refers to the image and not to its category: the request makes no
                                // sense.
                                Set.of(Refusal.INVALID, Refusal.GONE, Refusal.NEVER_KNOWN)));
    }

    @Then("every accepted image is in a {topicKind} that exists")
    public void inOneThatExists(TopicKind kind) {
        judge.ask(
                round -> {
                    lookAtAll(round, kind);
                    return Classification.inOneThatExists(kind, round.history());
                });
    }

    @Then("each image's {topicKind}, the lists and the counts agree")
    public void allAgree(TopicKind kind) {
        judge.ask(
                round -> {
                    lookAtAll(round, kind);
                    return Classification.agree(kind, round.history());
                });
    }

    @Then("every look shows the {topicKind} {topic} before or after it went into {topic}")
    public void everyLookIsOldOrNew(TopicKind kind, TopicName one, TopicName other) {
        judge.ask(
                round -> {
                    TopicId from = round.world().topic(one.value());
                    TopicId into = round.world().topic(other.value());
                    settle(round);
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        list(me, kind, from);
                        list(me, kind, into);
                    }
                    return FiltersDuringMerge.oldOrNew(
                            kind,
                            new FiltersDuringMerge.Move(from, into),
                            round.history(),
                            promised.propagation().toNanos());
                });
    }

    private static String unique(ActorSession me, TopicName name) {
        return me.uniqueName(name.value());
    }

    private static Call upload(ActorSession me, String image, TopicKind kind, TopicName name)
            throws GateClosed {
        TopicId topic = me.world().topic(name.value());
        Placement placement =
                kind == TopicKind.CATEGORY
                        ? Placement.under(topic, null)
                        : Placement.under(null, topic);
        return UploadCalls.upload(
                me, image, me.picture(image, PictureFactory.Kind.GOOD).with(placement));
    }

    private static ImageId taken(ActorSession me, String image, TopicKind kind, TopicName name)
            throws GateClosed {
        me.requireAccepted(upload(me, image, kind, name));
        return me.world().image(image);
    }

    /** The version of an image after its upload, or as it was last read. */
    private static @Nullable Long version(ActorSession me, ImageId image) {
        Long version = 1L;
        for (Call call : me.soFar().of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
            version = seen != null && seen.id().equals(image) ? seen.version() : version;
        }
        return version;
    }

    private static void list(ActorSession me, TopicKind kind, TopicId topic) throws GateClosed {
        me.does(
                kind == TopicKind.CATEGORY
                        ? new Operation.FilterByCategory(topic, null, WHOLE_PAGE)
                        : new Operation.FilterByBreed(topic, null, WHOLE_PAGE));
    }

    /** Waits until all changes should be visible to all. */
    private void settle(Round round) {
        Observations.untilPassed(round, promised.propagation(), round.history().in(Phase.WHEN));
    }

    /** Reads every image, list and count of this round, through every address. */
    private void lookAtAll(Round round, TopicKind kind) throws GateClosed {
        Observations.untilProcessed(round, promised.processing());
        settle(round);
        for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
            for (ImageId image : UploadCompletion.acknowledged(round.history()).keySet()) {
                me.does(new Operation.ReadImage(image));
            }
            for (TopicId topic : Classification.topics(kind, round.history())) {
                list(me, kind, topic);
            }
            me.does(new Operation.ListTopics(kind));
        }
    }
}
