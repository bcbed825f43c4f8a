package meanwhile.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tries all orders, one after another. It knows nothing of the checkers, caches nothing, and only
 * implements the definition: that is why it can be trusted.
 */
public final class BruteForce {
    /**
     * An event.
     *
     * @param known whether it certainly took effect; if not, it may be left out
     * @param step the state after it; null if it cannot happen in that state
     */
    public record Deed(
            long begun, long ended, boolean known, Function<Object, @Nullable Object> step) {}

    private BruteForce() {}

    /** Whether some order explains all deeds. */
    public static boolean explains(List<Deed> deeds, Object initial) {
        return canEnd(deeds, initial, _ -> true);
    }

    /** Whether some order of all deeds ends in a wanted state. */
    public static boolean canEnd(List<Deed> deeds, Object state, Predicate<Object> wanted) {
        if (deeds.stream().noneMatch(Deed::known) && wanted.test(state)) {
            return true;
        }
        for (Deed deed : deeds) {
            boolean mayBeNext =
                    deeds.stream()
                            .noneMatch(other -> other.known() && other.ended() < deed.begun());
            Object next = mayBeNext ? deed.step().apply(state) : null;
            if (next != null) {
                List<Deed> rest = new ArrayList<>(deeds);
                rest.remove(deed);
                if (canEnd(rest, next, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
