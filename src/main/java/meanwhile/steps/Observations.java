package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.Deletions;
import meanwhile.check.UploadCompletion;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;

/** Reads from the gallery after the action. All reads go into the history. */
final class Observations {
    /** Of an image that should be gone, the looks at it may say so every time. */
    static final Premises GONE =
            Premises.looksRefused(
                    Deletions.ABSENT, Operation.ReadImage.class, Operation.ReadBytes.class);

    private static final int PAGE = 10;
    private static final int MOST_PAGES = 1_000;

    private Observations() {}

    /** Reads an image until its processing is over, or should be; returns the last read. */
    static Call untilProcessed(ActorSession me, ImageId image, Duration processing)
            throws GateClosed {
        return me.until(new Operation.ReadImage(image), Observations::isProcessed, processing);
    }

    /** Reads each accepted image until its processing is over, or should be. */
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

    /** Questions about looks on the way mean nothing where nobody looked meanwhile. */
    static Premises looked(ParameterTypes.ImageName image) {
        return Premises.needs(
                "“%s” was looked at meanwhile".formatted(image.value()),
                round ->
                        round.history()
                                .in(Phase.WHEN)
                                .where(
                                        call ->
                                                call.accepted()
                                                        && call.operation()
                                                                .equals(
                                                                        new Operation.ReadImage(
                                                                                round.world()
                                                                                        .image(
                                                                                                image
                                                                                                        .value())))));
    }

    /** Whether a read shows an image whose processing is over. */
    private static boolean isProcessed(Call read) {
        Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
        return seen != null && seen.status() != ImageStatus.PROCESSING;
    }

    /** Whether a read shows an image whose processing goes on. */
    static boolean isProcessing(Call read) {
        Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
        return seen != null && seen.status() == ImageStatus.PROCESSING;
    }

    /** Waits until this time has passed since the last of these calls; not at all for none. */
    static void untilPassed(Round round, Duration time, History since) {
        if (!since.isEmpty()) {
            round.untilPassed(time, since.calls().getLast().times().ended());
        }
    }

    /** Reads all pages of the actor's images. */
    static void listImages(ActorSession me) throws GateClosed {
        PageWalk.read(me, MOST_PAGES, after -> new Operation.ListImages(after, PAGE));
    }

    /** Reads all pages of the actor's votes. */
    static void listVotes(ActorSession me) throws GateClosed {
        PageWalk.read(me, MOST_PAGES, after -> new Operation.ListVotes(after, PAGE));
    }

    /** Reads all pages of the actor's favourites. */
    static void listFavourites(ActorSession me) throws GateClosed {
        PageWalk.read(me, MOST_PAGES, after -> new Operation.ListFavourites(after, PAGE));
    }

    /** Lists the votes of all who ever voted in this round. */
    static void listEverybodysVotes(Round round) throws GateClosed {
        for (ActorName voter : VoteCalls.voters(round)) {
            listVotes(round.observer(voter));
        }
    }

    /** Lists the favourites of all who ever had one in this round. */
    static void listEverybodysFavourites(Round round) throws GateClosed {
        for (ActorName fan : FavouriteCalls.fans(round)) {
            listFavourites(round.observer(fan));
        }
    }

    /** Reads the actor's account through every address. */
    static void readAccount(Round round, ActorName actor) throws GateClosed {
        for (ActorSession me : round.observers(actor)) {
            me.does(new Operation.ReadSelf());
        }
    }

    /** Reads an image through every address, as a visitor who took no part. */
    static List<Call> lookAt(Round round, ImageId image) throws GateClosed {
        List<Call> looks = new ArrayList<>();
        for (ActorSession me : round.observers(ActorName.ONLOOKER)) {
            looks.add(me.does(new Operation.ReadImage(image)));
        }
        return looks;
    }

    /** Does the same for every image of the round. */
    static void lookAtAll(Round round) throws GateClosed {
        for (ImageId image : round.world().images()) {
            lookAt(round, image);
        }
    }

    /** Opens the picture of an image, and again while it is still processing. */
    static void openPicture(ActorSession me, ImageId image, Duration processing) throws GateClosed {
        me.until(
                new Operation.ReadBytes(image),
                read -> !read.outcome().isRefused(Refusal.NOT_READY),
                processing);
    }

    /** Looks for an image in every possible way, through every address, as each of these people. */
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
        for (ActorName person : people) {
            if (!person.equals(ActorName.ONLOOKER)) {
                listImages(round.observer(person));
            }
        }
        searchAnother(round, image);
    }

    /** A search that never finds anything would prove nothing by not finding this image. */
    private static void searchAnother(Round round, ImageId image) throws GateClosed {
        for (ImageId other : round.world().images()) {
            if (!other.equals(image)) {
                String title = round.world().title(round.world().nameOf(other.value()));
                round.observer(ActorName.ONLOOKER)
                        .does(
                                new Operation.SearchImages(
                                        PictureFactory.uniqueWord(title), null, PAGE));
                return;
            }
        }
    }

    /** With only one kind of call, the example did not test its subject. */
    static Verdict acceptedAndRefused(History calls, Predicate<Call> refused) {
        return calls.stream().anyMatch(Call::accepted) && calls.stream().anyMatch(refused)
                ? Verdict.holds()
                : new Verdict.Undecided(
                        "some should be accepted and some refused; only one was seen");
    }
}
