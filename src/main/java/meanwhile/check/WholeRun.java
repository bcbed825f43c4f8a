package meanwhile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;

/**
 * Checks what is promised over a whole run: that every request ends, without a server error, and
 * that nothing leaks.
 */
public final class WholeRun {
    private static final int SERVER_ERRORS = 500;

    private WholeRun() {}

    /**
     * Checks that no request waited in vain while the gallery was healthy.
     *
     * @param run the histories of all rounds
     * @param excused whether the machine was too busy for the gallery to be blamed for a call's
     *     duration
     */
    public static Verdict everythingEnded(List<History> run, Predicate<Call> excused) {
        List<Verdict> verdicts = new ArrayList<>();
        for (History history : run) {
            History late =
                    history.where(
                            call ->
                                    call.outcome()
                                                    instanceof
                                                    Outcome.Unknown(Outcome.Cause cause, _)
                                            && cause != Outcome.Cause.BROKEN_OFF
                                            && !(call.operation()
                                                    instanceof Operation.CheckHealth));
            for (Call call : late.calls()) {
                boolean well =
                        history.of(Operation.CheckHealth.class).stream()
                                .anyMatch(
                                        check ->
                                                check.accepted()
                                                        && check.times().begun()
                                                                >= call.times().begun());
                if (well && isDisconnected(call)) {
                    continue;
                }
                verdicts.add(late(call, well, excused.test(call)));
            }
        }
        return ifPlayed(run, Call::accepted, Verdict.worst(verdicts));
    }

    private static Verdict late(Call call, boolean well, boolean excused) {
        if (!well) {
            return new Verdict.Undecided("the gallery as a whole did not answer for a while");
        }
        return excused
                ? new Verdict.Undecided(
                        "a request waited in vain while something else kept this machine busy")
                : Verdict.contradicted(
                        "Expected every request to end in good time, this one did not",
                        List.of(call),
                        "The gallery answered meanwhile that it was healthy");
    }

    /** A connection that ended did not wait in vain; health tells whether the gallery was there. */
    private static boolean isDisconnected(Call call) {
        return call.outcome() instanceof Outcome.Unknown(Outcome.Cause cause, _)
                && cause == Outcome.Cause.DISCONNECTED;
    }

    /**
     * Checks that no answer was a server error, other than a documented one. An answer that cannot
     * be understood might tell of one.
     *
     * @param run the histories of all rounds
     */
    public static Verdict noServerError(List<History> run) {
        List<Verdict> verdicts = new ArrayList<>();
        for (History history : run) {
            for (Call call : history.calls()) {
                if (call.outcome() instanceof Outcome.Broken broken) {
                    verdicts.add(broken(call, broken));
                }
            }
        }
        return ifPlayed(run, Call::accepted, Verdict.worst(verdicts));
    }

    private static Verdict broken(Call call, Outcome.Broken broken) {
        return broken.status() < SERVER_ERRORS
                ? new Verdict.Undecided(
                        "there were answers that could not be understood, such as %d: %s"
                                .formatted(broken.status(), broken.detail()))
                : Verdict.contradicted(
                        "Expected no error of the gallery itself, got %d: %s"
                                .formatted(broken.status(), broken.detail()),
                        List.of(call),
                        "Requests that meet should be refused or queued, not fail");
    }

    /**
     * Checks that the gallery holds no more open now than before.
     *
     * @param run the histories of all rounds
     * @param before one reading for each door
     * @param after the last reading through each door, in the same order
     */
    public static Verdict nothingLeaks(
            List<History> run, List<Answer.MetricsSeen> before, List<Call> after) {
        if (before.isEmpty()) {
            return new Verdict.NotOffered("the target does not say what it holds open");
        }
        for (int door = 0; door < before.size(); door++) {
            Answer.MetricsSeen was = before.get(door);
            Call look = after.get(door);
            Answer.MetricsSeen is = look.answer(Answer.MetricsSeen.class);
            if (is == null) {
                return new Verdict.Undecided("what the gallery holds open could not be read");
            }
            if (!noMore(was, is)) {
                return Verdict.contradicted(
                        "Expected at most " + told(was) + " as before the run, saw " + told(is),
                        List.of(look),
                        "All members had left, and everything had been removed again");
            }
        }
        return ifPlayed(run, WholeRun::isWritten, Verdict.holds());
    }

    /** Whether nothing is held open that was not held open before. */
    public static boolean noMore(Answer.MetricsSeen was, Answer.MetricsSeen is) {
        return is.openConnections() <= was.openConnections()
                && is.waitingPolls() <= was.waitingPolls()
                && is.databaseSessions() <= was.databaseSessions()
                && is.storedBytes() <= was.storedBytes();
    }

    private static String told(Answer.MetricsSeen seen) {
        return "%d connections, %d polls, %d sessions and %d bytes"
                .formatted(
                        seen.openConnections(),
                        seen.waitingPolls(),
                        seen.databaseSessions(),
                        seen.storedBytes());
    }

    /** Where nothing was ever accepted there is nothing to look back at: then nothing holds. */
    private static Verdict ifPlayed(List<History> run, Predicate<Call> kind, Verdict verdict) {
        return verdict instanceof Verdict.Holds
                        && run.stream()
                                .flatMap(History::stream)
                                .filter(WholeRun::isAction)
                                .noneMatch(kind)
                ? new Verdict.Undecided(
                        "there is nothing to look back at: no action of this run was accepted"
                                + " before")
                : verdict;
    }

    /** To arrive is no action, and neither is to look. */
    private static boolean isAction(Call call) {
        return call.phase().compareTo(Phase.THEN) < 0
                && !(call.operation() instanceof Operation.SignUp)
                && !(call.operation() instanceof Operation.LogIn)
                && !(call.operation() instanceof Operation.CheckHealth);
    }

    /** What leaves nothing anywhere cannot leak. */
    private static boolean isWritten(Call call) {
        return call.accepted() && call.operation() instanceof Operation.Write;
    }
}
