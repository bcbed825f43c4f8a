package meanwhile.steps;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The objects that Cucumber created for the example that this thread plays. The rows of its tables
 * are said to the same objects as its steps.
 */
public final class StepObjects {
    private static final ThreadLocal<@Nullable Function<Class<?>, Object>> CURRENT =
            new ThreadLocal<>();

    private StepObjects() {}

    /** An example begins in this thread. */
    public static void begin(Function<Class<?>, Object> objects) {
        CURRENT.set(objects);
    }

    /** The example of this thread has ended. */
    public static void end() {
        CURRENT.remove();
    }

    /** Whether this thread plays an example, rather than reading one. */
    static boolean areThere() {
        return CURRENT.get() != null;
    }

    /** The example's object of this class. */
    static Object of(Class<?> type) {
        Function<Class<?>, Object> objects = CURRENT.get();
        if (objects == null) {
            throw new IllegalStateException("no example is being played in this thread");
        }
        return objects.apply(type);
    }
}
