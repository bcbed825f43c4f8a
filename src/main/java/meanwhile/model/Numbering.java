package meanwhile.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers things in the order in which they first come up, so that a search can remember its states
 * as numbers.
 */
final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    /** The number of a thing, from 0; equal things have one number. */
    int of(T thing) {
        Integer known = numbers.putIfAbsent(thing, things.size());
        if (known != null) {
            return known;
        }
        things.add(thing);
        return things.size() - 1;
    }

    /** The thing of a number. */
    T get(int number) {
        return things.get(number);
    }
}
