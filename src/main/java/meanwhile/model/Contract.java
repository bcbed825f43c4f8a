package meanwhile.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what is true of an object one operation at a time. From this alone {@link Conformance}
 * judges what happens at once. The state, the operations and the answers are values: two that mean
 * the same are equal.
 *
 * @param <S> the states of the object
 * @param <O> the operations
 * @param <A> the answers
 */
public interface Contract<S, O, A> {

    /**
     * An operation and how it was answered.
     *
     * @param answer null if nobody knows
     */
    record Asked<O, A>(O operation, @Nullable A answer) {}

    /** The state before any operation. */
    S initial();

    /**
     * The states in which the object may be after an operation; none if it cannot be answered like
     * this in this state.
     *
     * @param answer null if nobody knows it: then after any answer
     */
    Set<S> step(S state, O operation, @Nullable A answer);

    /** The states to which the object may go from here by itself, at any time: work that ends. */
    default Set<S> byItself(S state) {
        return Set.of();
    }

    /** Whether an operation that is answered like this never changes anything. */
    default boolean reads(O operation, @Nullable A answer) {
        return false;
    }
}
