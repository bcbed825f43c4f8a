package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WholeRunTest {
    private static final Operation VOTE = Told.vote(VoteValue.UP);
    private static final Operation HEALTH = new Operation.CheckHealth();
    private static final List<History> PLAYED = run(new Told().up("Ana", 0, 1));

    @Nested
    class EveryRequest {
        @Test
        void mustEndWhileTheGalleryIsWell() {
            Told late = new Told().up("Ana", 0, 1).unknown("Ben", 2, 9, VOTE);
            assertThat(WholeRun.everythingEnded(run(late), _ -> false).word())
                    .isEqualTo("undecided");
            late.accepted("Dan", 1, 1, HEALTH, new Answer.Done());
            assertThat(WholeRun.everythingEnded(run(late), _ -> false).word())
                    .isEqualTo("undecided");
            late.refused("Dan", 3, 3, HEALTH, Refusal.GONE);
            assertThat(WholeRun.everythingEnded(run(late), _ -> false).word())
                    .isEqualTo("undecided");
            late.accepted("Dan", 2, 3, HEALTH, new Answer.Done());
            assertThat(WholeRun.everythingEnded(run(new Told().up("Ana", 0, 1), late), _ -> false))
                    .isInstanceOfSatisfying(
                            Verdict.Contradicted.class,
                            contradicted ->
                                    assertThat(contradicted.why().calls())
                                            .singleElement()
                                            .satisfies(
                                                    call ->
                                                            assertThat(call.actor().member())
                                                                    .isEqualTo("Ben")));
        }

        @Test
        void mayBeLateWhereSomethingElseKeptTheMachineBusy() {
            Told late =
                    new Told()
                            .unknown("Ben", 2, 9, VOTE)
                            .accepted("Dan", 2, 3, HEALTH, new Answer.Done());
            assertThat(
                            WholeRun.everythingEnded(
                                            run(late), call -> call.times().ended() == 9_000_000)
                                    .word())
                    .isEqualTo("undecided");
            late.unknown("Eve", 2, 8, VOTE);
            assertThat(
                            WholeRun.everythingEnded(
                                    run(late), call -> call.times().ended() == 9_000_000))
                    .isInstanceOf(Verdict.Contradicted.class);
        }

        @Test
        void thatWasBrokenOffOrOnlyAsksForHealthNeedNot() {
            Told told =
                    new Told()
                            .call(
                                    "Ana",
                                    0,
                                    1,
                                    VOTE,
                                    new Outcome.Unknown(Outcome.Cause.BROKEN_OFF, ""))
                            .unknown("Dan", 2, 3, HEALTH)
                            .accepted("Dan", 4, 5, HEALTH, new Answer.Done());
            assertThat(WholeRun.everythingEnded(run(told), _ -> false).word())
                    .as("nobody got an answer")
                    .isEqualTo("undecided");
            told.up("Ben", 6, 7);
            assertThat(WholeRun.everythingEnded(run(told), _ -> false)).isEqualTo(Verdict.holds());
        }

        @Test
        void thatLostItsConnectionDidNotWaitInVain() {
            Outcome lost = new Outcome.Unknown(Outcome.Cause.DISCONNECTED, "reset");
            Told told = new Told().call("Ana", 0, 1, VOTE, lost);
            assertThat(WholeRun.everythingEnded(run(told), _ -> false).word())
                    .isEqualTo("undecided");
            told.accepted("Dan", 2, 3, HEALTH, new Answer.Done()).up("Ben", 4, 5);
            assertThat(WholeRun.everythingEnded(run(told), _ -> false)).isEqualTo(Verdict.holds());
        }

        @Test
        void mustNotBeAnError() {
            assertThat(WholeRun.noServerError(run(new Told().up("Ana", 0, 1), answered(499))))
                    .isEqualTo(
                            new Verdict.Undecided(
                                    "there were answers that could not be understood, such as 499:"
                                            + " ouch"));
            assertThat(WholeRun.noServerError(run(answered(200), answered(500))).word())
                    .isEqualTo("contradicted");
            assertThat(WholeRun.noServerError(run(new Told().up("Ana", 0, 1), answered(500))))
                    .isInstanceOfSatisfying(
                            Verdict.Contradicted.class,
                            contradicted ->
                                    assertThat(contradicted.why().expected())
                                            .isEqualTo(
                                                    "Expected no error of the gallery itself, got"
                                                            + " 500: ouch"));
            Told refused = new Told().up("Ben", 0, 1).refused("Ana", 0, 1, VOTE, Refusal.THROTTLED);
            assertThat(WholeRun.noServerError(run(refused))).isEqualTo(Verdict.holds());
        }

        @Test
        void isNotJudgedWhereThereWasNone() {
            assertThat(WholeRun.everythingEnded(List.of(), _ -> false).word())
                    .isEqualTo("undecided");
            assertThat(WholeRun.noServerError(List.of()).word()).isEqualTo("undecided");
        }

        @Test
        void isNotJudgedWhereMembersOnlyArrivedAndLooked() {
            Told told =
                    new Told()
                            .accepted(
                                    "Ana",
                                    0,
                                    1,
                                    new Operation.SignUp("ana", new Secret("x")),
                                    new Answer.MemberCreated(new MemberId("1")))
                            .accepted("Dan", 2, 3, HEALTH, new Answer.Done())
                            .in(Phase.THEN)
                            .accepted("Ana", 4, 5, new Operation.ReadTotals(), new Answer.Done());
            assertThat(WholeRun.noServerError(run(told)))
                    .isEqualTo(
                            new Verdict.Undecided(
                                    "there is nothing to look back at: no action of this run was"
                                            + " accepted before"));
            assertThat(WholeRun.everythingEnded(run(told), _ -> false).word())
                    .isEqualTo("undecided");
            Answer.MetricsSeen none = new Answer.MetricsSeen(0, 0, 0, 0);
            Told look = new Told().accepted("Dan", 6, 7, new Operation.ReadMetrics(), none);
            assertThat(
                            WholeRun.nothingLeaks(run(told), List.of(none), look.history().calls())
                                    .word())
                    .isEqualTo("undecided");
        }

        private Told answered(int status) {
            return new Told().call("Ana", 0, 1, VOTE, new Outcome.Broken(status, "ouch"));
        }
    }

    @Nested
    class WhatIsHeldOpen {
        private final Answer.MetricsSeen before = new Answer.MetricsSeen(4, 3, 2, 1);

        @Test
        void isNoMoreThanBefore() {
            assertThat(leaks(4, 3, 2, 1)).isEqualTo("holds");
            assertThat(leaks(0, 0, 0, 0)).isEqualTo("holds");
            assertThat(leaks(5, 3, 2, 1)).isEqualTo("contradicted");
            assertThat(leaks(4, 4, 2, 1)).isEqualTo("contradicted");
            assertThat(leaks(4, 3, 3, 1)).isEqualTo("contradicted");
            assertThat(leaks(4, 3, 2, 2)).isEqualTo("contradicted");
        }

        @Test
        void isComparedDoorByDoor() {
            Told looks = new Told();
            look(looks, before);
            look(looks, new Answer.MetricsSeen(9, 3, 2, 1));
            List<Answer.MetricsSeen> wide = List.of(before, new Answer.MetricsSeen(9, 9, 9, 9));
            assertThat(WholeRun.nothingLeaks(PLAYED, wide, looks.history().calls()))
                    .isEqualTo(Verdict.holds());
            assertThat(
                            WholeRun.nothingLeaks(
                                    PLAYED, List.of(before, before), looks.history().calls()))
                    .isInstanceOfSatisfying(
                            Verdict.Contradicted.class,
                            contradicted ->
                                    assertThat(contradicted.why().expected())
                                            .isEqualTo(
                                                    "Expected at most 4 connections, 3 polls, 2"
                                                        + " sessions and 1 bytes as before the run,"
                                                        + " saw 9 connections, 3 polls, 2 sessions"
                                                        + " and 1 bytes"));
        }

        @Test
        void mustBeKnown() {
            assertThat(WholeRun.nothingLeaks(PLAYED, List.of(), List.of()).word())
                    .isEqualTo("not offered");
            Told unread = new Told().unknown("Dan", 0, 1, new Operation.ReadMetrics());
            assertThat(
                            WholeRun.nothingLeaks(PLAYED, List.of(before), unread.history().calls())
                                    .word())
                    .isEqualTo("undecided");
        }

        private String leaks(long connections, long polls, long sessions, long bytes) {
            Told told = new Told();
            look(told, new Answer.MetricsSeen(connections, polls, sessions, bytes));
            return WholeRun.nothingLeaks(PLAYED, List.of(before), told.history().calls()).word();
        }

        private void look(Told told, Answer.MetricsSeen seen) {
            told.accepted("Dan", 0, 1, new Operation.ReadMetrics(), seen);
        }
    }

    private static List<History> run(Told... plays) {
        return List.of(plays).stream().map(Told::history).toList();
    }
}
