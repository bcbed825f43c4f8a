package meanwhile.actors;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The nameless members of crowds. They serve the whole run, but one example at a time: examples
 * that are played beside each other have crowds of their own.
 */
public final class CastPool {
    private final Deque<Cast> free = new ConcurrentLinkedDeque<>();

    Cast lend() {
        Cast crowd = free.poll();
        return crowd == null ? new Cast() : crowd;
    }

    /** Takes a crowd back that was lent. */
    void takeBack(Cast crowd) {
        free.push(crowd);
    }
}
