package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.check.ImageNews;
import meanwhile.check.UploadCompletion;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about waiting for news. */
public final class PollSteps {
    /** Short enough for one answer to fit into the time limit of a request. */
    private static final int WAIT_SECONDS = 4;

    /** How many waits may end with other members' news. */
    private static final int WAITS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public PollSteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    @Given("{int} members have caught up with the news")
    public void haveCaughtUp(int members) {
        for (int i = 1; i <= members; i++) {
            hasCaughtUp(member(i));
        }
    }

    @Given("{actor} and {actor} have caught up with the news")
    public void haveCaughtUp(ActorName one, ActorName other) {
        hasCaughtUp(one);
        hasCaughtUp(other);
    }

    @Given("{actor} has caught up with the news")
    public void hasCaughtUp(ActorName actor) {
        script.given(actor, me -> catchUp(me, me.name()));
    }

    @When("{int} members start waiting for {int} new image(s)")
    public void startWaiting(int members, int images) {
        for (int i = 1; i <= members; i++) {
            startsWaiting(member(i), images);
        }
    }

    @When("{actor} starts waiting for {int} new image(s)")
    public void startsWaiting(ActorName actor, int images) {
        script.starts(actor, me -> untilHeard(me, me.world().bookmark(me.name()), images));
    }

    /** Every device waits for the same news: those that the member has not heard yet. */
    @When("{actor} starts waiting for news on {int} devices")
    public void startsWaitingOn(ActorName actor, int devices) {
        for (int i = 1; i <= devices; i++) {
            script.starts(
                    new ActorName(actor.member(), "device " + i),
                    me ->
                            me.does(
                                    new Operation.AwaitNews(
                                            me.world().bookmark(actor), WAIT_SECONDS)));
        }
    }

    /** On a quiet target the first wait ends with no news; other members' news may come before. */
    @When("{actor} waits for news until none comes")
    public void waitsInVain(ActorName actor) {
        script.attempts(actor, me -> inVain(me, me.world().bookmark(actor)));
    }

    @Then("everybody who waited hears of every new image exactly once")
    public void everybodyHears() {
        judge.ask(
                round ->
                        ImageNews.heardOnce(
                                round.history().in(Phase.WHEN),
                                promised.processing(),
                                promised.propagation()));
    }

    @Then("nobody hears of a new image much later than the others")
    public void comparableDelay() {
        judge.ask(
                round ->
                        ImageNews.heardTogether(
                                round.history().in(Phase.WHEN), promised.propagation()));
    }

    @Then("{actor} hears of {image} exactly once")
    public void hears(ActorName actor, ImageName image) {
        judge.ask(
                round -> {
                    ImageId id = round.world().image(image.value());
                    History own =
                            round.history()
                                    .in(Phase.WHEN)
                                    .where(call -> call.actor().equals(actor));
                    Verdict letIn = ImageNews.letIn(own);
                    if (!(letIn instanceof Verdict.Holds)) {
                        return letIn;
                    }
                    return ImageNews.heardOnce(
                            round.history()
                                    .in(Phase.WHEN)
                                    .where(
                                            call ->
                                                    call.actor().equals(actor)
                                                            || uploaded(call, id)),
                            promised.processing(),
                            promised.propagation());
                });
    }

    private static boolean uploaded(Call call, ImageId image) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        return taken != null && taken.id().equals(image);
    }

    private static void inVain(ActorSession me, Cursor from) throws GateClosed {
        Cursor after = from;
        for (int i = 0; i < WAITS; i++) {
            Answer.NewsSeen seen =
                    me.must(new Operation.AwaitNews(after, 1), Answer.NewsSeen.class);
            if (seen.news().isEmpty()) {
                return;
            }
            after = seen.next() == null ? after : seen.next();
        }
        throw new UndecidedException("news arrived in every wait");
    }

    private static void catchUp(ActorSession me, ActorName name) throws GateClosed {
        Answer.NewsSeen seen = me.must(new Operation.AwaitNews(null, 0), Answer.NewsSeen.class);
        me.world().bookmark(name, Objects.requireNonNull(seen.next(), "no place in the news"));
    }

    /**
     * Polls again, each time after the last news, until enough was heard. News of an image may
     * arrive before the answer to its upload: while some are of unknown images, waits are short,
     * and the news heard are counted again after each.
     */
    private static void untilHeard(ActorSession me, Cursor from, int images) throws GateClosed {
        Cursor after = from;
        Set<ImageId> heard = new HashSet<>();
        long last = System.nanoTime() + PATIENCE.toNanos();
        while (known(me, heard).size() < images && System.nanoTime() - last < 0) {
            boolean clear = me.world().images().containsAll(heard);
            Answer.NewsSeen seen =
                    me.does(new Operation.AwaitNews(after, clear ? WAIT_SECONDS : 1))
                            .answer(Answer.NewsSeen.class);
            if (seen == null) {
                return;
            }
            after = seen.next() == null ? after : seen.next();
            seen.news().stream()
                    .map(Answer.NewsItem::image)
                    .filter(Objects::nonNull)
                    .forEach(heard::add);
        }
    }

    /**
     * The images that this round knows. News of earlier uploads may come late, and do not count.
     */
    private static Set<ImageId> known(ActorSession me, Set<ImageId> heard) {
        Set<ImageId> known = new HashSet<>(heard);
        known.retainAll(me.world().images());
        known.removeAll(UploadCompletion.acknowledged(me.soFar().in(Phase.GIVEN)).keySet());
        return known;
    }

    private static ActorName member(int number) {
        return new ActorName("member " + number, null);
    }
}
