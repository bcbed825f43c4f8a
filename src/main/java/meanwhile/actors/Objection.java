package meanwhile.actors;

import java.util.List;
import meanwhile.history.Call;

/**
 * An assertion that failed while an actor acted.
 *
 * @param step the step of the feature, or the row of its table, in which it stands
 * @param calls what the actor had sent there
 * @param message what the assertion says
 */
public record Objection(String step, List<Call> calls, String message) {
    public Objection {
        calls = List.copyOf(calls);
    }
}
