package meanwhile.check;

import java.util.List;
import java.util.function.Predicate;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Operation;

/**
 * Says how far counts may be off in a quiescent moment, when nobody was writing while the looking
 * went on. A request without an answer may take effect even then, at most once each: so much a
 * count may be off.
 */
final class Quiescence {
    private Quiescence() {}

    /** How many of such requests may have happened, or may yet. */
    static long doubts(History history, Predicate<Operation> such) {
        return history.stream()
                .filter(call -> !call.outcome().isDefinite() && such.test(call.operation()))
                .count();
    }

    /** Whether one of these looks showed nothing. */
    static boolean unread(List<Call> looks, Class<? extends Answer> shown) {
        return looks.stream().anyMatch(look -> look.answer(shown) == null);
    }
}
