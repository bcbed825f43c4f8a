package meanwhile.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
    private static final Outcome TAKEN = new Outcome.Accepted(200, new Answer.CanarySeen(7));
    private static final Outcome REFUSED = new Outcome.Refused(404, Refusal.GONE, null, "gone");
    private static final Outcome LATE = new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late");
    private static final Outcome BROKEN = new Outcome.Broken(500, "ouch");

    @ParameterizedTest
    @CsvSource({"2,1,3,4", "1,3,2,4", "1,2,4,3"})
    void timesAreInOrder(long begun, long released, long firstByte, long ended) {
        assertThatThrownBy(() -> new Call.Times(begun, released, firstByte, ended))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "begun=%d released=%d firstByte=%d ended=%d"
                                .formatted(begun, released, firstByte, ended));
    }

    @Test
    void aCallMayTakeNoTimeAtAll() {
        assertThat(new Call.Times(5, 5, 5, 5)).isEqualTo(new Call.Times(5, 5, 5, 5, null));
    }

    @Test
    void isUnderWayFromItsFirstByteWheneverItShouldHaveBegun() {
        assertThat(call(TAKEN, new Call.Times(10, 11, 12, 17, 4L)).underWay()).isEqualTo(7);
    }

    @Test
    void latencyCountsFromWhenItShouldHaveBegun() {
        assertThat(call(TAKEN, new Call.Times(10, 11, 12, 17)).latency()).isEqualTo(7);
        assertThat(call(TAKEN, new Call.Times(10, 11, 12, 17, 4L)).latency()).isEqualTo(13);
    }

    @Test
    void onlyWhatWasRefusedCertainlyDidNotHappen() {
        assertThat(List.of(TAKEN, REFUSED, LATE, BROKEN))
                .extracting(outcome -> call(outcome, 1, 2).possible())
                .containsExactly(true, false, true, true);
        assertThat(List.of(TAKEN, REFUSED, LATE, BROKEN))
                .extracting(outcome -> call(outcome, 1, 2).accepted())
                .containsExactly(true, false, false, false);
        assertThat(List.of(TAKEN, REFUSED, LATE, BROKEN))
                .extracting(outcome -> call(outcome, 1, 2).latestEffect())
                .containsExactly(2L, 2L, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Test
    void theAnswerIsThereForWhoeverAsksForItsKind() {
        assertThat(call(TAKEN, 1, 2).answer(Answer.CanarySeen.class))
                .isEqualTo(new Answer.CanarySeen(7));
        assertThat(call(TAKEN, 1, 2).answer(Answer.Done.class)).isNull();
        assertThat(call(LATE, 1, 2).answer(Answer.CanarySeen.class)).isNull();
    }

    @Test
    void whatEndsWhenAnotherBeginsIsNotBeforeIt() {
        Call first = call(TAKEN, 1, 2);
        assertThat(first.before(call(TAKEN, 3, 4))).isTrue();
        assertThat(first.before(call(TAKEN, 2, 4))).isFalse();
        assertThat(first.before(call(TAKEN, 0, 4))).isFalse();
    }

    @Test
    void aHistoryIsInTheOrderOfBeginningsAndCanBeDivided() {
        Call late = call(LATE, 5, 9);
        Call early = call(TAKEN, 1, 2);
        History history = new History(List.of(late, early));
        assertThat(history.calls()).containsExactly(early, late);
        assertThat(history.stream()).containsExactly(early, late);
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.isEmpty()).isFalse();
        assertThat(History.EMPTY.isEmpty()).isTrue();
        assertThat(history.where(Call::accepted).calls()).containsExactly(early);
        assertThat(history.in(Phase.WHEN)).isEqualTo(history);
        assertThat(history.in(Phase.THEN).isEmpty()).isTrue();
        assertThat(history.of(Operation.ReadCanary.class)).isEqualTo(history);
        assertThat(history.of(Operation.CheckHealth.class).isEmpty()).isTrue();
        assertThat(Phase.GIVEN.key()).isEqualTo("given");
    }

    private static Call call(Outcome outcome, long begun, long ended) {
        return call(outcome, new Call.Times(begun, begun, ended, ended));
    }

    private static Call call(Outcome outcome, Call.Times times) {
        return new Call(
                0,
                Phase.WHEN,
                new ActorName("Ana", null),
                0,
                false,
                new Operation.ReadCanary("c"),
                times,
                outcome);
    }
}
