package meanwhile.check.declared;

import java.util.Map;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Operation;

/** What a deed says, and what its answer tells, by the names of the profile. */
public final class DeedFacts {
    private DeedFacts() {}

    /** The values of its parameters. */
    public static Map<String, String> said(Call call) {
        return call.operation() instanceof Operation.Declared declared
                ? declared.values()
                : Map.of();
    }

    /** The facts of its answer; none if it was not accepted. */
    public static Map<String, String> told(Call call) {
        Answer.DeclaredSeen seen = call.answer(Answer.DeclaredSeen.class);
        return seen == null ? Map.of() : seen.facts();
    }
}
