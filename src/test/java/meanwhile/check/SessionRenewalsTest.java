package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;

/** Renewals of a session against tiny histories. */
class SessionRenewalsTest {
    private static final Operation SELF = new Operation.ReadSelf();
    private static final Answer.Done DONE = new Answer.Done();
    private final Operation renew = new Operation.RefreshSession(new Secret("r"), null);

    @Test
    void givesOneSessionThatWorks() {
        Call one = renewed(0, "a");
        Call other = renewed(1, "b");
        Call works = call(new Outcome.Accepted(200, new Answer.MemberSeen(0L, 0L)));
        Call fails = call(new Outcome.Refused(401, Refusal.NOT_SIGNED_IN, null, ""));
        holds(
                SessionRenewals.exactlyOne(
                        List.of(one), List.of(new SessionRenewals.Renewed(one, works))));
        contradicted(
                SessionRenewals.exactlyOne(
                        List.of(one), List.of(new SessionRenewals.Renewed(one, fails))));
        contradicted(
                SessionRenewals.exactlyOne(
                        List.of(one, other),
                        List.of(
                                new SessionRenewals.Renewed(one, works),
                                new SessionRenewals.Renewed(other, works))));
        contradicted(
                SessionRenewals.exactlyOne(
                        new Told()
                                .refused("Ana", 0, 1, renew, Refusal.NOT_SIGNED_IN)
                                .history()
                                .calls(),
                        List.of()));
    }

    @Test
    void losesNothingUnderWay() {
        Told told = new Told().accepted("Ana", 5, 9, renew, session("a"));
        holds(inFlight(told.refused("Ana", 10, 11, SELF, Refusal.NOT_SIGNED_IN)));
        contradicted(inFlight(told.refused("Ana", 8, 12, SELF, Refusal.NOT_SIGNED_IN)));
    }

    @Test
    void isNotNeededUntilTheSessionEnds() {
        Operation end = new Operation.LogOut();
        Told told = new Told().accepted("Ana", 5, 9, end, DONE);
        holds(after(told.accepted("Ana", 8, 12, SELF, new Answer.MemberSeen(0L, 0L))));
        contradicted(after(told.accepted("Ana", 10, 12, SELF, new Answer.MemberSeen(0L, 0L))));
    }

    private Verdict inFlight(Told told) {
        History all = told.history();
        return SessionRenewals.nothingInFlightLost(
                all.of(Operation.ReadSelf.class), all.of(Operation.RefreshSession.class));
    }

    private Verdict after(Told told) {
        History all = told.history();
        return SessionRenewals.nothingServedAfterTheEnd(all, all.of(Operation.LogOut.class));
    }

    private Call renewed(long at, String secret) {
        return new Told()
                .accepted("Ana", at, at + 1, renew, session(secret))
                .history()
                .calls()
                .getFirst();
    }

    private Call call(Outcome outcome) {
        return new Told().call("Ana", 5, 6, SELF, outcome).history().calls().getFirst();
    }

    private Answer session(String secret) {
        return new Answer.SessionOpened(new Secret(secret));
    }
}
