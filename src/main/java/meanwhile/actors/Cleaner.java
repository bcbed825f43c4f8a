package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/** Deletes things several at a time and reports the progress. */
final class Cleaner {
    private static final int AT_ONCE = 8;

    /** After this many calls in a row without an answer, the gallery counts as gone. */
    private static final int SILENT = 4;

    private final Gallery gallery;
    private final AtomicInteger silence = new AtomicInteger();
    private volatile boolean dropped;

    Cleaner(Gallery gallery) {
        this.gallery = gallery;
    }

    /** Deals with one thing. */
    interface Handler<T> {
        void handle(T thing, Gallery.Sender owner);
    }

    /** Skips everything that has not begun. */
    void drop() {
        dropped = true;
    }

    /** Calls the handler for everything that is in the map now. */
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
     * Sends an operation and retries when told to come back. Every unanswered call, and every call
     * that is told to come back, may take its full time: so a gallery that does nothing else is no
     * longer asked.
     */
    Outcome ask(Gallery.Sender owner, Operation operation) {
        if (silence.get() >= SILENT) {
            return new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "the gallery stopped answering");
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
