package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.time.Duration;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.Role;
import org.junit.jupiter.api.Test;

/** Granted and removed roles and bans, against tiny histories. */
class RoleChangesTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Operation SELF = new Operation.ReadSelf();
    private static final Answer.Done DONE = new Answer.Done();
    private final MemberId ben = new MemberId("ben");
    private final Operation work = new Operation.SetAllowance(ben, new Allowance(1, DELAY));

    @Test
    void bindsAtOnceWhenItIsTakenAway() {
        Told told =
                new Told()
                        .accepted("Mara", 0, 1, role(Role.ADMINISTRATOR), DONE)
                        .accepted("Ben", 2, 3, work, DONE)
                        .accepted("Mara", 4, 6, role(Role.MEMBER), DONE);
        holds(administers(told.accepted("Ben", 5, 9, work, DONE)));
        contradicted(administers(told.accepted("Ben", 7, 9, work, DONE)));
    }

    @Test
    void mayTakeTheDelayToBeKnownWhenItIsGiven() {
        Told told = new Told().accepted("Mara", 0, 1, role(Role.ADMINISTRATOR), DONE);
        holds(administers(told.refused("Ben", 50, 51, work, Refusal.FORBIDDEN)));
        contradicted(administers(told.refused("Ben", 150, 151, work, Refusal.FORBIDDEN)));
    }

    @Test
    void isNotForOneselfToGive() {
        contradicted(administers(new Told().accepted("Ben", 0, 1, role(Role.ADMINISTRATOR), DONE)));
    }

    @Test
    void doesNotHelpWhoIsBanned() {
        Operation ban = new Operation.SetBan(ben, true);
        Told told = new Told().accepted("Mara", 0, 1, ban, DONE);
        holds(takesPart(told.refused("Ben", 2, 3, SELF, Refusal.FORBIDDEN)));
        contradicted(takesPart(told.accepted("Ben", 4, 5, SELF, new Answer.MemberSeen(0L, 0L))));
    }

    private Operation role(Role role) {
        return new Operation.SetRole(ben, role);
    }

    private Verdict administers(Told told) {
        return MemberRights.administers("Ben", ben, told.history(), DELAY);
    }

    private Verdict takesPart(Told told) {
        return MemberRights.takesPart("Ben", ben, told.history(), DELAY);
    }
}
