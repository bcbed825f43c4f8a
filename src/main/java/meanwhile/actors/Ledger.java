package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/**
 * What a run made on somebody's gallery and has not taken away again: images, each with the session
 * that made it. Safe for many actors at once.
 */
public final class Ledger {
    private static final int AT_ONCE = 8;

    private final Gallery gallery;
    private final Map<ImageId, Gallery.Sender> images = new ConcurrentHashMap<>();

    Ledger(Gallery gallery) {
        this.gallery = gallery;
    }

    void note(Call call, Gallery.Sender sender) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken != null) {
            images.put(taken.id(), sender);
        } else if (call.accepted() && call.operation() instanceof Operation.DeleteImage(var id)) {
            images.remove(id);
        }
    }

    /** How many images are still there. */
    public int size() {
        return images.size();
    }

    /**
     * Deletes all that is still there.
     *
     * @return what could not be deleted
     */
    public List<ImageId> clear() throws GateClosed {
        List<Map.Entry<ImageId, Gallery.Sender>> all = List.copyOf(images.entrySet());
        List<Callable<Void>> hands = new ArrayList<>();
        for (int hand = 0; hand < AT_ONCE; hand++) {
            int first = hand;
            hands.add(
                    () -> {
                        for (int i = first; i < all.size(); i += AT_ONCE) {
                            delete(all.get(i).getKey(), all.get(i).getValue());
                        }
                        return null;
                    });
        }
        Crew.all(hands);
        return List.copyOf(images.keySet());
    }

    private void delete(ImageId image, Gallery.Sender owner) throws GateClosed {
        Outcome outcome = gallery.send(owner, new Operation.DeleteImage(image), null).outcome();
        if (outcome.isAccepted()
                || outcome.isRefused(Refusal.GONE)
                || outcome.isRefused(Refusal.NEVER_KNOWN)) {
            images.remove(image);
        }
    }
}
