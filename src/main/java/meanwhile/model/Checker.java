package meanwhile.model;

import java.util.List;

/**
 * Judges whether a history of operations on one object is legal.
 *
 * @param <O> the object's operations
 */
@FunctionalInterface
public interface Checker<O> {
    /** Rules on the history; its events may come in any order. */
    Ruling<O> check(List<Event<O>> history);
}
