package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final Gallery gallery;
    private final Map<ImageId, Gallery.Sender> images = new ConcurrentHashMap<>();
    private final Set<Gallery.Sender> doubtful = ConcurrentHashMap.newKeySet();
    private final Map<Operation, Gallery.Sender> undoings = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> staying = new ConcurrentSkipListMap<>();
    private final ReadWriteLock sending = new ReentrantReadWriteLock();
    private final AtomicInteger silence = new AtomicInteger();
    private volatile boolean closed;

    Ledger(Gallery gallery) {
        this.gallery = gallery;
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
        }
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
        staying.computeIfAbsent(kind, _ -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * Deletes all that a run made: first what stands on images, then the images.
     *
     * @param administrator null if there is none
     * @return what could not be deleted, in words
     */
    List<String> clearAll(Gallery.@Nullable Sender administrator) throws GateClosed {
        List<String> words = new ArrayList<>();
        takeBack().forEach((kind, times) -> words.add("%d times %s".formatted(times.get(), kind)));
        clear(administrator).forEach(image -> words.add("image " + image));
        staying.forEach(
                (kind, number) ->
                        words.add(
                                "%d %s, which no operation of the profile deletes"
                                        .formatted(number.get(), kind)));
        return words;
    }

    /**
     * Undoes what stands on images. What stood on an image that was deleted has usually gone with
     * it: if it has wherever that is looked for, the others are not asked for.
     *
     * @return what could not be undone and why, and how often
     */
    private Map<String, AtomicInteger> takeBack() throws GateClosed {
        Map<String, List<Operation>> gone = new TreeMap<>();
        List<Operation> open = new ArrayList<>();
        for (Operation undoing : undoings.keySet()) {
            ImageId image = standsOn(undoing);
            if (image == null || images.containsKey(image)) {
                open.add(undoing);
            } else {
                gone.computeIfAbsent(undoing.key(), _ -> new ArrayList<>()).add(undoing);
            }
        }
        for (List<Operation> kind : gone.values()) {
            if (!wentToo(kind.subList(0, Math.min(SAMPLE, kind.size())))) {
                open.addAll(kind);
            }
        }
        Map<String, AtomicInteger> left = new ConcurrentSkipListMap<>();
        inHands(
                open,
                undoing -> {
                    String why = undo(undoing);
                    if (why != null) {
                        left.computeIfAbsent(why, _ -> new AtomicInteger()).incrementAndGet();
                    }
                });
        undoings.clear();
        return left;
    }

    private static @Nullable ImageId standsOn(Operation undoing) {
        return switch (undoing) {
            case Operation.WithdrawVote(_, ImageId image) -> image;
            case Operation.RemoveFavourite(_, ImageId image) -> image;
            default -> null;
        };
    }

    private boolean wentToo(List<Operation> sample) throws GateClosed {
        for (Operation undoing : sample) {
            try {
                if (!isAbsent(ask(owner(undoing), undoing))) {
                    return false;
                }
            } catch (NotOffered cannot) {
                return false;
            }
        }
        return true;
    }

    /** What is not there any more is undone too; else why it is not. */
    private @Nullable String undo(Operation undoing) throws GateClosed {
        try {
            Outcome outcome = ask(owner(undoing), undoing);
            if (outcome.isAccepted() || isAbsent(outcome)) {
                return null;
            }
            return undoing.key()
                    + (outcome instanceof Outcome.Refused ? " was refused" : " did not succeed");
        } catch (NotOffered cannot) {
            // What stands on an image goes with it; whether that went is told of the image.
            return standsOn(undoing) == null
                    ? undoing.key() + " would be needed, which the target does not offer"
                    : null;
        }
    }

    private Gallery.Sender owner(Operation undoing) {
        return Objects.requireNonNull(undoings.get(undoing));
    }

    private interface Hand<T> {
        void on(T one) throws GateClosed;
    }

    private static <T> void inHands(List<T> all, Hand<T> work) throws GateClosed {
        List<Callable<Void>> hands = new ArrayList<>();
        for (int hand = 0; hand < AT_ONCE; hand++) {
            int first = hand;
            hands.add(
                    () -> {
                        for (int i = first; i < all.size(); i += AT_ONCE) {
                            work.on(all.get(i));
                        }
                        return null;
                    });
        }
        Crew.all(hands);
    }

    /** Each call in vain takes its whole time: who stays silent is not asked any more. */
    private Outcome ask(Gallery.Sender owner, Operation operation) throws GateClosed {
        if (silence.get() >= SILENT) {
            return new Outcome.Unknown(
                    Outcome.Cause.TIMED_OUT, "the gallery did not answer any more");
        }
        Outcome outcome = gallery.send(owner, operation, null).outcome();
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
     * whoever sent one has their list looked through.
     *
     * @param administrator null if there is none
     * @return what could not be deleted
     */
    List<ImageId> clear(Gallery.@Nullable Sender administrator) throws GateClosed {
        for (Gallery.Sender owner : doubtful) {
            findAll(owner);
        }
        doubtful.clear();
        inHands(
                List.copyOf(images.entrySet()),
                image -> {
                    if (!delete(image.getKey(), image.getValue()) && administrator != null) {
                        delete(image.getKey(), administrator);
                    }
                });
        return List.copyOf(images.keySet());
    }

    private void findAll(Gallery.Sender owner) throws GateClosed {
        Cursor after = null;
        do {
            Outcome outcome = list(owner, after);
            after = null;
            if (outcome instanceof Outcome.Accepted(_, Answer.ImagesListed listed)) {
                listed.ids().forEach(id -> images.putIfAbsent(id, owner));
                after = listed.next();
            }
        } while (after != null);
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
