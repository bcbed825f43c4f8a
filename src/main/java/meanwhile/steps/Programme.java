package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * When each example goes on stage. Cucumber gives every example a thread of its own and this lets
 * them on: first those that do not disturb each other, some at the same time; then, one after
 * another in the order of the features, those that want the gallery for themselves, and last those
 * that look back at the whole run.
 */
public final class Programme {
    private static final String ALONE = "@alone";
    private static final String THROUGHOUT = "@throughout";

    /** An announced example that nobody plays must not keep the others waiting for ever. */
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final int lanes;
    private final Deque<String> alone = new ArrayDeque<>();
    private int shared;
    private int running;
    private long lastChange = System.nanoTime();

    /** An example that will be played: where it stands, and its tags with their at sign. */
    public record Announced(String place, Collection<String> tags) {}

    /**
     * A programme.
     *
     * @param lanes how many examples are played at the same time, if they do not disturb each other
     * @param examples all that will be played, in the order of the features
     */
    public Programme(int lanes, List<Announced> examples) {
        this.lanes = lanes;
        List<String> last = new ArrayList<>();
        for (Announced example : examples) {
            if (example.tags().contains(THROUGHOUT)) {
                last.add(example.place());
            } else if (example.tags().contains(ALONE)) {
                alone.add(example.place());
            } else {
                shared++;
            }
        }
        alone.addAll(last);
    }

    /** Waits for the example's turn. */
    synchronized void enter(String place) throws InterruptedException {
        while (!mayEnter(place)) {
            wait(STALLED.toMillis());
            if (running == 0 && System.nanoTime() - lastChange > STALLED.toNanos()) {
                break;
            }
        }
        running++;
        lastChange = System.nanoTime();
    }

    /** Ends the example's turn. */
    synchronized void leave(String place) {
        running--;
        if (!alone.remove(place)) {
            shared--;
        }
        lastChange = System.nanoTime();
        notifyAll();
    }

    private boolean mayEnter(String place) {
        if (alone.contains(place)) {
            return shared <= 0 && running == 0 && place.equals(alone.peek());
        }
        return running < lanes;
    }
}
