package meanwhile.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.check.Answers;
import meanwhile.check.MaintenanceWindow;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about maintenance, and about upkeep such as purging and reindexing. */
public final class MaintenanceSteps {
    /** How long maintenance lasts beyond the time until everybody knows of it. */
    private static final Duration MOMENT = Duration.ofMillis(150);

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int PAGE = 10;

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final TargetCapabilities target;
    private final ExampleJudge judge;

    public MaintenanceSteps(
            ExampleScript script,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.target = target;
        this.judge = judge;
    }

    @When("{actor} begins maintenance and ends it again after a while")
    public void holdsMaintenance(ActorName actor) {
        script.attempts(
                actor,
                me -> {
                    try {
                        me.does(new Operation.SetMaintenance(true));
                        me.waits(promised.propagation().plus(MOMENT));
                    } finally {
                        // In any case, so that no other example finds the gallery closed.
                        me.until(new Operation.SetMaintenance(false), Call::accepted, LIMIT);
                    }
                });
    }

    @When("{actor} goes on voting on {image} until maintenance has come and gone")
    public void goesOnVoting(ActorName actor, ImageName image) {
        // After a vote that is refused, the one before it is sent again.
        target.votesUpAndDown(actor, image);
        target.needs(Capability.REPEATED_VOTE_STANDS);
        script.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    boolean[] up = {false};
                    throughMaintenance(
                            me,
                            () -> {
                                up[0] = !up[0];
                                VoteValue value = up[0] ? VoteValue.UP : VoteValue.DOWN;
                                return me.does(new Operation.CastVote(id, value));
                            });
                });
    }

    @When("{actor} goes on uploading until maintenance has come and gone")
    public void goesOnUploading(ActorName actor) {
        script.attempts(
                actor,
                me ->
                        throughMaintenance(
                                me,
                                () ->
                                        UploadCalls.upload(
                                                me, me.nextName(), PictureFactory.Kind.GOOD)));
    }

    @When("{actor} goes on looking at {image} until maintenance has come and gone")
    public void goesOnLooking(ActorName actor, ImageName image) {
        script.attempts(
                actor,
                me -> {
                    ImageId id = me.world().image(image.value());
                    String word = PictureFactory.uniqueWord(me.world().title(image.value()));
                    throughMaintenance(
                            me,
                            () -> {
                                me.does(new Operation.ReadBytes(id));
                                me.does(new Operation.SearchImages(word, null, PAGE));
                                return me.does(new Operation.ReadImage(id));
                            });
                });
    }

    @When("{actor} goes on trying every kind of change until maintenance has come and gone")
    public void goesOnChanging(ActorName actor) {
        script.attempts(actor, me -> throughMaintenance(me, () -> EveryChange.once(me)));
    }

    @When("{actor} has the search built anew {int} times")
    public void reindexes(ActorName actor, int times) {
        script.attempts(actor, me -> me.does(new Operation.Reindex(), times));
    }

    @When("{actor} has deleted images purged {int} times")
    public void purges(ActorName actor, int times) {
        script.attempts(actor, me -> me.does(new Operation.Purge(), times));
    }

    @When("{actor} searches for {image} {int} times")
    public void searches(ActorName actor, ImageName image, int times) {
        script.attempts(
                actor,
                me -> {
                    String word = PictureFactory.uniqueWord(me.world().title(image.value()));
                    me.does(new Operation.SearchImages(word, null, PAGE), times);
                });
    }

    @Then("every look is served")
    public void everyLookIsServed() {
        judge.ask(
                round -> {
                    History looks =
                            round.history()
                                    .in(Phase.WHEN)
                                    .where(call -> call.operation() instanceof Operation.Read);
                    return Verdict.worst(
                            List.of(
                                    Answers.accepted(looks),
                                    Answers.definite(looks, round.history(), promised.answer())));
                });
    }

    @Then("changes are put off during maintenance and at no other time")
    public void changesArePutOff() {
        judge.ask(
                round -> MaintenanceWindow.refusesChanges(round.history(), promised.propagation()));
    }

    @Then("uploads are put off only because of maintenance")
    public void uploadsArePutOff() {
        judge.ask(
                round ->
                        Answers.refusedOnlyFor(
                                UploadCalls.of(round.history()), Set.of(Refusal.MAINTENANCE)));
    }

    @Then("every search finds {image}")
    public void everySearchFinds(ImageName image) {
        judge.ask(
                Premises.needs(
                        "somebody searched meanwhile",
                        round -> round.history().in(Phase.WHEN).of(Operation.SearchImages.class)),
                round -> {
                    String word = PictureFactory.uniqueWord(round.world().title(image.value()));
                    for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                        me.does(new Operation.SearchImages(word, null, PAGE));
                    }
                    return MaintenanceWindow.alwaysFound(
                            round.world().image(image.value()), word, round.history());
                });
    }

    private interface Attempt {
        Call once() throws GateClosed;
    }

    /** Goes on until maintenance has begun and ended, and then once more. */
    private static void throughMaintenance(ActorSession me, Attempt attempt) throws GateClosed {
        long end = attempt.once().times().ended() + LIMIT.toNanos();
        boolean over = false;
        while (!over && attempt.once().times().ended() < end) {
            over =
                    me.soFar().of(Operation.SetMaintenance.class).stream()
                            .anyMatch(
                                    call ->
                                            call.accepted()
                                                    && call.operation()
                                                            instanceof
                                                            Operation.SetMaintenance(boolean on)
                                                    && !on);
        }
        attempt.once();
    }
}
