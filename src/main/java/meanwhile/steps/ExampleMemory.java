package meanwhile.steps;

import java.util.HashMap;
import java.util.Map;

/** Values that one step of an example keeps for a later one. */
public final class ExampleMemory {
    private final Map<Class<?>, Object> kept = new HashMap<>();

    /** Keeps one value of each type for later steps of the example. */
    <T> void remember(Class<T> type, T what) {
        kept.put(type, what);
    }

    /**
     * Returns the value that an earlier step kept.
     *
     * @throws IllegalStateException if there is none
     */
    <T> T recall(Class<T> type) {
        Object what = kept.get(type);
        if (what == null) {
            throw new IllegalStateException(
                    "this step needs an earlier one that gives a " + type.getSimpleName());
        }
        return type.cast(what);
    }
}
