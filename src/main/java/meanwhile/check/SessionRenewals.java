package meanwhile.check;

import java.util.List;
import java.util.Objects;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Refusal;

/**
 * Checks that renewing a session gives one session that works, and that an ended session is
 * refused.
 */
public final class SessionRenewals {
    private SessionRenewals() {}

    /** A renewal and the first use of the session that it gave, made afterwards. */
    public record Renewed(Call renewal, Call use) {}

    /**
     * Checks that of several renewals of one session exactly one gave a session that works; or
     * several gave the same one.
     *
     * @param attempts all renewals of that session
     * @param renewed those that were accepted, each with its first use
     */
    public static Verdict exactlyOne(List<Call> attempts, List<Renewed> renewed) {
        if (attempts.isEmpty()) {
            return new Verdict.Undecided("nobody renewed the session");
        }
        for (Renewed each : renewed) {
            if (each.use().outcome().isRefused(Refusal.NOT_SIGNED_IN)) {
                return Verdict.contradicted(
                        "Expected the renewed session to work, was asked to log in",
                        List.of(each.renewal(), each.use()),
                        "The renewal had been accepted, and nobody logged out");
            }
        }
        for (Renewed one : renewed) {
            for (Renewed other : renewed) {
                if (one.use().accepted() && other.use().accepted() && different(one, other)) {
                    return Verdict.contradicted(
                            "Expected a renewal that is used twice to give one session, saw two",
                            List.of(one.renewal(), one.use(), other.renewal(), other.use()),
                            "Both were accepted, they differ, and both work");
                }
            }
        }
        if (renewed.isEmpty() && attempts.stream().noneMatch(Call::possible)) {
            return Verdict.contradicted(
                    "Expected one renewal to be accepted, saw none",
                    attempts,
                    "Nobody had renewed the session before, and it had not ended");
        }
        return renewed.stream().anyMatch(each -> each.use().accepted())
                ? Verdict.holds()
                : new Verdict.Undecided("no renewed session could be tried");
    }

    private static boolean different(Renewed one, Renewed other) {
        Answer.SessionOpened mine = one.renewal().answer(Answer.SessionOpened.class);
        Answer.SessionOpened theirs = other.renewal().answer(Answer.SessionOpened.class);
        return !Objects.equals(mine, theirs);
    }

    /**
     * Checks that no request that began before the first renewal was over was refused as having no
     * session.
     *
     * @param work the calls made in the session that was renewed meanwhile
     * @param renewals the renewals of that session
     */
    public static Verdict nothingInFlightLost(History work, History renewals) {
        List<Call> accepted = renewals.where(Call::accepted).calls();
        for (Call call :
                work.where(each -> each.outcome().isRefused(Refusal.NOT_SIGNED_IN)).calls()) {
            boolean after = accepted.stream().anyMatch(renewal -> renewal.before(call));
            if (!after) {
                return Verdict.contradicted(
                        "Expected a request in flight to be served, was asked to log in",
                        CounterExample.join(accepted, List.of(call)),
                        "It was sent before the renewal was over, in a session that had not"
                                + " ended");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that no call that was sent after the session ended is served.
     *
     * @param calls every call made in one session
     * @param ends the requests that ended it
     */
    public static Verdict nothingServedAfterTheEnd(History calls, History ends) {
        for (Call end : ends.where(Call::accepted).calls()) {
            for (Call call : calls.where(Call::accepted).calls()) {
                if (end.before(call)) {
                    return Verdict.contradicted(
                            "Expected to be asked to log in, was served",
                            List.of(end, call),
                            "The session had been ended before");
                }
            }
        }
        return Verdict.holds();
    }
}
