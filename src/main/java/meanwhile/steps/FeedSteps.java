package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.FeedPaging;
import meanwhile.check.SearchResults;
import meanwhile.check.UploadCompletion;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.steps.ParameterTypes.ImageName;
import org.jspecify.annotations.Nullable;

/** Phrases about feeds and searching. */
public final class FeedSteps {
    private static final int PAGE = 4;
    private static final int FEED_PAGE = 20;
    private static final int MOST_PAGES = 50;
    private static final int FEED_PAGES = 25;

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public FeedSteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    @Given("{actor} has uploaded {int} images tagged {image}")
    public void hasUploadedTagged(ActorName actor, int number, ImageName tag) {
        script.given(
                actor,
                me -> {
                    for (int i = 0; i < number; i++) {
                        ImageId image = uploadTagged(me, tag);
                        Observations.untilProcessed(me, image, promised.processing());
                    }
                });
    }

    @When("{actor} uploads {int} images tagged {image} one after another")
    public void uploadsTagged(ActorName actor, int number, ImageName tag) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < number; i++) {
                        uploadTagged(me, tag);
                    }
                });
    }

    @When("{actor} reads everything tagged {image} page by page, {int} times")
    public void readsTagged(ActorName actor, ImageName tag, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        String word = word(me, tag);
                        PageWalk.read(
                                me,
                                MOST_PAGES,
                                after -> new Operation.FilterByTag(word, after, PAGE));
                    }
                });
    }

    @When("{actor} leafs through the newest pages of the feed")
    public void leafs(ActorName actor) {
        script.attempts(actor, FeedSteps::leaf);
    }

    @When("{actor} searches for {image} and looks at it, {int} times")
    public void searches(ActorName actor, ImageName image, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        me.does(search(me.world().title(image.value())));
                        me.does(new Operation.ReadImage(me.world().image(image.value())));
                    }
                });
    }

    @When("{actor} looks at the feed and then at {image}, {int} times")
    public void looksAtTheFeed(ActorName actor, ImageName image, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        me.does(new Operation.ReadFeed(null, FEED_PAGE));
                        me.does(new Operation.ReadImage(me.world().image(image.value())));
                    }
                });
    }

    @Then("no walk shows an image twice or misses one that was there all the time")
    public void walks() {
        judge.ask(round -> FeedPaging.complete(round.history(), promised.propagation()));
    }

    @Then("every walk through the feed shows the newest first")
    public void newestFirst() {
        judge.ask(round -> FeedPaging.newestFirst(round.history()));
    }

    @Then("{image} is found by everybody within the promised delay")
    public void isFound(ImageName image) {
        judge.ask(
                round -> {
                    settle(round);
                    searchEach(round);
                    return SearchResults.exactly(round.history());
                });
    }

    @Then("{image} is found by nobody")
    public void isNotFound(ImageName image) {
        judge.ask(
                Observations.GONE,
                round -> {
                    settle(round);
                    searchEach(round);
                    return SearchResults.nowhere(
                            round.world().image(image.value()), round.history());
                });
    }

    @Then("nobody finds {image} before it is ready")
    public void notBeforeReady(ImageName image) {
        judge.ask(
                Premises.needs(
                        "somebody looked for it meanwhile",
                        round ->
                                round.history()
                                        .in(Phase.WHEN)
                                        .where(
                                                call ->
                                                        call.answer(Answer.ImagesListed.class)
                                                                != null)),
                round -> {
                    // A search that never finds it, ready or not, would prove nothing.
                    settle(round);
                    searchEach(round);
                    return SearchResults.notBeforeReady(
                            round.world().image(image.value()), round.history());
                });
    }

    @Then("every ready image is found by its words and by its tag, and nothing else is")
    public void indexIsExact() {
        judge.ask(
                round -> {
                    settle(round);
                    searchEach(round);
                    return SearchResults.exactly(round.history());
                });
    }

    /** Waits until everything is processed and the promised delay has passed. */
    private void settle(Round round) throws GateClosed {
        Observations.untilProcessed(round, promised.processing());
        Observations.untilPassed(round, promised.propagation(), round.history());
    }

    private static void searchEach(Round round) throws GateClosed {
        for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
            Set<String> tags = new TreeSet<>();
            for (Call upload : UploadCompletion.acknowledged(round.history()).values()) {
                if (upload.operation() instanceof Operation.UploadImage taken) {
                    me.does(search(taken.title()));
                    String tag = taken.placement().tags();
                    if (tag != null) {
                        tags.add(tag);
                    }
                }
            }
            for (String tag : tags) {
                me.does(new Operation.FilterByTag(tag, null, 100));
            }
        }
    }

    private static Operation search(String title) {
        return new Operation.SearchImages(PictureFactory.uniqueWord(title), null, 10);
    }

    private static ImageId uploadTagged(ActorSession me, ImageName tag) throws GateClosed {
        String name = me.nextName();
        Operation.UploadImage upload =
                me.picture(name, PictureFactory.Kind.GOOD).with(Placement.tagged(word(me, tag)));
        me.world().entitle(name, upload.title());
        ImageId id = me.must(upload, Answer.UploadTaken.class).id();
        me.world().know(name, id);
        return id;
    }

    /** A tag that is unique to this round. */
    private static String word(ActorSession me, ImageName tag) {
        return me.world().unique(tag.value(), () -> me.uniqueName(tag.value()));
    }

    /** Reads pages until all images that the example created before have passed. */
    private static void leaf(ActorSession me) throws GateClosed {
        List<ImageId> all =
                UploadCompletion.acknowledged(me.soFar().in(Phase.GIVEN)).keySet().stream()
                        .toList();
        int passed = 0;
        @Nullable Cursor after = null;
        for (int page = 0; page < FEED_PAGES && passed < all.size(); page++) {
            Call call = me.does(new Operation.ReadFeed(after, FEED_PAGE));
            Answer.ImagesListed listed = call.answer(Answer.ImagesListed.class);
            passed +=
                    listed == null ? 0 : (int) listed.ids().stream().filter(all::contains).count();
            after = PageWalk.next(call);
            if (after == null) {
                return;
            }
        }
    }
}
