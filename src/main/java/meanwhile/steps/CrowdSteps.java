package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.Answers;
import meanwhile.check.Latency;
import meanwhile.check.Verdict;
import meanwhile.check.VoteTotals;
import meanwhile.check.WholeHistory;
import meanwhile.check.WorkloadMix;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about crowds. */
public final class CrowdSteps {
    /** Thinking between two steps: short, as an example should be, and different each time. */
    private static final int LONGEST_THOUGHT_MILLIS = 120;

    private final ExampleContext stage;

    public CrowdSteps(ExampleContext stage) {
        this.stage = stage;
    }

    @When("{actor} looks at any image")
    public void looksAtAny(ActorName actor) {
        stage.attempts(actor, me -> me.does(new Operation.ReadImage(any(me, me.chance()))));
    }

    /** Nine in ten look, the others vote elsewhere: as many calls as in the next phrase. */
    @When("{actor} looks at {image} or votes up on another image")
    public void looksOrVotesElsewhere(ActorName actor, ImageName image) {
        stage.attempts(
                actor,
                me -> {
                    ImageId popular = me.world().image(image.value());
                    if (!votedElsewhere(me, popular)) {
                        me.does(new Operation.ReadImage(popular));
                    }
                });
    }

    @When("{actor} votes up on {image} or on another image")
    public void votesOrVotesElsewhere(ActorName actor, ImageName image) {
        stage.attempts(
                actor,
                me -> {
                    ImageId popular = me.world().image(image.value());
                    if (!votedElsewhere(me, popular)) {
                        VoteSteps.vote(me, VoteValue.UP, popular);
                    }
                });
    }

    @When("{actor} uses the gallery as members do")
    public void usesTheGallery(ActorName actor) {
        stage.attempts(actor, CrowdSteps::visit);
    }

    @When("{actor} sends a picture over a slow line")
    public void sendsSlowly(ActorName actor) {
        stage.attempts(
                actor,
                me ->
                        me.through(0)
                                .sendsSlowly(
                                        me.picture(me.nextName(), PictureFactory.Kind.GOOD),
                                        Duration.ofSeconds(2)));
    }

    /** What is promised for the time after a burst cannot be judged before. */
    @When("the gallery has had the promised time to recover")
    public void recovers() {
        stage.attempts(ActorName.ONLOOKER, me -> me.waits(stage.pressure().recovery()));
    }

    @Then("everybody is answered in good time")
    public void everybodyIsAnswered() {
        stage.judge(
                round ->
                        Answers.definite(
                                round.history().in(Phase.WHEN), round.history(), stage.answer()));
    }

    @Then("everybody is served")
    public void everybodyIsServed() {
        stage.judge(round -> Answers.refusedOnlyFor(round.history().in(Phase.WHEN), Set.of()));
    }

    @Then("whoever is refused is told at once, and when to come back")
    public void refusedAtOnce() {
        stage.judge(
                round ->
                        Latency.refusedAtOnce(
                                round.history().in(Phase.WHEN), stage.pressure().refusal()));
    }

    /** Then nothing was tried that this example is about. */
    static final String ONE_KIND = "some should be accepted and some refused; only one was seen";

    @Witness
    @Then("some are served and some are refused")
    public void bothWereSeen() {
        stage.judge(
                round -> {
                    History calls = round.history().in(Phase.WHEN);
                    boolean both =
                            calls.stream().anyMatch(Call::accepted)
                                    && calls.stream()
                                            .anyMatch(
                                                    call ->
                                                            call.outcome().isDefinite()
                                                                    && !call.accepted());
                    return both ? Verdict.holds() : new Verdict.Undecided(ONE_KIND);
                });
    }

    @Then("the last crowd is answered as quickly as the first")
    public void asQuickly() {
        stage.judge(
                round ->
                        Latency.asQuick(
                                round.crowd(1), round.crowd(round.crowds()), stage.pressure()));
    }

    @Then("voting on images other than {image} is as quick in the last crowd as in the first")
    public void othersAsQuick(ImageName image) {
        stage.judge(
                round -> {
                    ImageId hot = round.world().image(image.value());
                    return Latency.asQuick(
                            votesElsewhere(round.crowd(1), hot),
                            votesElsewhere(round.crowd(round.crowds()), hot),
                            stage.pressure());
                });
    }

    @Then("the totals of every image are explained by its votes")
    public void allTotalsExplained() {
        stage.judge(
                round -> {
                    lookAtAll(round);
                    List<Verdict> verdicts =
                            round.world().images().stream()
                                    .map(
                                            image ->
                                                    VoteTotals.explained(
                                                            image,
                                                            round.history(),
                                                            stage.totals(),
                                                            stage.counting()))
                                    .toList();
                    return Verdict.worst(verdicts);
                });
    }

    @Then("some order of all that happened explains all that was seen")
    public void explained() {
        stage.needs(Capability.ONE_VOTE_PER_MEMBER);
        stage.judge(
                round -> {
                    lookAtAll(round);
                    return WholeHistory.explained(round.history(), stage.propagation());
                });
    }

    @Witness
    @Then("a few images drew most of the visits")
    public void skewed() {
        stage.judge(round -> WorkloadMix.skewed(round.crowd(1)));
    }

    @Witness
    @Then("at least {int} members were there at the same time")
    public void overlapped(int members) {
        stage.judge(round -> WorkloadMix.overlap(round.crowd(1), members));
    }

    /** The figures themselves are on the page of the example. */
    @Witness
    @Then("it is known of every kind of action how often it failed and how long it took")
    public void figures() {
        stage.judge(
                round ->
                        Latency.figures(round.crowd(1)).size() >= 4
                                ? Verdict.holds()
                                : new Verdict.Undecided("too few kinds of requests were made"));
    }

    @Given("{int} images by Ana")
    public void images(int number) {
        stage.given(
                new ActorName("Ana", null),
                me -> {
                    for (int i = 0; i < number; i++) {
                        UploadSteps.ready(me, me.nextName(), stage.processing());
                    }
                });
    }

    private static void lookAtAll(Round round) throws GateClosed {
        for (ImageId image : round.world().images()) {
            for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
                me.does(new Operation.ReadImage(image));
            }
        }
    }

    private static History votesElsewhere(History crowd, ImageId hot) {
        return crowd.where(
                call ->
                        call.operation() instanceof Operation.CastVote vote
                                && !vote.image().equals(hot));
    }

    /** One in ten votes on another image. */
    private static boolean votedElsewhere(ActorSession me, ImageId popular) throws GateClosed {
        Random chance = me.chance();
        if (chance.nextInt(10) > 0) {
            return false;
        }
        ImageId other = any(me, chance);
        while (other.equals(popular)) {
            other = any(me, chance);
        }
        VoteSteps.vote(me, VoteValue.UP, other);
        return true;
    }

    private static ImageId any(ActorSession me, Random chance) {
        List<ImageId> images = me.world().images();
        return images.get(chance.nextInt(images.size()));
    }

    /** The k-th most popular image draws 1/k as many as the first (Zipf). */
    private static ImageId popular(List<ImageId> images, Random chance) {
        double all = 0;
        for (int k = 1; k <= images.size(); k++) {
            all += 1.0 / k;
        }
        double point = chance.nextDouble() * all;
        for (int k = 1; k <= images.size(); k++) {
            point -= 1.0 / k;
            if (point < 0) {
                return images.get(k - 1);
            }
        }
        return images.getLast();
    }

    /** Looks, thinks, votes or comments or favours, sometimes brings and takes back a picture. */
    private static void visit(ActorSession me) throws GateClosed {
        Random chance = me.chance();
        List<ImageId> images = me.world().images();
        ImageId image = popular(images, chance);
        me.does(new Operation.ReadImage(image));
        think(me, chance);
        switch (chance.nextInt(6)) {
            case 0 -> me.does(new Operation.AddComment(image, "How nice"));
            case 1 -> favour(me, image);
            case 2 -> bring(me);
            default -> VoteSteps.vote(me, VoteValue.of(chance.nextBoolean() ? 1 : -1), image);
        }
        think(me, chance);
        me.does(new Operation.ReadImage(image));
    }

    private static void favour(ActorSession me, ImageId image) throws GateClosed {
        Answer.FavouriteTaken taken =
                me.does(new Operation.AddFavourite(image)).answer(Answer.FavouriteTaken.class);
        if (taken != null) {
            me.does(new Operation.RemoveFavourite(taken.id(), image));
        }
    }

    private static void bring(ActorSession me) throws GateClosed {
        Answer.UploadTaken taken =
                me.does(me.picture("A guest's picture", PictureFactory.Kind.GOOD))
                        .answer(Answer.UploadTaken.class);
        if (taken != null) {
            me.does(new Operation.DeleteImage(taken.id()));
        }
    }

    private static void think(ActorSession me, Random chance) {
        me.waits(Duration.ofMillis(chance.nextInt(LONGEST_THOUGHT_MILLIS)));
    }
}
