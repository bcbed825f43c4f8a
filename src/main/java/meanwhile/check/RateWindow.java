package meanwhile.check;

import java.time.Duration;
import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Allowance;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.model.Ruling;

/**
 * Checks uploads against an allowance in a sliding window. The exact moment at which the gallery
 * counted an upload is not visible from outside: it lies between the call's beginning and its end.
 * So overshoot is judged with the narrowest window that certainly held the uploads, and a refusal
 * with the widest that could have.
 */
public final class RateWindow {
    private RateWindow() {}

    /** Checks that no window ever certainly held more acknowledged uploads than the allowance. */
    public static Verdict neverExceeded(History uploads, Allowance allowance) {
        List<Call> accepted = uploads.where(Call::accepted).calls();
        long window = allowance.window().toNanos();
        for (Call first : accepted) {
            long from = first.times().begun();
            List<Call> inside =
                    accepted.stream()
                            .filter(
                                    call ->
                                            call.times().begun() >= from
                                                    && call.times().ended() < from + window)
                            .toList();
            if (inside.size() > allowance.uploads()) {
                return Verdict.contradicted(
                        "Expected at most %d accepted uploads in any %d s, saw %d"
                                        .formatted(
                                                allowance.uploads(),
                                                allowance.window().toSeconds(),
                                                inside.size())
                                + Ruling.enough(allowance.uploads() + 1, inside.size(), "uploads"),
                        inside.subList(0, allowance.uploads() + 1),
                        "All of these lie within one such window");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that no upload was throttled that the allowance still covered, whatever the moment of
     * counting.
     */
    public static Verdict nothingRefusedWithin(History uploads, Allowance allowance) {
        long window = allowance.window().toNanos();
        for (Call refused : uploads.where(RateWindow::throttled).calls()) {
            List<Call> conceivable =
                    uploads.stream()
                            .filter(Call::possible)
                            .filter(
                                    call ->
                                            call.times().begun() <= refused.times().ended()
                                                    && call.latestEffect()
                                                            >= refused.times().begun() - window)
                            .toList();
            if (conceivable.size() < allowance.uploads()) {
                return Verdict.contradicted(
                        "Expected to be served: %d uploads are allowed, only %d counted"
                                .formatted(allowance.uploads(), conceivable.size()),
                        CounterExample.join(conceivable, List.of(refused)),
                        "No other upload fell into the window before the refusal");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that each throttled caller was told when to come back, at most the window's length
     * later.
     */
    public static Verdict saysWhenToComeBack(History uploads, Allowance allowance) {
        for (Call refused : uploads.where(RateWindow::throttled).calls()) {
            Duration wait = ((Outcome.Refused) refused.outcome()).retryAfter();
            // The answer gives whole seconds, rounded up.
            if (wait == null || wait.compareTo(allowance.window().plusSeconds(1)) > 0) {
                return Verdict.contradicted(
                        wait == null
                                ? "Expected to be told when to come back, was not told"
                                : "Expected to be asked back within %d s, was asked to wait %d s"
                                        .formatted(
                                                allowance.window().toSeconds(), wait.toSeconds()),
                        List.of(refused),
                        "The whole allowance is free again after one window");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that each member who came back after the wait was served.
     *
     * @param returns the uploads sent after a wait, each by a member who waited as told
     */
    public static Verdict servedAgain(History returns) {
        for (Call call : returns.calls()) {
            if (throttled(call)) {
                return Verdict.contradicted(
                        "Expected to be served again after the wait, was asked to slow" + " down",
                        List.of(call),
                        "The member had waited as long as the answer said");
            }
        }
        return Verdict.holds();
    }

    /** Whether a call was refused because of the allowance. */
    public static boolean throttled(Call call) {
        return call.outcome().isRefused(Refusal.THROTTLED);
    }
}
