package meanwhile.steps;

import java.time.Duration;

/**
 * How long an example may take.
 *
 * @param atMost the time, beside the time that its crowds take to arrive
 * @param notice an example that takes longer is shown to the watcher, and again each time
 * @param watcher is shown how long an example has taken, and how long it may take
 */
public record ExampleBound(Duration atMost, Duration notice, Watcher watcher) {
    /** Is shown the examples that take long. */
    @FunctionalInterface
    public interface Watcher {
        void takesLong(String place, Duration taken, Duration limit);
    }
}
