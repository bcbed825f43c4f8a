package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.UploadCompletion;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;

/** Ways of looking at the gallery after the action. What is seen goes into the history. */
final class Observations {
    private static final int PAGE = 10;
    private static final int MOST_PAGES = 1_000;

    private Observations() {}

    /** Looks at an image until its processing is over, or should be; returns the last look. */
    static Call untilProcessed(ActorSession me, ImageId image, Duration processing)
            throws GateClosed {
        return me.until(new Operation.ReadImage(image), Observations::isProcessed, processing);
    }

    /** Looks at each accepted image until its processing is over, or should be. */
    static void untilProcessed(Round round, Duration processing) throws GateClosed {
        for (Map.Entry<ImageId, Call> upload :
                UploadCompletion.acknowledged(round.history()).entrySet()) {
            round.observer(upload.getValue().actor())
                    .until(
                            new Operation.ReadImage(upload.getKey()),
                            read -> isProcessed(read) || read.outcome().isRefused(Refusal.GONE),
                            processing);
        }
    }

    /** Whether a reading shows an image whose processing is over. */
    private static boolean isProcessed(Call read) {
        Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
        return seen != null && seen.status() != ImageStatus.PROCESSING;
    }

    /** Waits until so much time has passed since the last of these calls; not at all for none. */
    static void untilPassed(Round round, Duration time, History since) {
        if (!since.isEmpty()) {
            round.untilPassed(time, since.calls().getLast().times().ended());
        }
    }

    /** Reads all pages of one's own images. */
    static void listImages(ActorSession me) throws GateClosed {
        PageWalk.read(me, MOST_PAGES, after -> new Operation.ListImages(after, PAGE));
    }

    /** Reads all pages of one's own votes. */
    static void listVotes(ActorSession me) throws GateClosed {
        PageWalk.read(me, MOST_PAGES, after -> new Operation.ListVotes(after, PAGE));
    }

    /** Reads all pages of one's own favourites. */
    static void listFavourites(ActorSession me) throws GateClosed {
        PageWalk.read(me, MOST_PAGES, after -> new Operation.ListFavourites(after, PAGE));
    }

    /** Everybody who ever voted in this round lists their votes. */
    static void listEverybodysVotes(Round round) throws GateClosed {
        for (ActorName voter : Votes.voters(round)) {
            listVotes(round.observer(voter));
        }
    }

    /** Everybody who ever had a favourite in this round lists their favourites. */
    static void listEverybodysFavourites(Round round) throws GateClosed {
        for (ActorName fan : Favourites.fans(round)) {
            listFavourites(round.observer(fan));
        }
    }

    /** Looks at one's account through every door. */
    static void readAccount(Round round, ActorName actor) throws GateClosed {
        for (ActorSession me : round.observers(actor)) {
            me.does(new Operation.ReadSelf());
        }
    }

    /** Looks at an image through every door, as somebody who has no part in what happened. */
    static List<Call> lookAt(Round round, ImageId image) throws GateClosed {
        List<Call> looks = new ArrayList<>();
        for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
            looks.add(me.does(new Operation.ReadImage(image)));
        }
        return looks;
    }

    /** The same with every image of the round. */
    static void lookAtAll(Round round) throws GateClosed {
        for (ImageId image : round.world().images()) {
            lookAt(round, image);
        }
    }

    /** Opens the picture of an image, again while it is still processing. */
    static void openPicture(ActorSession me, ImageId image, Duration processing) throws GateClosed {
        me.until(
                new Operation.ReadBytes(image),
                read -> !read.outcome().isRefused(Refusal.NOT_READY),
                processing);
    }

    /** Looks for an image in every way there is, through every door, as each of these people. */
    static void lookEverywhere(Round round, String name, List<ActorName> people) throws GateClosed {
        ImageId image = round.world().image(name);
        String word = PictureFactory.uniqueWord(round.world().title(name));
        for (ActorName person : people) {
            for (ActorSession me : round.observers(person)) {
                me.does(new Operation.ReadImage(image));
                me.does(new Operation.ReadBytes(image));
                me.does(new Operation.SearchImages(word, null, PAGE));
            }
        }
        listImages(round.observer(people.getFirst()));
    }

    /** Where only one kind was seen, nothing was tried that the example is about. */
    static Verdict acceptedAndRefused(History calls, Predicate<Call> refused) {
        return calls.stream().anyMatch(Call::accepted) && calls.stream().anyMatch(refused)
                ? Verdict.holds()
                : new Verdict.Undecided(
                        "some should be accepted and some refused; only one was seen");
    }
}
