package meanwhile.steps;

import java.util.List;
import java.util.function.Supplier;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Operation;

/**
 * Notices that a gallery is away while questions are asked. Each look waits for what it wants to
 * see; from a gallery that answers nothing it would wait so in every round.
 */
final class OutageGuard {
    private boolean away;

    /** Asks, unless the gallery was away when it was asked last and still is. */
    Verdict ask(Round round, Supplier<Verdict> question) {
        if (away && !round.isAnybodyThere()) {
            return new Verdict.Undecided("the gallery did not answer any more");
        }
        int before = round.history().size();
        Verdict verdict = question.get();
        List<Call> calls = round.history().calls();
        // Whoever only says that he is not well does not answer what was asked.
        List<Call> looks =
                calls.subList(Math.min(before, calls.size()), calls.size()).stream()
                        .filter(call -> !(call.operation() instanceof Operation.CheckHealth))
                        .toList();
        away = !looks.isEmpty() && looks.stream().noneMatch(look -> look.outcome().isTold());
        return verdict;
    }
}
