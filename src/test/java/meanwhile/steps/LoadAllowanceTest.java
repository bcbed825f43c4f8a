package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import org.junit.jupiter.api.Test;

class LoadAllowanceTest {
    private static final Duration PROMISED = Duration.ofMillis(500);
    private static final Verdict LATE =
            new Verdict.Contradicted(new CounterExample("Expected in time", List.of(), "late"));

    private static LoadAllowance allowance(double othersTake) {
        return new LoadAllowance((_, _) -> othersTake, 0);
    }

    private static Verdict judged(LoadAllowance allowance, Duration took) {
        return allowance.allowing(
                History.EMPTY,
                () -> took.compareTo(allowance.of(PROMISED)) <= 0 ? Verdict.holds() : LATE);
    }

    @Test
    void onAQuietMachineLateIsLate() {
        assertThat(judged(allowance(0.05), Duration.ofMillis(501))).isSameAs(LATE);
    }

    @Test
    void onABusyMachineNobodyCanTellWhoseFaultItIs() {
        LoadAllowance busy = allowance(0.4);
        assertThat(judged(busy, Duration.ofMillis(501)))
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        undecided -> assertThat(undecided.reason()).contains("40 %"));
        assertThat(busy.of(PROMISED)).as("only while it is asked again").isEqualTo(PROMISED);
    }

    @Test
    void whatNoTimeWouldMendStaysContradicted() {
        LoadAllowance busy = allowance(0.9);
        assertThat(busy.allowing(History.EMPTY, () -> LATE)).isSameAs(LATE);
        assertThat(judged(busy, Duration.ofMinutes(1))).isSameAs(LATE);
    }

    @Test
    void aCallIsExcusedByWhatOthersTookWhileItWasUnderWay() {
        Call call =
                new Call(
                        0,
                        Phase.WHEN,
                        new ActorName("Ana", null),
                        0,
                        false,
                        new Operation.CheckHealth(),
                        new Call.Times(10, 10, 30, 30),
                        new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late"));
        assertThat(new LoadAllowance((from, until) -> from == 110 && until == 130 ? 0.4 : 0, 100))
                .returns(true, allowance -> allowance.isExcused(call));
        assertThat(allowance(0.1).isExcused(call)).isFalse();
    }

    @Test
    void whatHoldsHoldsOnABusyMachineToo() {
        assertThat(judged(allowance(0.9), PROMISED)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void moreTimeUnderPressureIsMoreOfEachTime() {
        Promises.Pressure more = Promises.Pressure.USUAL.times(3);
        assertThat(more.factor()).isEqualTo(3 * Promises.Pressure.USUAL.factor());
        assertThat(more.refusal()).isEqualTo(Promises.Pressure.USUAL.refusal().multipliedBy(3));
        assertThat(more.recovery()).isEqualTo(Promises.Pressure.USUAL.recovery().multipliedBy(3));
        assertThat(more.unnoticed()).isEqualTo(Promises.Pressure.USUAL.unnoticed().multipliedBy(3));
    }
}
