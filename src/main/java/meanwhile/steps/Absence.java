package meanwhile.steps;

import java.util.List;
import java.util.function.Supplier;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.history.Call;

/**
 * Notices that a gallery is away while questions are asked. Each look waits for what it wants to
 * see; from a gallery that answers nothing it would wait so in every round.
 */
final class Absence {
    private boolean away;

    /** Asks, unless the gallery was away when it was asked last and still is. */
    Verdict ask(Round round, Supplier<Verdict> question) {
        if (away && !round.isAnybodyThere()) {
            return new Verdict.Undecided("the gallery did not answer any more");
        }
        int before = round.history().size();
        Verdict verdict = question.get();
        List<Call> calls = round.history().calls();
        List<Call> looks = calls.subList(Math.min(before, calls.size()), calls.size());
        away = !looks.isEmpty() && looks.stream().noneMatch(look -> look.outcome().isDefinite());
        return verdict;
    }
}
