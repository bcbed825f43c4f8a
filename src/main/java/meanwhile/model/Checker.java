package meanwhile.model;

import java.util.List;

/**
 * Judges a history of operations on one object: whether it is legal.
 *
 * @param <O> what can be done with the object
 */
@FunctionalInterface
public interface Checker<O> {
    /** Whether the history is legal; its events may come in any order. */
    Ruling<O> check(List<Event<O>> history);
}
