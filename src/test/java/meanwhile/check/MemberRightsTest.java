package meanwhile.check;

import static meanwhile.check.Verdicts.concluded;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.Role;
import meanwhile.language.Secret;
import meanwhile.language.TopicKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roles, bans and renewed sessions, against tiny histories. */
class MemberRightsTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final MemberId BEN = new MemberId("ben");
    private static final MemberId CID = new MemberId("cid");
    private static final Operation SELF = new Operation.ReadSelf();
    private static final Operation RENEW = new Operation.RefreshSession(new Secret("r"), null);
    private static final Operation SIGN_UP = new Operation.SignUp("ben", new Secret("p"));
    private static final Answer DONE = new Answer.Done();
    private static final ImageId TABBY = new ImageId("tabby");
    private static final Operation POLL = new Operation.AwaitNews(new Cursor("5"), 4);
    private static final Operation UPLOAD =
            new Operation.UploadImage(ImageFile.of("a.png", "image/png", new byte[] {1}), "Tabby");

    static Stream<Operation> administration() {
        return Stream.of(
                new Operation.SetAllowance(CID, new Allowance(1, DELAY)),
                new Operation.SetRole(CID, Role.MEMBER),
                new Operation.SetBan(CID, true),
                new Operation.SetMaintenance(true),
                new Operation.CreateTopic(TopicKind.BREED, "Siamese"));
    }

    @ParameterizedTest
    @MethodSource("administration")
    void administrationIsForAdministrators(Operation work) {
        assertThat(MemberRights.isAdministrators(work)).isTrue();
        contradicted(administers(new Told().accepted("Ben", 0, 1, work, DONE)));
        holds(administers(new Told().refused("Ben", 0, 1, work, Refusal.FORBIDDEN)));
        holds(administers(new Told().accepted("Mara", 0, 1, work, DONE)));
    }

    @Test
    void whatAnybodyMayDoNeedsNoRole() {
        holds(administers(new Told().accepted("Ben", 0, 1, SELF, DONE)));
        assertThat(MemberRights.isAdministrators(SELF)).isFalse();
    }

    @Test
    void theRoleOfAnotherIsNotOnesOwn() {
        Operation role = new Operation.SetRole(CID, Role.ADMINISTRATOR);
        Operation work = new Operation.SetMaintenance(true);
        Told told = new Told().accepted("Mara", 0, 1, role, DONE);
        contradicted(administers(told.accepted("Ben", 2, 3, work, DONE)));
    }

    @Test
    void aContradictionNamesWhoTookPartInIt() {
        Operation role = new Operation.SetRole(BEN, Role.ADMINISTRATOR);
        Operation none = new Operation.SetRole(BEN, Role.MEMBER);
        Operation work = new Operation.SetMaintenance(true);
        Told told = new Told().accepted("Mara", 0, 1, role, DONE);
        told.accepted("Mara", 2, 3, none, DONE).accepted("Ben", 4, 5, work, DONE);
        concluded(
                administers(told),
                "No order of these requests of Mara and Ben explains what was served and what was"
                        + " refused");
    }

    @Test
    void whoeverIsNoLongerBannedIsServed() {
        Told told = banned().accepted("Mara", 2, 3, new Operation.SetBan(BEN, false), DONE);
        holds(takesPart(told.accepted("Ben", 4, 5, SELF, DONE)));
        contradicted(takesPart(told.refused("Ben", 150, 151, SELF, Refusal.FORBIDDEN)));
    }

    @Test
    void aBanBindsNobodyElseAndNobodyWhoSignsUp() {
        holds(takesPart(banned().accepted("Cid", 4, 5, SELF, DONE)));
        holds(takesPart(banned().accepted("Ben", 4, 5, SIGN_UP, DONE)));
        holds(
                takesPart(
                        new Told()
                                .accepted("Mara", 0, 1, new Operation.SetBan(CID, true), DONE)
                                .accepted("Ben", 4, 5, SELF, DONE)));
    }

    @Test
    void aRenewedSessionThatWasNotTriedDecidesNothing() {
        Call renewal = first(new Told().accepted("Ana", 0, 1, RENEW, DONE));
        Call use = first(new Told().unknown("Ana", 2, 3, SELF));
        undecided(
                SessionRenewals.exactlyOne(
                        List.of(renewal), List.of(new SessionRenewals.Renewed(renewal, use))),
                "no renewed session could be tried");
    }

    @Test
    void whatWasServedOrRefusedForAnotherReasonWasNotLost() {
        Told told = new Told().accepted("Ana", 0, 1, SELF, DONE);
        told.refused("Ana", 2, 3, SELF, Refusal.THROTTLED).unknown("Ana", 4, 5, SELF);
        History all = told.accepted("Ana", 6, 7, RENEW, DONE).history();
        holds(
                SessionRenewals.nothingInFlightLost(
                        all.of(Operation.ReadSelf.class), all.of(Operation.RefreshSession.class)));
    }

    @Test
    void whoeverIsBannedHearsOfNothingNewAfterTheDelay() {
        contradicted(hears(heard(banned(), 103)));
        // The wait began before the ban had to be known.
        undecided(hears(heard(banned(), 99)), "nothing happened after the ban");
        holds(hears(heard(banned(), 103).refused("Ben", 200, 201, POLL, Refusal.FORBIDDEN), "Cid"));
        Told silent = banned().accepted("Ana", 103, 104, UPLOAD, new Answer.UploadTaken(TABBY));
        holds(hears(silent.refused("Ben", 2, 3, POLL, Refusal.FORBIDDEN)));
        undecided(hears(heard(new Told(), 103)), "nobody was banned");
    }

    private static Told heard(Told told, long uploaded) {
        return told.accepted("Ana", uploaded, uploaded + 1, UPLOAD, new Answer.UploadTaken(TABBY))
                .accepted(
                        "Ben",
                        0,
                        300,
                        POLL,
                        new Answer.NewsSeen(
                                List.of(new Answer.NewsItem("7", "image.ready", TABBY)),
                                new Cursor("8")));
    }

    private static Verdict hears(Told told) {
        return hears(told, "Ben");
    }

    private static Verdict hears(Told told, String who) {
        return MemberRights.hearsNothing(new ActorName(who, null), BEN, told.history(), DELAY);
    }

    private static Call first(Told told) {
        return told.history().calls().getFirst();
    }

    private static Told banned() {
        return new Told().accepted("Mara", 0, 1, new Operation.SetBan(BEN, true), DONE);
    }

    private static Verdict administers(Told told) {
        return MemberRights.administers("Ben", BEN, told.history(), DELAY);
    }

    private static Verdict takesPart(Told told) {
        return MemberRights.takesPart("Ben", BEN, told.history(), DELAY);
    }
}
