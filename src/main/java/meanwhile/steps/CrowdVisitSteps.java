package meanwhile.steps;

import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about the behaviour of a crowd's members. */
public final class CrowdVisitSteps {
    /** The pause between two calls: short enough for an example, and random. */
    private static final int LONGEST_THOUGHT_MILLIS = 120;

    private final ExampleScript script;
    private final TargetCapabilities target;

    public CrowdVisitSteps(ExampleScript script, TargetCapabilities target) {
        this.script = script;
        this.target = target;
    }

    @When("{actor} looks at any image")
    public void looksAtAny(ActorName actor) {
        script.attempts(actor, me -> me.does(new Operation.ReadImage(any(me, me.chance()))));
    }

    /** Nine in ten read, the others vote elsewhere: as many calls as in the next phrase. */
    @When("{actor} looks at {image} or votes up on another image")
    public void looksOrVotesElsewhere(ActorName actor, ImageName image) {
        target.votes(actor, VoteValue.UP, null);
        script.attempts(
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
        target.votes(actor, VoteValue.UP, null);
        script.attempts(
                actor,
                me -> {
                    ImageId popular = me.world().image(image.value());
                    if (!votedElsewhere(me, popular)) {
                        VoteCalls.vote(me, VoteValue.UP, popular);
                    }
                });
    }

    @When("{actor} looks around and votes, favourites, comments or uploads")
    public void usesTheGallery(ActorName actor) {
        target.votes(actor, VoteValue.UP, null);
        target.votes(actor, VoteValue.DOWN, null);
        target.favours(actor, null);
        script.attempts(actor, CrowdVisitSteps::visit);
    }

    @When("{actor} sends a picture over a slow line")
    public void sendsSlowly(ActorName actor) {
        script.attempts(
                actor,
                me ->
                        me.through(0)
                                .sendsSlowly(
                                        me.picture(me.nextName(), PictureFactory.Kind.GOOD),
                                        Duration.ofSeconds(2)));
    }

    /** Votes on another image in one of ten cases. */
    private static boolean votedElsewhere(ActorSession me, ImageId popular) throws GateClosed {
        Random chance = me.chance();
        if (chance.nextInt(10) > 0) {
            return false;
        }
        ImageId other = any(me, chance);
        while (other.equals(popular)) {
            other = any(me, chance);
        }
        VoteCalls.vote(me, VoteValue.UP, other);
        return true;
    }

    private static ImageId any(ActorSession me, Random chance) {
        List<ImageId> images = me.world().images();
        return images.get(chance.nextInt(images.size()));
    }

    /**
     * Picks by Zipf's law: the k-th most popular image is drawn 1/k times as often as the first.
     */
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

    /** Reads, pauses, then votes, comments or favours; sometimes uploads and deletes a picture. */
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
            default -> VoteCalls.vote(me, VoteValue.of(chance.nextBoolean() ? 1 : -1), image);
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
