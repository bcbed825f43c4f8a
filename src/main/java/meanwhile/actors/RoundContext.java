package meanwhile.actors;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.history.Recorder;
import meanwhile.language.ActorName;
import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;

/**
 * What all who act in one play of a round share: its world, its history, its chances and its names.
 * Safe for many actors at once.
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

    /** Everything that was called so far. */
    History history() {
        return recorder.history();
    }

    /** Draws for a purpose: the same in each play of this round, with the same seed. */
    long draw(String purpose) {
        return random.draw(purpose);
    }

    /** Draws for the next of several, unlike what any other play draws. */
    long drawNext(String purpose) {
        return random.draw("%s, play %d, %d".formatted(purpose, attempt, next(purpose)));
    }

    /** Counts, from 1; for each what there is a count of its own. */
    int next(String what) {
        return counters.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** A name like this one, unlike all others of this and other runs. */
    String uniqueName(String name) {
        return "%s-%s-%s"
                .formatted(
                        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                        run.runName(),
                        Long.toUnsignedString(drawNext(name), Character.MAX_RADIX));
    }

    /** A name like this one, unlike all others, and the same for all who want it in this round. */
    String sharedName(String name) {
        return shared.computeIfAbsent(name, this::uniqueName);
    }

    /** After a call without an answer: is the gallery there at all? */
    void askAfterHealth() {
        Gallery.Sender visitor = new Gallery.Sender(0, null);
        Operation ask = new Operation.CheckHealth();
        try {
            Gallery.Reply reply = run.gallery().send(visitor, ask);
            recorder.record(Phase.THEN, WATCH, 0, false, ask, reply);
        } catch (NotOffered dumb) {
            // Nobody will know whether it was away; the call without an answer stays what it is.
            return;
        }
    }
}
