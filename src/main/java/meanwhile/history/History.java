package meanwhile.history;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meanwhile.language.Operation;

/** The calls of one round, in the order in which they began. Immutable. */
public record History(List<Call> calls) {
    /** A history without calls. */
    public static final History EMPTY = new History(List.of());

    public History {
        calls =
                calls.stream()
                        .sorted(Comparator.comparingLong((Call call) -> call.times().begun()))
                        .toList();
    }

    /** The calls that satisfy a condition. */
    public History where(Predicate<Call> condition) {
        return new History(calls.stream().filter(condition).toList());
    }

    /** The calls of one part of the example. */
    public History in(Phase phase) {
        return where(call -> call.phase() == phase);
    }

    /** The calls of one kind of operation. */
    public History of(Class<? extends Operation> kind) {
        return where(call -> kind.isInstance(call.operation()));
    }

    /** The calls that were held at the starting gate. */
    public History gated() {
        return where(Call::gated);
    }

    public Stream<Call> stream() {
        return calls.stream();
    }

    public boolean isEmpty() {
        return calls.isEmpty();
    }

    public int size() {
        return calls.size();
    }
}
