package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a run made on somebody's gallery and has not taken away again: images, each with the session
 * that made it. Safe for many actors at once.
 */
final class Ledger {
    private static final int AT_ONCE = 8;
    private static final int PAGE = 100;

    private final Gallery gallery;
    private final Map<ImageId, Gallery.Sender> images = new ConcurrentHashMap<>();
    private final Set<Gallery.Sender> doubtful = ConcurrentHashMap.newKeySet();

    Ledger(Gallery gallery) {
        this.gallery = gallery;
    }

    void note(Call call, Gallery.Sender sender) {
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
        List<Map.Entry<ImageId, Gallery.Sender>> all = List.copyOf(images.entrySet());
        List<Callable<Void>> hands = new ArrayList<>();
        for (int hand = 0; hand < AT_ONCE; hand++) {
            int first = hand;
            hands.add(
                    () -> {
                        for (int i = first; i < all.size(); i += AT_ONCE) {
                            ImageId image = all.get(i).getKey();
                            if (!delete(image, all.get(i).getValue()) && administrator != null) {
                                delete(image, administrator);
                            }
                        }
                        return null;
                    });
        }
        Crew.all(hands);
        return List.copyOf(images.keySet());
    }

    private void findAll(Gallery.Sender owner) throws GateClosed {
        Cursor after = null;
        do {
            Outcome outcome =
                    gallery.send(owner, new Operation.ListImages(after, PAGE), null).outcome();
            after = null;
            if (outcome instanceof Outcome.Accepted(_, Answer.ImagesListed listed)) {
                listed.ids().forEach(id -> images.putIfAbsent(id, owner));
                after = listed.next();
            }
        } while (after != null);
    }

    private boolean delete(ImageId image, Gallery.Sender owner) throws GateClosed {
        Outcome outcome = gallery.send(owner, new Operation.DeleteImage(image), null).outcome();
        if (outcome.isAccepted()
                || outcome.isRefused(Refusal.GONE)
                || outcome.isRefused(Refusal.NEVER_KNOWN)) {
            images.remove(image);
            return true;
        }
        return false;
    }
}
