package meanwhile.steps;

import java.util.List;
import java.util.function.Supplier;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.history.Call;

/**
 * Notices that a gallery is away while questions are asked. Each look waits for what it wants to
 * see; from a gallery that answers nothing, round after round, nothing is to be expected.
 */
final class Absence {
    private static final int PATIENCE = 3;

    private int rounds;

    /** Before a question: it is tried at least once, for the gallery may be back. */
    void nextQuestion() {
        rounds = Math.min(rounds, PATIENCE - 1);
    }

    /** Asks, unless the gallery is away. */
    Verdict ask(Round round, Supplier<Verdict> question) {
        if (rounds >= PATIENCE) {
            return new Verdict.Undecided("the gallery did not answer any more");
        }
        int before = round.history().size();
        Verdict verdict = question.get();
        List<Call> calls = round.history().calls();
        List<Call> looks = calls.subList(Math.min(before, calls.size()), calls.size());
        if (!looks.isEmpty()) {
            boolean answered = looks.stream().anyMatch(look -> look.outcome().isDefinite());
            rounds = answered ? 0 : rounds + 1;
        }
        return verdict;
    }
}
