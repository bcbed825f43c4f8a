package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.language.GateClosed;
import meanwhile.language.GatePoint;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void nobodyPassesBeforeTheLastHasArrived() throws Exception {
        Gate gate = new Gate(10, GatePoint.END_OF_REQUEST, LONG);
        AtomicInteger arrived = new AtomicInteger();
        List<Callable<Integer>> party = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Gate.Place place = gate.place();
            party.add(
                    () -> {
                        arrived.incrementAndGet();
                        place.arrive();
                        return arrived.get();
                    });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> passed : threads.invokeAll(party)) {
                assertThat(passed.get()).isEqualTo(10);
            }
        }
    }

    @Test
    void whoLeavesDoesNotKeepTheOthersWaiting() throws Exception {
        Gate gate = new Gate(2, GatePoint.END_OF_REQUEST, LONG);
        gate.place().leave();
        gate.place().arrive();
    }

    @Test
    void leavingAfterArrivingIsHarmless() throws Exception {
        Gate gate = new Gate(1, GatePoint.END_OF_HEADERS, LONG);
        Gate.Place place = gate.place();
        place.arrive();
        place.leave();
        assertThat(place.point()).isEqualTo(GatePoint.END_OF_HEADERS);
    }

    @Test
    void whoWaitsInVainIsToldHowManyNeverArrived() {
        Gate gate = new Gate(3, GatePoint.END_OF_REQUEST, SHORT);
        Gate.Place place = gate.place();
        assertThatThrownBy(place::arrive)
                .isInstanceOf(GateClosed.class)
                .hasMessage("gate: 2 never arrived, nothing was sent");
    }

    @Test
    void whoComesAfterTheGateClosedIsTurnedAwayToo() {
        Gate gate = new Gate(2, GatePoint.END_OF_REQUEST, SHORT);
        assertThatThrownBy(gate.place()::arrive).isInstanceOf(GateClosed.class);
        assertThatThrownBy(gate.place()::arrive).isInstanceOf(GateClosed.class);
    }

    @Test
    void aPlaceIsGoodForOneArrival() throws Exception {
        Gate gate = new Gate(1, GatePoint.END_OF_REQUEST, LONG);
        Gate.Place place = gate.place();
        place.arrive();
        assertThatThrownBy(place::arrive).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void interruptingOneWhoWaitsClosesTheGate() throws Exception {
        Gate gate = new Gate(2, GatePoint.END_OF_REQUEST, LONG);
        CountDownLatch turnedAway = new CountDownLatch(1);
        Thread waiting =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                gate.place().arrive();
                            } catch (GateClosed closed) {
                                turnedAway.countDown();
                            }
                        });
        waiting.interrupt();
        turnedAway.await();
        assertThatThrownBy(gate.place()::arrive).isInstanceOf(GateClosed.class);
    }
}
