package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/** Clears away, several things at a time, and tells how far it is. */
final class Cleaner {
    private static final int AT_ONCE = 8;

    /** After so many calls in a row without an answer, nobody is there. */
    private static final int SILENT = 4;

    private final Gallery gallery;
    private final AtomicInteger silence = new AtomicInteger();
    private volatile boolean dropped;

    Cleaner(Gallery gallery) {
        this.gallery = gallery;
    }

    /** What is to be done with one thing. */
    interface Handler<T> {
        void handle(T thing, Gallery.Sender owner);
    }

    /** What has not been begun stays where it is. */
    void drop() {
        dropped = true;
    }

    /** Everything that is there now. */
    <T> void each(Map<T, Gallery.Sender> things, CleanupProgress progress, Handler<T> handler) {
        List<Map.Entry<T, Gallery.Sender>> all = List.copyOf(things.entrySet());
        AtomicInteger done = new AtomicInteger();
        List<Runnable> workers = new ArrayList<>();
        for (int worker = 0; worker < AT_ONCE; worker++) {
            int first = worker;
            workers.add(
                    () -> {
                        for (int i = first; i < all.size() && !dropped; i += AT_ONCE) {
                            handler.handle(all.get(i).getKey(), all.get(i).getValue());
                            progress.cleaned(done.incrementAndGet(), all.size());
                        }
                    });
        }
        Concurrently.allUngated(workers);
    }

    /**
     * Comes back when asked to. Each call in vain takes its whole time, and so may each that is
     * told to come back: who has nothing else to say any more is not asked any more.
     */
    Outcome ask(Gallery.Sender owner, Operation operation) {
        if (silence.get() >= SILENT) {
            return new Outcome.Unknown(
                    Outcome.Cause.TIMED_OUT, "the gallery did not answer any more");
        }
        Outcome outcome =
                Retry.comingBack(
                        () -> gallery.send(owner.concurrently(), operation).outcome(),
                        said -> said);
        if (outcome instanceof Outcome.Unknown || outcome.isRefused(Refusal.MAINTENANCE)) {
            silence.incrementAndGet();
        } else {
            silence.set(0);
        }
        return outcome;
    }

    static boolean isAbsent(Outcome outcome) {
        return outcome.isRefused(Refusal.GONE) || outcome.isRefused(Refusal.NEVER_KNOWN);
    }
}
