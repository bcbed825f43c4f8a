package meanwhile.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final ActorName ANA = new ActorName("Ana", "her phone");
    private static final Operation READ = new Operation.ReadCanary("c");
    private static final Outcome SEEN = new Outcome.Accepted(200, new Answer.CanarySeen(7));

    private final Recorder recorder = new Recorder(1_000);

    @Test
    void timesCountFromTheRunsBeginning() {
        Call call =
                recorder.record(
                        Phase.THEN,
                        ANA,
                        1,
                        true,
                        READ,
                        new Gallery.Reply(SEEN, 1_001, 1_003, 1_007, 1_012),
                        994L);
        assertThat(call)
                .isEqualTo(
                        new Call(
                                0,
                                Phase.THEN,
                                ANA,
                                1,
                                true,
                                READ,
                                new Call.Times(1, 3, 7, 12, -6L),
                                SEEN));
    }

    @Test
    void everyCallIsKeptAndNumbered() {
        Gallery.Reply reply = new Gallery.Reply(SEEN, 1_001, 1_001, 1_001, 1_001);
        Call first = recorder.record(Phase.WHEN, ANA, 0, false, READ, reply);
        History early = recorder.history();
        Call second = recorder.record(Phase.WHEN, ANA, 0, false, READ, reply);
        assertThat(first.times().planned()).isNull();
        assertThat(second.number()).isEqualTo(1);
        assertThat(early.calls()).containsExactly(first);
        assertThat(recorder.history().calls()).containsExactly(first, second);
    }

    @Test
    void anAnswerThatFitsNoSuchOperationIsTheDriversFault() {
        Gallery.Reply wrong =
                new Gallery.Reply(new Outcome.Accepted(200, new Answer.Done()), 1, 2, 3, 4);
        assertThatThrownBy(() -> recorder.record(Phase.WHEN, ANA, 0, false, READ, wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Done; only CanarySeen fits");
        assertThat(recorder.history().isEmpty()).isTrue();
        Gallery.Reply late =
                new Gallery.Reply(new Outcome.Unknown(Outcome.Cause.TIMED_OUT, ""), 1, 2, 3, 4);
        assertThat(recorder.record(Phase.WHEN, ANA, 0, false, READ, late).accepted()).isFalse();
    }
}
