package meanwhile.model;

import java.util.ArrayList;
import java.util.List;
import meanwhile.oracle.BruteForce;
import org.jspecify.annotations.Nullable;

/** Random histories of a queue, and what explains them. */
final class QueueSubject {
    private QueueSubject() {}

    static OracleSubject<Queue.Op> of() {
        return new OracleSubject<>(
                "queue",
                true,
                chance -> {
                    int[] next = new int[1];
                    return chance.history(
                            List.<String>of(),
                            state -> queueing(state, chance, next),
                            QueueSubject::line,
                            op ->
                                    switch (op) {
                                        case Queue.Read(List<String> elements) ->
                                                new Queue.Read(
                                                        OracleSubjects.falsified(chance, elements));
                                        case Queue.Take _ -> new Queue.Take("e" + chance.below(3));
                                        default -> op;
                                    });
                },
                events -> Queue.check(events, Register.BUDGET),
                events -> BruteForce.explains(Chance.deeds(events, QueueSubject::line), List.of()),
                op -> op instanceof Queue.Read || op instanceof Queue.Miss);
    }

    private static Queue.Op queueing(List<String> state, Chance chance, int[] next) {
        return switch (chance.below(5)) {
            case 0, 1 -> new Queue.Put("e" + next[0]++);
            case 2 -> new Queue.Read(state);
            case 3 -> state.isEmpty() ? new Queue.Miss() : new Queue.Take(null);
            default -> state.isEmpty() ? new Queue.Miss() : new Queue.Take(state.getFirst());
        };
    }

    private static @Nullable List<String> line(List<String> state, Queue.Op op) {
        return switch (op) {
            case Queue.Put(String element) -> {
                List<String> longer = new ArrayList<>(state);
                longer.add(element);
                yield longer;
            }
            case Queue.Take(String element) ->
                    state.isEmpty() || !(element == null || state.getFirst().equals(element))
                            ? null
                            : state.subList(1, state.size());
            case Queue.Read(List<String> elements) -> state.equals(elements) ? state : null;
            case Queue.Miss _ -> state.isEmpty() ? state : null;
        };
    }
}
