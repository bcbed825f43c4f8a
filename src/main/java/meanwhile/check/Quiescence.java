package meanwhile.check;

import java.util.List;
import java.util.function.Predicate;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Operation;

/**
 * Says how far counts may be off in a quiescent moment, when no one was writing while the reads
 * went on. A request without an answer may take effect even then, at most once: each allows the
 * count to be off by one.
 */
final class Quiescence {
    private Quiescence() {}

    /** The number of such requests that may or may not have taken effect. */
    static long doubts(History history, Predicate<Operation> such) {
        return history.stream()
                .filter(call -> !call.outcome().isDefinite() && such.test(call.operation()))
                .count();
    }

    /** Whether one of these reads showed nothing. */
    static boolean unread(List<Call> looks, Class<? extends Answer> shown) {
        return looks.stream().anyMatch(look -> look.answer(shown) == null);
    }
}
