package meanwhile.actors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An order in which the calls of a moment come one after another.
 *
 * @param turns the place of the actor whose call comes next, once for each call; calls beyond these
 *     follow actor by actor
 * @param most how many calls an actor makes at most, by their place; those who are not named here
 *     make all of theirs
 * @param pausing whether there is a pause before each call, so that what goes on behind an answer
 *     comes to its end
 */
public record Order(List<Integer> turns, Map<Integer, Integer> most, boolean pausing) {
    public Order {
        turns = List.copyOf(turns);
        most = Map.copyOf(most);
    }

    /** One actor after another, each with all their calls. */
    public static Order asWritten() {
        return new Order(List.of(), Map.of(), false);
    }

    /** The same order with a pause before each call. */
    public Order slowly() {
        return new Order(turns, most, true);
    }

    /** The same order, in which this actor makes so many calls at most. */
    public Order with(int actor, int calls) {
        Map<Integer, Integer> fewer = new HashMap<>(most);
        fewer.put(actor, calls);
        return new Order(turns, fewer, pausing);
    }
}
