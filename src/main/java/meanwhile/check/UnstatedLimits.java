package meanwhile.check;

import java.util.List;
import meanwhile.history.Call;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/**
 * Excuses a target that limits how often it may be asked where nobody stated the limit: what it
 * would have answered a slower caller is unknown.
 */
public final class UnstatedLimits {
    private UnstatedLimits() {}

    /**
     * The verdict, or undecided if it accuses the target of a call that was asked to slow down and
     * told when to come back.
     */
    public static Verdict excuse(Verdict verdict) {
        return verdict instanceof Verdict.Contradicted(CounterExample why)
                ? slowedDown(why.calls(), verdict)
                : verdict;
    }

    private static Verdict slowedDown(List<Call> calls, Verdict verdict) {
        for (Call call : calls) {
            if (call.outcome() instanceof Outcome.Refused refused
                    && refused.why() == Refusal.THROTTLED
                    && refused.retryAfter() != null) {
                return new Verdict.Undecided(
                        "the target limits how often one may ask (%d, come back in %d s): state it under limits in the profile"
                                .formatted(refused.status(), refused.retryAfter().toSeconds()));
            }
        }
        return verdict;
    }
}
