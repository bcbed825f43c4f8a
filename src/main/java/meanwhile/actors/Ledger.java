package meanwhile.actors;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.FavouriteId;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.TopicId;
import meanwhile.language.VoteId;

/**
 * What a run made on somebody's gallery and has not taken away again, each with the session that
 * made it: images, and whatever else does not go with its image. Safe for many actors at once.
 */
final class Ledger {
    private final Gallery gallery;
    private final Pictures pictures;
    private final Made made = new Made();
    private final ReadWriteLock sending = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /**
     * What there is to take away.
     *
     * @param images with who sent each
     * @param doubtful who sent an image and got no clear answer
     * @param undoings what undoes the rest, with whose session
     * @param staying of what kind there is how much that nothing undoes
     */
    record Made(
            Map<ImageId, Gallery.Sender> images,
            Set<Gallery.Sender> doubtful,
            Map<Operation, Gallery.Sender> undoings,
            Map<String, AtomicInteger> staying) {
        Made() {
            this(
                    new ConcurrentHashMap<>(),
                    ConcurrentHashMap.newKeySet(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentSkipListMap<>());
        }

        /** One more of a kind that nothing undoes. */
        void stays(String kind) {
            staying.computeIfAbsent(kind, _ -> new AtomicInteger()).incrementAndGet();
        }
    }

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
            made.images.put(taken.id(), sender);
        } else if (call.accepted() && call.operation() instanceof Operation.DeleteImage(var id)) {
            made.images.remove(id);
        } else if (call.operation() instanceof Operation.UploadImage
                && call.possible()
                && sender.session() != null) {
            made.doubtful.add(sender);
        } else if (call.possible() && !call.accepted() && adds(call.operation())) {
            made.stays("additions without a clear answer");
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
        made.undoings.remove(operation);
        Outcome.Accepted accepted = (Outcome.Accepted) call.outcome();
        switch (accepted.answer()) {
            case Answer.VoteTaken(VoteId id, _) when operation instanceof Operation.CastVote vote ->
                    made.undoings.put(new Operation.WithdrawVote(id, vote.image()), sender);
            case Answer.FavouriteTaken(FavouriteId id)
                    when operation instanceof Operation.AddFavourite(ImageId image) ->
                    made.undoings.put(new Operation.RemoveFavourite(id, image), sender);
            case Answer.TopicMade(TopicId id)
                    when operation instanceof Operation.CreateTopic(var kind, _) ->
                    made.undoings.put(new Operation.RemoveTopic(kind, id, null), sender);
            case Answer.CollectionMade _ -> made.stays("collections");
            // Without a status nothing was sent: there is no such account, or it was there before.
            case Answer.MemberCreated _ when accepted.status() != 0 -> made.stays("members");
            case Answer.CommentTaken _ -> made.stays("comments");
            default -> {}
        }
    }

    /** How to take all of it away again. */
    TakingAway takingAway() {
        return new TakingAway(gallery, pictures, made);
    }
}
