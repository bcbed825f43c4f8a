package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import meanwhile.language.Domain;
import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Remnant;
import org.jspecify.annotations.Nullable;

/** Takes things away several at a time, persistently, and reports the progress. */
final class Cleaner {
    private static final int AT_ONCE = 8;

    /** Attempts at one thing while the gallery is busy or loses connections. */
    private static final int ATTEMPTS = 6;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    /** The longest that it comes back later when told to. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Statuses by which servers and proxies say that it may work later. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    /** After this many things in a row without a clear answer, the gallery counts as gone. */
    private static final int SILENT = 4;

    /** The outcome of what is no longer asked. */
    private static final Outcome STOPPED =
            new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "the gallery stopped answering");

    private final Gallery gallery;
    private final AtomicInteger silence = new AtomicInteger();
    private final CountDownLatch dropping = new CountDownLatch(1);

    Cleaner(Gallery gallery) {
        this.gallery = gallery;
    }

    /** What the gallery is declared to be besides. */
    Domain domain() {
        return gallery.domain();
    }

    /** Deals with one thing. */
    interface Handler<T> {
        void handle(T thing, Gallery.Sender owner);
    }

    /** Skips everything that has not begun. */
    void drop() {
        dropping.countDown();
    }

    private boolean isDropped() {
        return dropping.getCount() == 0;
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
                        for (int i = first; i < all.size() && !isDropped(); i += AT_ONCE) {
                            handler.handle(all.get(i).getKey(), all.get(i).getValue());
                            progress.cleaned(done.incrementAndGet(), all.size());
                        }
                    });
        }
        Concurrently.allUngated(workers);
    }

    /** Sends an operation. */
    Outcome ask(Gallery.Sender owner, Operation operation) {
        return persistently(() -> gallery.send(owner.concurrently(), operation).outcome());
    }

    /**
     * Takes a thing away, and counts it if it stays.
     *
     * @param owner who made it
     * @param administrator who does what the owner cannot; null if there is none
     * @return whether it is gone
     */
    boolean remove(
            Remnant remnant,
            Gallery.Sender owner,
            Gallery.@Nullable Sender administrator,
            Leftovers left) {
        String kind = remnant.kind().plural();
        try {
            Outcome outcome = takeAway(owner, remnant);
            if (!isGone(outcome) && administrator != null) {
                outcome = takeAway(administrator, remnant);
            }
            if (isGone(outcome)) {
                return true;
            }
            left.add(kind, reason(outcome));
        } catch (NotOffered cannot) {
            String along = remnant.isOnImage() ? ", unless they went with their image" : "";
            left.add(kind, cannot.getMessage() + along);
        }
        return false;
    }

    private static String reason(Outcome failure) {
        return failure.equals(STOPPED)
                ? "because " + STOPPED.detail()
                : "because whoever deletes them " + failure.describe();
    }

    /** Takes a thing away in the way that the gallery declares. */
    Outcome takeAway(Gallery.Sender owner, Remnant remnant) {
        Outcome outcome = persistently(() -> gallery.takeAway(owner.concurrently(), remnant));
        return outcome instanceof Outcome.Broken && !mayWorkLater(outcome)
                // The first of several requests may have undone it; then it no longer exists.
                ? persistently(() -> gallery.takeAway(owner.concurrently(), remnant))
                : outcome;
    }

    /**
     * Asks again while the gallery is busy or loses connections. Every such call may take its full
     * time: so a gallery that does nothing else is no longer asked.
     */
    private Outcome persistently(Supplier<Outcome> ask) {
        if (silence.get() >= SILENT) {
            return STOPPED;
        }
        Outcome outcome = ask.get();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; attempt < ATTEMPTS && mayWorkLater(outcome); attempt++) {
            if (!paused(told(outcome, pause))) {
                break;
            }
            pause = pause.multipliedBy(2);
            outcome = ask.get();
        }
        if (outcome instanceof Outcome.Unknown || mayWorkLater(outcome)) {
            silence.incrementAndGet();
        } else {
            silence.set(0);
        }
        return outcome;
    }

    private static boolean mayWorkLater(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown(Outcome.Cause cause, _) -> cause == Outcome.Cause.DISCONNECTED;
            case Outcome.Broken(int status, _) -> LATER.contains(status);
            case Outcome.Refused(_, Refusal why, Duration after, _, _) ->
                    after != null || why == Refusal.THROTTLED || why == Refusal.MAINTENANCE;
            case Outcome.Accepted _ -> false;
        };
    }

    private static Duration told(Outcome outcome, Duration otherwise) {
        return outcome instanceof Outcome.Refused refused && refused.retryAfter() != null
                ? refused.retryAfter()
                : otherwise;
    }

    /** Waits; returns false if that would take too long, or the rest is dropped meanwhile. */
    private boolean paused(Duration pause) {
        try {
            return pause.compareTo(LONGEST_PAUSE) <= 0
                    && !dropping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether a thing is gone now; one that did not exist counts as gone. */
    private static boolean isGone(Outcome outcome) {
        return outcome.isAccepted() || isAbsent(outcome);
    }

    static boolean isAbsent(Outcome outcome) {
        return outcome.isRefused(Refusal.GONE) || outcome.isRefused(Refusal.NEVER_KNOWN);
    }
}
