package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Remnant;
import org.jspecify.annotations.Nullable;

/**
 * What a run created on the target and has not deleted yet, each thing with the session that
 * created it: images, and everything that is not deleted with its image. Safe for use by many
 * threads.
 */
final class Ledger {
    private static final int PAGE = 100;

    /** Attempts to fetch a list. */
    private static final int LOOKS = 3;

    private final PictureFactory pictures;
    private final Map<ImageId, Gallery.Sender> images = new ConcurrentHashMap<>();
    private final Set<Gallery.Sender> doubtful = ConcurrentHashMap.newKeySet();
    private final Cleaner cleaner;
    private final UndoList additions;
    private final ReadWriteLock sending = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /**
     * @param pictures tell which titles are of this run: nothing else may be deleted
     */
    Ledger(Gallery gallery, PictureFactory pictures) {
        this.pictures = pictures;
        cleaner = new Cleaner(gallery);
        additions = new UndoList(cleaner);
    }

    /**
     * Announces a request; {@link #leave} must follow.
     *
     * @throws GateClosed if the run is being ended
     */
    void enter() throws GateClosed {
        if (closed || !sending.readLock().tryLock()) {
            throw new GateClosed("the run was interrupted");
        }
    }

    /** Announces that the request has been recorded. */
    void leave() {
        sending.readLock().unlock();
    }

    /** Stops all requests of examples. Waits for those on their way. */
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
        additions.note(call, sender);
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken != null) {
            images.put(taken.id(), sender);
        } else if (call.accepted()
                && call.operation() instanceof Operation.DeleteImage(ImageId id)) {
            images.remove(id);
        } else if (call.operation() instanceof Operation.UploadImage
                && call.possible()
                && sender.session() != null) {
            doubtful.add(sender);
        }
    }

    /**
     * Deletes everything that a run created: first additions to images, then the images, and in the
     * end the members.
     *
     * @param administrator null if there is none
     * @return what could not be deleted, with counts and reasons, in words
     */
    List<String> clearAll(Gallery.@Nullable Sender administrator, CleanupProgress progress) {
        Leftovers left = new Leftovers();
        additions.undoAll(images.keySet(), progress, left);
        List<String> images = clear(administrator, progress);
        additions.removeMembers(administrator, progress, left);
        List<String> words = new ArrayList<>(left.words());
        words.addAll(additions.uncertain());
        words.addAll(images);
        return words;
    }

    /** Skips what is left. */
    void drop() {
        cleaner.drop();
    }

    /**
     * Deletes all images that are left, each in the session that created it, or by the
     * administrator if that session has ended. An upload without an answer may have happened: the
     * lists of its senders are searched for titles of this run.
     *
     * @param administrator null if there is none
     * @return what could not be deleted or not even be found, in words
     */
    List<String> clear(Gallery.@Nullable Sender administrator, CleanupProgress progress) {
        lookThrough();
        Leftovers left = new Leftovers();
        Set<ImageId> tried = ConcurrentHashMap.newKeySet();
        cleaner.each(
                images,
                progress,
                (image, owner) -> {
                    tried.add(image);
                    if (cleaner.remove(Remnant.image(image), owner, administrator, left)) {
                        images.remove(image);
                    }
                });
        images.keySet().stream()
                .filter(image -> !tried.contains(image))
                .forEach(_ -> left.add(Remnant.Kind.IMAGE.plural(), "which were not tried"));
        List<String> words = new ArrayList<>(left.words());
        if (!doubtful.isEmpty()) {
            words.add(
                    "uploads without an answer, of %d sessions whose lists could not be read"
                            .formatted(doubtful.size()));
        }
        return words;
    }

    /**
     * Searches the doubtful sessions' lists; a session whose list could not be read stays doubtful.
     */
    private void lookThrough() {
        for (int look = 0; look < LOOKS && !doubtful.isEmpty(); look++) {
            for (Gallery.Sender owner : List.copyOf(doubtful)) {
                if (foundAll(owner)) {
                    doubtful.remove(owner);
                }
            }
        }
    }

    private boolean foundAll(Gallery.Sender owner) {
        Cursor after = null;
        do {
            Outcome outcome = list(owner, after);
            if (outcome == null) {
                return true;
            }
            if (!(outcome instanceof Outcome.Accepted(_, Answer.ImagesListed listed))) {
                return false;
            }
            for (ImageId id : listed.ids()) {
                if (!images.containsKey(id) && !noted(id, owner)) {
                    return false;
                }
            }
            after = listed.next();
        } while (after != null);
        return true;
    }

    /** Returns false if the image's owner could not be determined. */
    private boolean noted(ImageId id, Gallery.Sender owner) {
        Boolean ours = isOurs(id, owner);
        if (ours != null && ours) {
            images.put(id, owner);
        }
        return ours != null;
    }

    /**
     * Null if unknown. A list may hold images of others, and a lent account has images of its own.
     */
    private @Nullable Boolean isOurs(ImageId image, Gallery.Sender owner) {
        try {
            Outcome outcome = cleaner.ask(owner, new Operation.ReadImage(image));
            if (outcome instanceof Outcome.Accepted(_, Answer.ImageSeen seen)) {
                return seen.title() != null && pictures.isOurs(seen.title());
            }
            return Cleaner.isAbsent(outcome) ? false : null;
        } catch (NotOffered cannot) {
            return false;
        }
    }

    /** Null if the target cannot list, and so cannot show what an upload without an answer left. */
    private @Nullable Outcome list(Gallery.Sender owner, @Nullable Cursor after) {
        try {
            return cleaner.ask(owner, new Operation.ListImages(after, PAGE));
        } catch (NotOffered cannot) {
            additions.stays("uploads without an answer", "which no list shows");
            return null;
        }
    }
}
