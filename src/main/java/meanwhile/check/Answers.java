package meanwhile.check;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/**
 * Checks that calls were answered, and refused only for permitted reasons. A call without an answer
 * within the limit is a contradiction if the service's health check was answered meanwhile, and
 * undecided if the whole service was away.
 */
public final class Answers {
    /** Nothing was asked, so nothing was answered. */
    private static final Verdict NONE =
            new Verdict.Undecided("nothing was sent that the question speaks of");

    private Answers() {}

    /** Checks that each call got a definite answer, and no answer was a server error. */
    public static Verdict definite(History calls, History whole, Duration limit) {
        if (calls.isEmpty()) {
            return NONE;
        }
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

    /** Checks that each call was accepted. */
    public static Verdict accepted(History calls) {
        return refusedOnlyFor(calls, Set.of());
    }

    /**
     * Checks that each call was accepted, or refused for one of these reasons. A gallery at its
     * capacity may always ask the caller to come back later: what it would have answered otherwise
     * is unknown. A broken answer is neither an acceptance nor a refusal.
     */
    public static Verdict refusedOnlyFor(History calls, Set<Refusal> reasons) {
        if (calls.isEmpty()) {
            return NONE;
        }
        for (Call call : calls.calls()) {
            if (call.outcome() instanceof Outcome.Refused refused
                    && !reasons.contains(refused.why())
                    && refused.why() != Refusal.MAINTENANCE) {
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
        List<Call> open = calls.stream().filter(call -> isOpen(call.outcome(), reasons)).toList();
        return open.isEmpty()
                ? Verdict.holds()
                : new Verdict.Undecided(
                        "%d of %d calls were neither accepted nor refused for a reason of their own: %s"
                                .formatted(
                                        open.size(), calls.size(), SeenOperations.outcomes(open)));
    }

    /**
     * Whether it stays open what became of a call. Where some may be refused, no answer leaves no
     * question about the refusals open; and who breaks off on purpose waits for none.
     */
    private static boolean isOpen(Outcome outcome, Set<Refusal> reasons) {
        return switch (outcome) {
            case Outcome.Accepted _ -> false;
            case Outcome.Refused refused -> !reasons.contains(refused.why());
            case Outcome.Broken _ -> true;
            case Outcome.Unknown(Outcome.Cause cause, _) ->
                    reasons.isEmpty() && cause != Outcome.Cause.BROKEN_OFF;
        };
    }

    /**
     * Checks that everybody who was not accepted was told this reason. A broken answer tells
     * nothing; who got none, or was asked to come back later, may yet be told.
     *
     * @param saying what they should have been told: "that the name is taken"
     * @param so whether an outcome says it
     */
    static Verdict told(List<Call> calls, String saying, Predicate<Call> so) {
        List<Call> broken =
                calls.stream().filter(call -> call.outcome() instanceof Outcome.Broken).toList();
        return calls.stream()
                .filter(call -> call.outcome().isTold() && !call.accepted() && !so.test(call))
                .findFirst()
                .map(
                        misled ->
                                Verdict.contradicted(
                                        "Expected to be told " + saying,
                                        List.of(misled),
                                        "It was refused for another reason"))
                .orElseGet(
                        () ->
                                broken.isEmpty()
                                        ? Verdict.holds()
                                        : new Verdict.Undecided(
                                                "the others should have been told %s; of %d answers %d said nothing: %s"
                                                        .formatted(
                                                                saying,
                                                                calls.size(),
                                                                broken.size(),
                                                                SeenOperations.outcomes(broken))));
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
