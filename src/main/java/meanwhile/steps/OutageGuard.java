package meanwhile.steps;

import java.util.List;
import java.util.function.Supplier;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.Operation;

/**
 * Notices that the gallery is away while questions are asked. Each read waits for its result;
 * without this guard it would do so in every round of a dead gallery.
 */
final class OutageGuard {
    private boolean away;

    /** Asks, unless the gallery was away at the last question and still is. */
    Verdict ask(Round round, Supplier<Verdict> question) {
        if (away && !round.isAnybodyThere()) {
            return new Verdict.Undecided("the gallery stopped answering");
        }
        int before = round.history().size();
        Verdict verdict = question.get();
        List<Call> calls = round.history().calls();
        // A gallery that only reports to be unhealthy does not answer the question either.
        List<Call> looks =
                calls.stream()
                        .filter(call -> call.number() >= before)
                        .filter(call -> call.phase() != Phase.ELSEWHERE)
                        .filter(call -> !(call.operation() instanceof Operation.CheckHealth))
                        .toList();
        away = !looks.isEmpty() && looks.stream().noneMatch(look -> look.outcome().isTold());
        return verdict;
    }
}
