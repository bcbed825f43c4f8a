package meanwhile.check;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Checks that calls were answered, and refused only for permitted reasons. A call without an answer
 * within the limit is a contradiction if the service's health check was answered meanwhile, and
 * undecided if the whole service was away.
 */
public final class Answers {
    private Answers() {}

    /** Checks that each call got a definite answer, and no answer was a server error. */
    public static Verdict definite(History calls, History whole, Duration limit) {
        for (Call call : calls.calls()) {
            switch (call.outcome()) {
                case Outcome.Accepted _, Outcome.Refused _ -> {}
                case Outcome.Broken(int status, String detail) -> {
                    return Verdict.contradicted(
                            "Expected a definite answer, got a broken one (%d: %s)"
                                    .formatted(status, detail),
                            List.of(call),
                            "This answer does not tell whether it was done");
                }
                case Outcome.Unknown unknown -> {
                    return unanswered(call, unknown, whole, limit);
                }
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that each refusal has one of these reasons. A gallery at its capacity may always ask
     * the caller to come back later, and so may one that limits how often it is asked: what it
     * would have answered otherwise is unknown.
     */
    public static Verdict refusedOnlyFor(History calls, Set<Refusal> reasons) {
        Verdict otherwise = Verdict.holds();
        for (Call call : calls.calls()) {
            if (call.outcome() instanceof Outcome.Refused refused
                    && !reasons.contains(refused.why())) {
                String later = later(refused);
                if (later == null) {
                    return Verdict.contradicted(
                            "Expected to be accepted%s, was refused as %s (%s)"
                                    .formatted(
                                            reasons.isEmpty()
                                                    ? ""
                                                    : " or refused as " + keys(reasons),
                                            refused.why().key(),
                                            refused.detail()),
                            List.of(call),
                            "There was no reason for this refusal");
                }
                otherwise = new Verdict.Undecided(later);
            }
        }
        return otherwise;
    }

    /** Why the caller may have to come back later; null if that was not said. */
    private static @Nullable String later(Outcome.Refused refused) {
        if (refused.why() == Refusal.MAINTENANCE) {
            return "the gallery asked to come back later";
        }
        Duration after = refused.retryAfter();
        return refused.why() == Refusal.THROTTLED && after != null
                ? "the target limits how often one may ask (%d, come back in %d s): state it under limits in the profile"
                        .formatted(refused.status(), after.toSeconds())
                : null;
    }

    private static Verdict unanswered(
            Call call, Outcome.Unknown unknown, History whole, Duration limit) {
        History health = whole.of(Operation.CheckHealth.class);
        if (health.isEmpty()) {
            return new Verdict.Undecided(
                    "there was no answer, and without check-health it is unknown whether the whole"
                            + " service was away");
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
            return new Verdict.Undecided("a call was given up before the limit");
        }
        return Verdict.contradicted(
                unknown.cause() == Outcome.Cause.DISCONNECTED
                        ? "Expected an answer, the connection broke (%s)"
                                .formatted(unknown.detail())
                        : "Expected an answer within %d s, got none".formatted(limit.toSeconds()),
                List.of(call),
                "The gallery answered meanwhile that it was healthy");
    }

    /** Whole seconds, since the sender's clock and the record's clock differ by less. */
    private static long waited(Call call) {
        return Math.round(call.underWay() / 1e9);
    }

    private static List<String> keys(Set<Refusal> reasons) {
        return reasons.stream().map(Refusal::key).sorted().toList();
    }
}
