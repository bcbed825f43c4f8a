package meanwhile.actors;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.history.Recorder;
import meanwhile.language.ActorName;
import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;

/**
 * The state that all actors of one attempt at a round share: world, history, random numbers and
 * names. Safe for use by many threads.
 */
final class RoundContext {
    private static final ActorName WATCH = new ActorName("The watch", null);

    private final RunContext run;
    private final int number;
    private final int attempt;
    private final SeededRandom random;
    private final Map<String, AtomicInteger> counters = new ConcurrentHashMap<>();
    private final Map<String, String> shared = new ConcurrentHashMap<>();
    private final Recorder recorder;
    private final World world = new World();
    private final List<Objection> objections = new CopyOnWriteArrayList<>();
    private volatile boolean takenAway;

    RoundContext(RunContext run, String example, int number, int attempt) {
        this.run = run;
        this.number = number;
        this.attempt = attempt;
        this.random = new SeededRandom(run.seed(), example, number);
        this.recorder = new Recorder(run.origin());
    }

    RunContext run() {
        return run;
    }

    int number() {
        return number;
    }

    int attempt() {
        return attempt;
    }

    World world() {
        return world;
    }

    Recorder recorder() {
        return recorder;
    }

    /** Everything of this round has been deleted, by calls that are not in its history. */
    void takenAway() {
        takenAway = true;
    }

    boolean isTakenAway() {
        return takenAway;
    }

    void objects(Objection objection) {
        objections.add(objection);
    }

    List<Objection> objections() {
        return List.copyOf(objections);
    }

    /** All calls so far. */
    History history() {
        return recorder.history();
    }

    /**
     * Draws a random number for a purpose: the same in each attempt at this round with one seed.
     */
    long draw(String purpose) {
        return random.draw(purpose);
    }

    /** Draws the next of several random numbers; each attempt draws different ones. */
    long drawNext(String purpose) {
        return random.draw("%s, play %d, %d".formatted(purpose, attempt, next(purpose)));
    }

    /** Counts from 1, with a separate counter for each subject. */
    int next(String what) {
        return counters.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** A name like this one, unique in this and other runs. */
    String uniqueName(String name) {
        return "%s-%s-%s"
                .formatted(
                        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                        run.runName(),
                        Long.toUnsignedString(drawNext(name), Character.MAX_RADIX));
    }

    /** A unique name like this one; the same for all who ask for it in this round. */
    String sharedName(String name) {
        return shared.computeIfAbsent(name, this::uniqueName);
    }

    /** After a call without an answer: checks whether the gallery is reachable at all. */
    void askAfterHealth() {
        Gallery.Sender visitor = new Gallery.Sender(0, null);
        Operation ask = new Operation.CheckHealth();
        try {
            Gallery.Reply reply = run.gallery().send(visitor, ask);
            recorder.record(Phase.THEN, WATCH, 0, false, ask, reply);
        } catch (NotOffered dumb) {
            // It stays unknown whether the gallery was away; the call without an answer stays as it
            // is.
            return;
        }
    }
}
