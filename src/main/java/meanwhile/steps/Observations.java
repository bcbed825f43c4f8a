package meanwhile.steps;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.UploadCompletion;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;

/** Ways of looking at the gallery after the action. What is seen goes into the history. */
final class Observations {
    private static final int PAGE = 10;
    private static final int MOST_PAGES = 1_000;

    private Observations() {}

    /** Whether a reading shows an image whose processing is over. */
    static boolean isProcessed(Call read) {
        Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
        return seen != null && seen.status() != ImageStatus.PROCESSING;
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

    /** Reads all pages of one's own images. */
    static void listImages(ActorSession me) throws GateClosed {
        Cursor after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            after = next(me.does(new Operation.ListImages(after, PAGE)));
            if (after == null) {
                return;
            }
        }
    }

    /** Reads all pages of one's own votes. */
    static void listVotes(ActorSession me) throws GateClosed {
        Cursor after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            after = next(me.does(new Operation.ListVotes(after, PAGE)));
            if (after == null) {
                return;
            }
        }
    }

    /** Reads all pages of one's own favourites. */
    static void listFavourites(ActorSession me) throws GateClosed {
        Cursor after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            after = next(me.does(new Operation.ListFavourites(after, PAGE)));
            if (after == null) {
                return;
            }
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

    static @Nullable Cursor next(Call call) {
        return call.outcome() instanceof meanwhile.language.Outcome.Accepted accepted
                ? switch (accepted.answer()) {
                    case Answer.ImagesListed listed -> listed.next();
                    case Answer.VotesListed listed -> listed.next();
                    case Answer.FavouritesListed listed -> listed.next();
                    case Answer.CommentsListed listed -> listed.next();
                    default -> null;
                }
                : null;
    }
}
