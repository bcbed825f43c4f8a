package meanwhile.check;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/**
 * Checks that calls were answered, and refused only for reasons that there were. No answer within
 * the limit contradicts that while the service's health answers, and leaves it undecided when the
 * service as a whole is away.
 */
public final class Answers {
    private Answers() {}

    /** Each call got a definite answer, and none a server error. */
    public static Verdict definite(History calls, History whole, Duration limit) {
        for (Call call : calls.calls()) {
            switch (call.outcome()) {
                case Outcome.Accepted _, Outcome.Refused _ -> {}
                case Outcome.Broken(int status, String detail) -> {
                    return Verdict.contradicted(
                            "Expected a definite answer, got a broken one (%d: %s)"
                                    .formatted(status, detail),
                            List.of(call),
                            "Nobody can tell from this answer whether it was done");
                }
                case Outcome.Unknown unknown -> {
                    return unanswered(call, unknown, whole, limit);
                }
            }
        }
        return Verdict.holds();
    }

    /**
     * Whatever was refused was refused for one of these reasons. A gallery that is at its capacity
     * may always ask to come back later; what it would have said otherwise is not known.
     */
    public static Verdict refusedOnlyFor(History calls, Set<Refusal> reasons) {
        boolean busy = false;
        for (Call call : calls.calls()) {
            if (call.outcome() instanceof Outcome.Refused refused
                    && !reasons.contains(refused.why())) {
                if (refused.why() == Refusal.MAINTENANCE) {
                    busy = true;
                    continue;
                }
                return Verdict.contradicted(
                        "Expected to be accepted%s, was refused as %s (%s)"
                                .formatted(
                                        reasons.isEmpty() ? "" : " or refused as " + keys(reasons),
                                        refused.why().key(),
                                        refused.detail()),
                        List.of(call),
                        "There was no reason for this refusal");
            }
        }
        return busy
                ? new Verdict.Undecided("the gallery asked to come back later")
                : Verdict.holds();
    }

    private static Verdict unanswered(
            Call call, Outcome.Unknown unknown, History whole, Duration limit) {
        History health = whole.of(Operation.CheckHealth.class);
        if (health.isEmpty()) {
            return new Verdict.Undecided(
                    "there was no answer, and without check-health nobody can tell whether the"
                            + " service as a whole was away");
        }
        boolean healthy =
                health.stream()
                        .anyMatch(
                                check ->
                                        check.accepted()
                                                && check.times().begun() >= call.times().begun());
        if (!healthy) {
            return new Verdict.Undecided("the service as a whole did not answer");
        }
        if (unknown.cause() == Outcome.Cause.TIMED_OUT && waited(call) < limit.toSeconds()) {
            return new Verdict.Undecided("an answer was not waited for as long as it may take");
        }
        return Verdict.contradicted(
                unknown.cause() == Outcome.Cause.DISCONNECTED
                        ? "Expected an answer, the connection broke (%s)"
                                .formatted(unknown.detail())
                        : "Expected an answer within %d s, got none".formatted(limit.toSeconds()),
                List.of(call),
                "The gallery said meanwhile that it was well");
    }

    /** In seconds: the sender's clock and that of the record differ by less. */
    private static long waited(Call call) {
        return Math.round(call.underWay() / 1e9);
    }

    private static List<String> keys(Set<Refusal> reasons) {
        return reasons.stream().map(Refusal::key).sorted().toList();
    }
}
