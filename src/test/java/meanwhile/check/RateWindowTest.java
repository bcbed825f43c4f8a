package meanwhile.check;

import static meanwhile.check.Told.upload;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import meanwhile.history.Call;
import meanwhile.language.Allowance;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two uploads in ten seconds; times are milliseconds. */
class RateWindowTest {
    private static final Allowance TWO = new Allowance(2, Duration.ofSeconds(10));
    private final Told told = new Told();

    @Nested
    class AnAllowance {
        private final Allowance two = new Allowance(2, Duration.ofMillis(100));

        @Test
        void isExceededOnlyByUploadsThatCertainlyLieInOneWindow() {
            Told inside = new Told().uploaded("Ana", 0, 10, "a").uploaded("Ana", 20, 30, "b");
            holds(RateWindow.neverExceeded(inside.history(), two));
            contradicted(
                    RateWindow.neverExceeded(inside.uploaded("Ana", 40, 99, "c").history(), two));
            Told wide = new Told().uploaded("Ana", 0, 10, "a").uploaded("Ana", 20, 30, "b");
            holds(RateWindow.neverExceeded(wide.uploaded("Ana", 40, 100, "c").history(), two));
        }

        @Test
        void refusesOnlyWhenItCouldHaveBeenUsedUp() {
            Told used = new Told().uploaded("Ana", 0, 10, "a").uploaded("Ana", 20, 30, "b");
            holds(
                    RateWindow.nothingRefusedWithin(
                            used.refused("Ana", 40, 41, upload("c"), Refusal.THROTTLED).history(),
                            two));
            Told fresh = new Told().uploaded("Ana", 0, 10, "a");
            contradicted(
                    RateWindow.nothingRefusedWithin(
                            fresh.refused("Ana", 40, 41, upload("c"), Refusal.THROTTLED).history(),
                            two));
            Told past = new Told().uploaded("Ana", 0, 10, "a").uploaded("Ana", 20, 30, "b");
            contradicted(
                    RateWindow.nothingRefusedWithin(
                            past.refused("Ana", 140, 141, upload("c"), Refusal.THROTTLED).history(),
                            two));
        }

        @Test
        void mayCountAnUploadThatWasNotAnswered() {
            Told told =
                    new Told()
                            .unknown("Ana", 0, 10, upload("a"))
                            .unknown("Ana", 20, 30, upload("b"));
            holds(
                    RateWindow.nothingRefusedWithin(
                            told.refused("Ana", 400, 401, upload("c"), Refusal.THROTTLED).history(),
                            two));
        }

        @Test
        void saysWhenToComeBack() {
            Outcome soon = new Outcome.Refused(429, Refusal.THROTTLED, Duration.ofSeconds(1), "");
            Outcome late = new Outcome.Refused(429, Refusal.THROTTLED, Duration.ofSeconds(9), "");
            holds(
                    RateWindow.saysWhenToComeBack(
                            new Told().call("Ana", 0, 1, upload("a"), soon).history(), two));
            contradicted(
                    RateWindow.saysWhenToComeBack(
                            new Told().call("Ana", 0, 1, upload("a"), late).history(), two));
            contradicted(
                    RateWindow.saysWhenToComeBack(
                            new Told()
                                    .refused("Ana", 0, 1, upload("a"), Refusal.THROTTLED)
                                    .history(),
                            two));
        }
    }

    @Test
    void oneTooManyIsToldWithAsManyAsAreNeeded() {
        told.uploaded("Ana", 0, 1, "a").uploaded("Ana", 2, 3, "b").uploaded("Ana", 4, 5, "c");
        told.uploaded("Ana", 6, 7, "d");
        assertContradicted(
                RateWindow.neverExceeded(told.history(), TWO),
                "Expected at most 2 accepted uploads in any 10 s, saw 4 (3 of the 4 uploads are"
                        + " shown, enough to prove it)",
                3);
    }

    @Test
    void aWindowEndsBeforeItsLastMoment() {
        told.uploaded("Ana", 0, 1, "a").uploaded("Ana", 2, 3, "b");
        told.uploaded("Ana", 9_000, 10_000, "c");
        assertThat(RateWindow.neverExceeded(told.history(), TWO)).isEqualTo(Verdict.holds());
        told.uploaded("Ana", 9_000, 9_999, "d");
        assertContradicted(
                RateWindow.neverExceeded(told.history(), TWO),
                "Expected at most 2 accepted uploads in any 10 s, saw 3",
                3);
    }

    @Test
    void aRefusalMayCountWhatTouchesItsWindow() {
        told.uploaded("Ana", 0, 1_000, "a").uploaded("Ana", 11_500, 11_600, "b");
        throttled(11_000, 11_500, Duration.ofSeconds(1));
        assertThat(RateWindow.nothingRefusedWithin(told.history(), TWO)).isEqualTo(Verdict.holds());
    }

    @Test
    void aRefusalThatOnlyOneCanExplainIsToldWithIt() {
        told.uploaded("Ana", 0, 999, "a").uploaded("Ana", 11_500, 11_600, "b");
        throttled(11_000, 11_500, Duration.ofSeconds(1));
        assertContradicted(
                RateWindow.nothingRefusedWithin(told.history(), TWO),
                "Expected to be served: 2 uploads are allowed, only 1 counted",
                2);
        Told later = new Told().uploaded("Ana", 0, 1_000, "a");
        later.uploaded("Ana", 11_501, 11_600, "b");
        later.call("Ana", 11_000, 11_500, Told.upload("x"), refusal(Duration.ofSeconds(1)));
        assertThat(RateWindow.nothingRefusedWithin(later.history(), TWO).word())
                .isEqualTo("contradicted");
    }

    @Test
    void theWaitIsNoLongerThanTheWindowRoundedUp() {
        throttled(0, 1, Duration.ofSeconds(11));
        assertThat(RateWindow.saysWhenToComeBack(told.history(), TWO)).isEqualTo(Verdict.holds());
        throttled(2, 3, Duration.ofMillis(11_001));
        assertContradicted(
                RateWindow.saysWhenToComeBack(told.history(), TWO),
                "Expected to be asked back within 10 s, was asked to wait 11 s",
                1);
    }

    @Test
    void whoWaitedIsServed() {
        told.uploaded("Ana", 0, 1, "a");
        told.refused("Ana", 2, 3, Told.upload("b"), Refusal.QUOTA_FULL);
        assertThat(RateWindow.servedAgain(told.history())).isEqualTo(Verdict.holds());
        throttled(4, 5, null);
        assertContradicted(
                RateWindow.servedAgain(told.history()),
                "Expected to be served again after the wait, was asked to slow down",
                1);
    }

    private void throttled(long from, long to, @Nullable Duration back) {
        told.call("Ana", from, to, Told.upload("x"), refusal(back));
    }

    private static Outcome refusal(@Nullable Duration back) {
        return new Outcome.Refused(429, Refusal.THROTTLED, back, "");
    }

    private static void assertContradicted(Verdict verdict, String expected, int calls) {
        assertThat(verdict).isInstanceOf(Verdict.Contradicted.class);
        if (verdict instanceof Verdict.Contradicted(CounterExample why)) {
            List<Call> told = why.calls();
            assertThat(why.expected()).isEqualTo(expected);
            assertThat(told).hasSize(calls);
        }
    }
}
