package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import meanwhile.language.GateClosed;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<Integer> called = Collections.synchronizedList(new ArrayList<>());

    @Test
    void callsComeInTheOrder() throws GateClosed {
        play(new Order(List.of(1, 0, 1, 0), Map.of(), false), 2, 2);
        assertThat(called).containsExactly(1, 0, 1, 0);
    }

    @Test
    void withoutOneTheyComeActorByActor() throws GateClosed {
        play(Order.asWritten(), 2, 3);
        assertThat(called).containsExactly(0, 0, 1, 1, 1);
    }

    @Test
    void whoHasEndedIsPassedOver() throws GateClosed {
        int[] sent = play(new Order(List.of(0, 0, 0, 1, 0, 1), Map.of(), false), 1, 3);
        assertThat(called).containsExactly(0, 1, 1, 1);
        assertThat(sent).containsExactly(1, 3);
    }

    @Test
    void whatIsLeftOutIsNotCalled() throws GateClosed {
        Order order = new Order(List.of(0, 1, 0, 1), Map.of(), false).with(0, 1);
        assertThat(play(order, 2, 2)).containsExactly(1, 2);
        assertThat(called).containsExactly(0, 1, 1);
    }

    /** Actors make so many calls each, in turn; returns how many they made. */
    private int[] play(Order order, int... calls) throws GateClosed {
        Turns turns = new Turns(order, calls.length);
        List<Callable<Void>> actors = new ArrayList<>();
        for (int actor = 0; actor < calls.length; actor++) {
            int me = actor;
            actors.add(() -> act(turns.of(me), me, calls[me]));
        }
        Concurrently.all(actors);
        return turns.sent();
    }

    private Void act(Turns.Turn turn, int me, int calls) throws GateClosed {
        try {
            for (int i = 0; i < calls; i++) {
                turn.take();
                called.add(me);
                turn.give();
            }
        } catch (Turns.LeftOut leftOut) {
            return null;
        } finally {
            turn.end();
        }
        return null;
    }
}
