package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;

/** Takes away again what a run made, several things at a time, and says what it could not. */
final class TakingAway {
    private static final int AT_ONCE = 8;
    private static final int PAGE = 100;

    /** After so many calls in a row without an answer, nobody is there. */
    private static final int SILENT = 4;

    private static final int SAMPLE = 5;

    /** What targets usually delete with its image; whether this one does, nobody can tell. */
    private static final Set<String> ON_IMAGES =
            Set.of("votes", "favourites", "comments", "additions without a clear answer");

    private final Gallery gallery;
    private final Pictures pictures;
    private final Ledger.Made made;
    private final AtomicInteger silence = new AtomicInteger();

    /**
     * @param pictures know which titles are of this run: nothing else may be deleted
     */
    TakingAway(Gallery gallery, Pictures pictures, Ledger.Made made) {
        this.gallery = gallery;
        this.pictures = pictures;
        this.made = made;
    }

    /**
     * Deletes all that a run made: first what stands on images, then the images.
     *
     * @param administrator null if there is none
     * @return what could not be deleted, in words
     */
    List<String> everything(Gallery.@Nullable Sender administrator) throws GateClosed {
        Map<String, AtomicInteger> refused = new ConcurrentSkipListMap<>();
        forgetWhatWentAlong();
        each(made.undoings(), (operation, owner) -> undo(operation, owner, refused));
        List<ImageId> images = images(administrator);
        List<String> words = new ArrayList<>();
        refused.forEach(
                (kind, times) -> words.add("%d times %s was refused".formatted(times.get(), kind)));
        made.staying()
                .forEach(
                        (kind, number) ->
                                words.add(
                                        "%d %s, which no operation of the profile deletes%s"
                                                .formatted(
                                                        number.get(),
                                                        kind,
                                                        ON_IMAGES.contains(kind)
                                                                ? ", unless they went with their"
                                                                        + " image"
                                                                : "")));
        images.forEach(image -> words.add("image " + image));
        return words;
    }

    /**
     * What stood on an image that was deleted has usually gone with it: if it has wherever that is
     * looked for, the others of its kind are not asked for.
     */
    private void forgetWhatWentAlong() throws GateClosed {
        Map<String, List<Operation>> kinds = new TreeMap<>();
        for (Operation undoing : made.undoings().keySet()) {
            ImageId image =
                    switch (undoing) {
                        case Operation.WithdrawVote(_, ImageId id) -> id;
                        case Operation.RemoveFavourite(_, ImageId id) -> id;
                        default -> null;
                    };
            if (image != null && !made.images().containsKey(image)) {
                kinds.computeIfAbsent(undoing.key(), _ -> new ArrayList<>()).add(undoing);
            }
        }
        for (List<Operation> kind : kinds.values()) {
            if (wentAlong(kind.subList(0, Math.min(SAMPLE, kind.size())))) {
                made.undoings().keySet().removeAll(Set.copyOf(kind));
            }
        }
    }

    private boolean wentAlong(List<Operation> sample) throws GateClosed {
        for (Operation undoing : sample) {
            Gallery.Sender owner = made.undoings().get(undoing);
            try {
                if (owner == null || !isAbsent(ask(owner, undoing))) {
                    return false;
                }
            } catch (NotOffered cannot) {
                return false;
            }
        }
        return true;
    }

    /** What is not there any more is undone too. */
    private void undo(Operation undoing, Gallery.Sender owner, Map<String, AtomicInteger> refused)
            throws GateClosed {
        made.undoings().remove(undoing);
        try {
            Outcome outcome = ask(owner, undoing);
            if (!outcome.isAccepted() && !isAbsent(outcome)) {
                refused.computeIfAbsent(undoing.key(), _ -> new AtomicInteger()).incrementAndGet();
            }
        } catch (NotOffered cannot) {
            made.stays(
                    switch (undoing) {
                        case Operation.WithdrawVote _ -> "votes";
                        case Operation.RemoveFavourite _ -> "favourites";
                        default -> "categories and breeds";
                    });
        }
    }

    /**
     * Comes back when asked to. Each call in vain takes its whole time, and so does each that is
     * told to come back: who has nothing else to say any more is not asked any more.
     */
    private Outcome ask(Gallery.Sender owner, Operation operation) throws GateClosed {
        if (silence.get() >= SILENT) {
            return new Outcome.Unknown(
                    Outcome.Cause.TIMED_OUT, "the gallery did not answer any more");
        }
        Outcome outcome =
                Patience.comingBack(
                        () -> gallery.send(owner.hastily(), operation, null).outcome(),
                        said -> said);
        if (outcome instanceof Outcome.Unknown || outcome.isRefused(Refusal.MAINTENANCE)) {
            silence.incrementAndGet();
        } else {
            silence.set(0);
        }
        return outcome;
    }

    private static boolean isAbsent(Outcome outcome) {
        return outcome.isRefused(Refusal.GONE) || outcome.isRefused(Refusal.NEVER_KNOWN);
    }

    /**
     * Deletes all that is still there, each image in the session that made it, or by the
     * administrator where that session has ended. An upload without an answer may have happened:
     * whoever sent one has their list looked through for titles of this run.
     *
     * @param administrator null if there is none
     * @return what could not be deleted
     */
    List<ImageId> images(Gallery.@Nullable Sender administrator) throws GateClosed {
        for (Gallery.Sender owner : made.doubtful()) {
            findAll(owner);
        }
        made.doubtful().clear();
        each(
                made.images(),
                (image, owner) -> {
                    if (!delete(image, owner) && administrator != null) {
                        delete(image, administrator);
                    }
                });
        return List.copyOf(made.images().keySet());
    }

    private interface Task<T> {
        void handle(T thing, Gallery.Sender owner) throws GateClosed;
    }

    /** Everything that is there now, several at a time. */
    private static <T> void each(Map<T, Gallery.Sender> things, Task<T> task) throws GateClosed {
        List<Map.Entry<T, Gallery.Sender>> all = List.copyOf(things.entrySet());
        List<Callable<Void>> hands = new ArrayList<>();
        for (int hand = 0; hand < AT_ONCE; hand++) {
            int first = hand;
            hands.add(
                    () -> {
                        for (int i = first; i < all.size(); i += AT_ONCE) {
                            task.handle(all.get(i).getKey(), all.get(i).getValue());
                        }
                        return null;
                    });
        }
        Crew.all(hands);
    }

    private void findAll(Gallery.Sender owner) throws GateClosed {
        Cursor after = null;
        do {
            Outcome outcome = list(owner, after);
            after = null;
            if (outcome instanceof Outcome.Accepted(_, Answer.ImagesListed listed)) {
                for (ImageId id : listed.ids()) {
                    if (!made.images().containsKey(id) && isOurs(id, owner)) {
                        made.images().put(id, owner);
                    }
                }
                after = listed.next();
            }
        } while (after != null);
    }

    /** A list may hold what others made, and a lent account has images of its own. */
    private boolean isOurs(ImageId image, Gallery.Sender owner) throws GateClosed {
        try {
            return gallery.send(owner.hastily(), new Operation.ReadImage(image), null).outcome()
                            instanceof Outcome.Accepted(_, Answer.ImageSeen seen)
                    && seen.title() != null
                    && pictures.isOurs(seen.title());
        } catch (NotOffered cannot) {
            return false;
        }
    }

    /** A target that lists nothing cannot tell what an upload without an answer left. */
    private Outcome list(Gallery.Sender owner, @Nullable Cursor after) throws GateClosed {
        try {
            return ask(owner, new Operation.ListImages(after, PAGE));
        } catch (NotOffered cannot) {
            made.stays("uploads without an answer");
            return new Outcome.Broken(0, String.valueOf(cannot.getMessage()));
        }
    }

    private boolean delete(ImageId image, Gallery.Sender owner) throws GateClosed {
        try {
            Outcome outcome = ask(owner, new Operation.DeleteImage(image));
            if (outcome.isAccepted() || isAbsent(outcome)) {
                made.images().remove(image);
                return true;
            }
            return false;
        } catch (NotOffered cannot) {
            return false;
        }
    }
}
