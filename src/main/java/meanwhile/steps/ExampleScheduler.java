package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When each example has its turn. Cucumber gives every example a thread of its own and this lets
 * them play, wave by wave: first those that do not disturb each other, some at the same time; then
 * those that want a quiet gallery, three at a time; then, one after another in the order of the
 * features, those that want the gallery for themselves, and last those that look back at the whole
 * run.
 */
public final class ExampleScheduler {
    private static final String QUIET = "@quiet";
    private static final String ALONE = "@alone";
    private static final String THROUGHOUT = "@throughout";

    /** So many crowds still leave two processors idle for a part of their time. */
    private static final int FEW = 3;

    /** An announced example that nobody plays must not keep the others waiting for ever. */
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Set<String> announced = new HashSet<>();
    private final Deque<Wave> waves = new ArrayDeque<>();
    private final int lanes;
    private final Set<String> playing = new HashSet<>();
    private final Set<String> unwanted = new HashSet<>();
    private long lastChange = System.nanoTime();

    /** An example that will be played: where it stands, and its tags with their at sign. */
    public record Announced(String place, Collection<String> tags) {}

    /**
     * Examples that may play at the same time.
     *
     * @param places those that were not played yet
     * @param width so many of them at the same time
     */
    private record Wave(Set<String> places, int width) {}

    /**
     * A schedule.
     *
     * @param lanes how many examples are played at the same time, if they do not disturb each other
     * @param examples all that will be played, in the order of the features
     */
    public ExampleScheduler(int lanes, List<Announced> examples) {
        this(lanes, examples, List.of());
    }

    /**
     * A schedule that begins with some examples, one after another.
     *
     * @param openings where they stand; all of them are among the announced
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
            if (example.tags().contains(THROUGHOUT)) {
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
        nextWave();
    }

    /** These get no turn any more, unless they are playing: enough has been seen. */
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
     * @return whether its turn has come; not if it was turned away
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
        waves.forEach(wave -> wave.places().remove(place));
        nextWave();
        lastChange = System.nanoTime();
        notifyAll();
    }

    private void nextWave() {
        waves.removeIf(wave -> wave.places().isEmpty());
    }

    /** Who was not announced disturbs nobody. */
    private boolean mayEnter(String place) {
        Wave wave = waves.peek();
        if (wave == null || !announced.contains(place)) {
            return playing.size() < lanes;
        }
        return wave.places().contains(place) && playing.size() < wave.width();
    }
}
