package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schedules the examples of a run. Cucumber gives each example its own thread, and this class
 * admits them wave by wave: first those that do not disturb each other, several at a time; then
 * those tagged {@code @quiet}, three at a time; then those tagged {@code @alone}, one at a time in
 * the order of the features; last those that review the whole run.
 */
public final class ExampleScheduler {
    private static final String QUIET = "@quiet";
    private static final String ALONE = "@alone";
    private static final String THROUGHOUT = "@throughout";

    /** With three crowds at a time, two processors are still idle for part of the time. */
    private static final int FEW = 3;

    /** The threads that one example may occupy. */
    private static final int FOR_ONE = 3;

    /** An announced example that never runs must not block the others for ever. */
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Set<String> announced = new HashSet<>();
    private final Deque<Wave> waves = new ArrayDeque<>();
    private final Map<String, Wave> waveOf = new HashMap<>();
    private final int lanes;
    private final Set<String> playing = new HashSet<>();
    private final Set<String> unwanted = new HashSet<>();
    private long lastChange = System.nanoTime();

    /**
     * An example of this run.
     *
     * @param place its place in the features
     * @param tags its tags with their at sign
     * @param looksBack whether it asks about the whole run, so that it must come last
     */
    public record Announced(String place, Collection<String> tags, boolean looksBack) {}

    /**
     * Examples that may run concurrently.
     *
     * @param places those that have not run yet
     * @param width how many of them may run at a time
     */
    private record Wave(Set<String> places, int width) {}

    /**
     * Creates a schedule.
     *
     * @param lanes how many examples run at a time, if they do not disturb each other
     * @param examples all examples of the run, in the order of the features
     */
    public ExampleScheduler(int lanes, List<Announced> examples) {
        this(lanes, examples, List.of());
    }

    /**
     * Creates a schedule that begins with some examples, one after another.
     *
     * @param openings their places; all of them are among the announced
     */
    public ExampleScheduler(int lanes, List<Announced> examples, List<String> openings) {
        this.lanes = lanes;
        openings.forEach(place -> waves.add(new Wave(new HashSet<>(Set.of(place)), 1)));
        Wave shared = new Wave(new HashSet<>(), lanes);
        Wave quiet = new Wave(new HashSet<>(), Math.min(lanes, FEW));
        List<Wave> alone = new ArrayList<>();
        List<Wave> last = new ArrayList<>();
        for (Announced example : examples) {
            Set<String> itself = new HashSet<>(Set.of(example.place()));
            announced.add(example.place());
            if (openings.contains(example.place())) {
                continue;
            }
            if (example.looksBack() || example.tags().contains(THROUGHOUT)) {
                last.add(new Wave(itself, 1));
            } else if (example.tags().contains(ALONE)) {
                alone.add(new Wave(itself, 1));
            } else {
                (example.tags().contains(QUIET) ? quiet : shared).places().addAll(itself);
            }
        }
        waves.addAll(List.of(shared, quiet));
        waves.addAll(alone);
        waves.addAll(last);
        waves.forEach(wave -> wave.places().forEach(place -> waveOf.put(place, wave)));
        nextWave();
    }

    /**
     * The number of threads that the examples need so that none of those that can begin waits for
     * one: they share a few, and each of the others may have to wait for its turn, while a thread
     * waits for its rule and one for its feature.
     */
    public synchronized int threads() {
        Wave first = waves.peek();
        int waiting = first == null ? 0 : announced.size() - first.places().size();
        return 1 + FOR_ONE * (lanes + waiting);
    }

    /** Skips these examples, unless they are running: the result is already known. */
    public synchronized void turnAway(Collection<String> places) {
        unwanted.addAll(places);
        unwanted.removeAll(playing);
        waves.forEach(wave -> wave.places().removeAll(unwanted));
        nextWave();
        notifyAll();
    }

    /**
     * Waits for the example's turn.
     *
     * @return whether its turn has come; false if it was skipped
     */
    synchronized boolean enter(String place) throws InterruptedException {
        while (!unwanted.contains(place) && !mayEnter(place)) {
            wait(STALLED.toMillis());
            if (playing.isEmpty() && System.nanoTime() - lastChange > STALLED.toNanos()) {
                break;
            }
        }
        if (unwanted.contains(place)) {
            return false;
        }
        playing.add(place);
        lastChange = System.nanoTime();
        return true;
    }

    /** Ends the example's turn. */
    synchronized void leave(String place) {
        playing.remove(place);
        Wave wave = waveOf.get(place);
        if (wave != null) {
            wave.places().remove(place);
        }
        nextWave();
        lastChange = System.nanoTime();
        notifyAll();
    }

    private void nextWave() {
        for (Wave next = waves.peek(); next != null && next.places().isEmpty(); ) {
            waves.remove();
            next = waves.peek();
        }
    }

    /** An unannounced example disturbs no other. */
    private boolean mayEnter(String place) {
        Wave wave = waves.peek();
        if (wave == null || !announced.contains(place)) {
            return playing.size() < lanes;
        }
        return wave.places().contains(place) && playing.size() < wave.width();
    }
}
