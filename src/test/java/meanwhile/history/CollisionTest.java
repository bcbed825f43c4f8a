package meanwhile.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.junit.jupiter.api.Test;

class CollisionTest {
    @Test
    void callsMeetIfTheServerHadAllOfThemAtOneInstant() {
        assertThat(of(gated(3, 9), gated(5, 7), gated(4, 8))).isEqualTo(new Collision(true, 2));
        assertThat(of(gated(3, 5), gated(5, 7))).isEqualTo(new Collision(true, 2));
        assertThat(of(gated(3, 4), gated(5, 7))).isEqualTo(new Collision(false, 2));
    }

    @Test
    void oneThatWasServedAloneSpoilsIt() {
        assertThat(of(gated(3, 9), gated(4, 9), gated(10, 11)).met()).isFalse();
    }

    @Test
    void whatWasNotHeldAtTheGateDoesNotCount() {
        Call free = call(false, 20, 30);
        assertThat(of(gated(3, 9), gated(5, 7), free)).isEqualTo(new Collision(true, 2));
        assertThat(of(gated(3, 9), free)).isEqualTo(new Collision(false, 0));
        assertThat(of()).isEqualTo(new Collision(false, 0));
    }

    private static Collision of(Call... calls) {
        return Collision.of(new History(List.copyOf(Arrays.asList(calls))));
    }

    private static Call gated(long released, long firstByte) {
        return call(true, released, firstByte);
    }

    /** The wide interval of every call is from 0 to 100. */
    private static Call call(boolean gated, long released, long firstByte) {
        return new Call(
                0,
                Phase.WHEN,
                new ActorName("Ana", null),
                0,
                gated,
                new Operation.ReadCanary("c"),
                new Call.Times(0, released, firstByte, 100),
                new Outcome.Accepted(200, new Answer.CanarySeen(7)));
    }
}
