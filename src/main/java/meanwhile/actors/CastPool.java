package meanwhile.actors;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The anonymous members of crowds. They serve the whole run, but one example at a time: examples
 * that run concurrently have separate crowds.
 */
public final class CastPool {
    private final Deque<Cast> free = new ConcurrentLinkedDeque<>();

    Cast lend() {
        Cast crowd = free.poll();
        return crowd == null ? new Cast() : crowd;
    }

    /** Takes back a crowd that was lent. */
    void takeBack(Cast crowd) {
        free.push(crowd);
    }
}
