package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.FavouriteId;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import meanwhile.language.VoteId;
import org.jspecify.annotations.Nullable;

/**
 * What a run made on somebody's gallery and has not taken away again, each with the session that
 * made it: images, and whatever else does not go with its image. Safe for many actors at once.
 */
final class Ledger {
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
    private final Map<ImageId, Gallery.Sender> images = new ConcurrentHashMap<>();
    private final Set<Gallery.Sender> doubtful = ConcurrentHashMap.newKeySet();
    private final Map<Operation, Gallery.Sender> undoings = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> staying = new ConcurrentSkipListMap<>();
    private final ReadWriteLock sending = new ReentrantReadWriteLock();
    private final AtomicInteger silence = new AtomicInteger();
    private volatile boolean closed;

    /**
     * @param pictures know which titles are of this run: nothing else may be deleted
     */
    Ledger(Gallery gallery, Pictures pictures) {
        this.gallery = gallery;
        this.pictures = pictures;
    }

    /**
     * Somebody is about to send something; {@link #leave} must follow.
     *
     * @throws GateClosed if the run is being ended
     */
    void enter() throws GateClosed {
        if (closed || !sending.readLock().tryLock()) {
            throw new GateClosed("the run was interrupted");
        }
    }

    /** What was sent has been written down. */
    void leave() {
        sending.readLock().unlock();
    }

    /** From now on nothing is sent for an example. Waits for what is on its way. */
    void close(Duration limit) {
        closed = true;
        try {
            if (sending.writeLock().tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                sending.writeLock().unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void note(Call call, Gallery.Sender sender) {
        if (call.accepted()) {
            noteOthers(call, sender);
        }
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken != null) {
            images.put(taken.id(), sender);
        } else if (call.accepted() && call.operation() instanceof Operation.DeleteImage(var id)) {
            images.remove(id);
        } else if (call.operation() instanceof Operation.UploadImage
                && call.possible()
                && sender.session() != null) {
            doubtful.add(sender);
        } else if (call.possible() && !call.accepted() && adds(call.operation())) {
            stays("additions without a clear answer");
        }
    }

    private static boolean adds(Operation operation) {
        return operation instanceof Operation.CastVote
                || operation instanceof Operation.AddFavourite
                || operation instanceof Operation.AddComment;
    }

    /** What is not an image: how to undo it, or that nobody can. */
    private void noteOthers(Call call, Gallery.Sender sender) {
        Operation operation = call.operation();
        undoings.remove(operation);
        Outcome.Accepted accepted = (Outcome.Accepted) call.outcome();
        switch (accepted.answer()) {
            case Answer.VoteTaken(VoteId id, _) when operation instanceof Operation.CastVote vote ->
                    undoings.put(new Operation.WithdrawVote(id, vote.image()), sender);
            case Answer.FavouriteTaken(FavouriteId id)
                    when operation instanceof Operation.AddFavourite(ImageId image) ->
                    undoings.put(new Operation.RemoveFavourite(id, image), sender);
            case Answer.TopicMade(TopicId id)
                    when operation instanceof Operation.CreateTopic(var kind, _) ->
                    undoings.put(new Operation.RemoveTopic(kind, id, null), sender);
            case Answer.CollectionMade _ -> stays("collections");
            // Without a status nothing was sent: there is no such account, or it was there before.
            case Answer.MemberCreated _ when accepted.status() != 0 -> stays("members");
            case Answer.CommentTaken _ -> stays("comments");
            default -> {}
        }
    }

    private void stays(String kind) {
        count(staying, kind);
    }

    private static void count(Map<String, AtomicInteger> numbers, String kind) {
        numbers.computeIfAbsent(kind, _ -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * Deletes all that a run made: first what stands on images, then the images.
     *
     * @param administrator null if there is none
     * @return what could not be deleted, in words
     */
    List<String> clearAll(Gallery.@Nullable Sender administrator) throws GateClosed {
        Map<String, AtomicInteger> refused = new ConcurrentSkipListMap<>();
        forgetWhatWentAlong();
        each(undoings, (operation, owner) -> undo(operation, owner, refused));
        List<ImageId> images = clear(administrator);
        List<String> words = new ArrayList<>();
        refused.forEach(
                (kind, times) -> words.add("%d times %s was refused".formatted(times.get(), kind)));
        staying.forEach(
                (kind, number) ->
                        words.add(
                                "%d %s, which no operation of the profile deletes%s"
                                        .formatted(
                                                number.get(),
                                                kind,
                                                ON_IMAGES.contains(kind)
                                                        ? ", unless they went with their image"
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
        for (Operation undoing : undoings.keySet()) {
            ImageId image =
                    switch (undoing) {
                        case Operation.WithdrawVote(_, ImageId id) -> id;
                        case Operation.RemoveFavourite(_, ImageId id) -> id;
                        default -> null;
                    };
            if (image != null && !images.containsKey(image)) {
                kinds.computeIfAbsent(undoing.key(), _ -> new ArrayList<>()).add(undoing);
            }
        }
        for (List<Operation> kind : kinds.values()) {
            if (wentAlong(kind.subList(0, Math.min(SAMPLE, kind.size())))) {
                undoings.keySet().removeAll(Set.copyOf(kind));
            }
        }
    }

    private boolean wentAlong(List<Operation> sample) throws GateClosed {
        for (Operation undoing : sample) {
            Gallery.Sender owner = undoings.get(undoing);
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
        undoings.remove(undoing);
        try {
            Outcome outcome = ask(owner, undoing);
            if (!outcome.isAccepted() && !isAbsent(outcome)) {
                count(refused, undoing.key());
            }
        } catch (NotOffered cannot) {
            stays(
                    switch (undoing) {
                        case Operation.WithdrawVote _ -> "votes";
                        case Operation.RemoveFavourite _ -> "favourites";
                        default -> "categories and breeds";
                    });
        }
    }

    /** Each call in vain takes its whole time: who stays silent is not asked any more. */
    private Outcome ask(Gallery.Sender owner, Operation operation) throws GateClosed {
        if (silence.get() >= SILENT) {
            return new Outcome.Unknown(
                    Outcome.Cause.TIMED_OUT, "the gallery did not answer any more");
        }
        Outcome outcome = gallery.send(owner.hastily(), operation, null).outcome();
        if (outcome instanceof Outcome.Unknown) {
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
    List<ImageId> clear(Gallery.@Nullable Sender administrator) throws GateClosed {
        for (Gallery.Sender owner : doubtful) {
            findAll(owner);
        }
        doubtful.clear();
        each(
                images,
                (image, owner) -> {
                    if (!delete(image, owner) && administrator != null) {
                        delete(image, administrator);
                    }
                });
        return List.copyOf(images.keySet());
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
                    if (!images.containsKey(id) && isOurs(id, owner)) {
                        images.put(id, owner);
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
            stays("uploads without an answer");
            return new Outcome.Broken(0, String.valueOf(cannot.getMessage()));
        }
    }

    private boolean delete(ImageId image, Gallery.Sender owner) throws GateClosed {
        try {
            Outcome outcome = ask(owner, new Operation.DeleteImage(image));
            if (outcome.isAccepted() || isAbsent(outcome)) {
                images.remove(image);
                return true;
            }
            return false;
        } catch (NotOffered cannot) {
            return false;
        }
    }
}
