package meanwhile.check.law;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;

/**
 * The values that something may have when all is quiet: those of the writes that may have been the
 * last. A write is not the last if one that certainly happened began after it had ended. It is the
 * final state of an atomic register (L. Lamport, On interprocess communication, 1986).
 */
final class LastWrites {
    private LastWrites() {}

    /**
     * A request that sets a value.
     *
     * @param sure whether it certainly took effect
     */
    record Write<T>(Call call, T value, boolean sure) {}

    /**
     * The possible values.
     *
     * @param initial the value before any write
     */
    static <T> Set<T> of(T initial, List<Write<T>> writes) {
        Set<T> last = new LinkedHashSet<>();
        if (writes.stream().noneMatch(Write::sure)) {
            last.add(initial);
        }
        for (Write<T> write : writes) {
            if (writes.stream().noneMatch(other -> isOver(write, other))) {
                last.add(write.value());
            }
        }
        return last;
    }

    private static boolean isOver(Write<?> write, Write<?> other) {
        return other.sure() && write.call().latestEffect() < other.call().times().begun();
    }
}
