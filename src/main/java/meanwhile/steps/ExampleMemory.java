package meanwhile.steps;

import java.util.HashMap;
import java.util.Map;

/** What one step of an example keeps for a later one. */
public final class ExampleMemory {
    private final Map<Class<?>, Object> kept = new HashMap<>();

    /** Keeps something that a later step of the example asks for, one of each type. */
    <T> void remember(Class<T> type, T what) {
        kept.put(type, what);
    }

    /**
     * What an earlier step kept.
     *
     * @throws IllegalStateException if none did
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
