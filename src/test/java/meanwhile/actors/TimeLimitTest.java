package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import meanwhile.language.GatePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that work ends when its time is over, wherever it waits. */
class TimeLimitTest {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration AGES = Duration.ofDays(1);

    /** The places at which an example may stand. */
    static Stream<Map.Entry<String, Callable<Object>>> places() {
        return Stream.of(
                Map.entry(
                        "at the gate",
                        () -> {
                            new Gate(2, GatePoint.END_OF_REQUEST, AGES).place().arrive();
                            return "";
                        }),
                Map.entry(
                        "waiting for a moment",
                        () -> {
                            Retry.untilPassed(System.nanoTime() + AGES.toNanos());
                            return "";
                        }),
                Map.entry("polling", () -> Retry.until(_ -> false, AGES, () -> "")),
                Map.entry("reading from a socket", TimeLimitTest::read),
                Map.entry(
                        "waiting for others",
                        () -> {
                            Concurrently.all(
                                    List.of(
                                            () -> {
                                                new CountDownLatch(1).await();
                                                return null;
                                            }));
                            return "";
                        }));
    }

    @ParameterizedTest
    @MethodSource("places")
    void workEndsWhereverItWaits(Map.Entry<String, Callable<Object>> place) {
        CountDownLatch ended = new CountDownLatch(1);
        requireOutOfTime(
                () -> {
                    try {
                        return place.getValue().call();
                    } finally {
                        ended.countDown();
                    }
                });
        assertThat(ended.getCount()).as("no thread is left behind").isZero();
    }

    @Test
    void whatIsPutInOrderIsNotInterrupted() {
        AtomicBoolean inOrder = new AtomicBoolean();
        requireOutOfTime(
                () -> {
                    try {
                        Retry.untilPassed(System.nanoTime() + AGES.toNanos());
                    } finally {
                        Retry.untilPassed(System.nanoTime() + SOON.toNanos());
                        inOrder.set(true);
                    }
                    return "";
                });
        assertThat(inOrder).isTrue();
    }

    /** Lets work that would take ages run out of time soon. */
    private static void requireOutOfTime(Callable<Object> work) {
        assertThatThrownBy(() -> until(SOON, AGES, () -> {}, work)).isInstanceOf(OutOfTime.class);
    }

    private static <T> T until(
            Duration limit, Duration patience, Runnable watcher, Callable<T> work) {
        return TimeLimit.until(System.nanoTime() + limit.toNanos(), patience, watcher, work);
    }

    @Test
    void theWatcherSeesWorkThatTakesLong() {
        CountDownLatch seen = new CountDownLatch(3);
        String result =
                until(
                        AGES,
                        SOON,
                        seen::countDown,
                        () -> {
                            seen.await();
                            return "done";
                        });
        assertThat(result).isEqualTo("done");
    }

    @Test
    void failuresAreThoseOfTheWork() {
        AtomicInteger looks = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                until(
                                        AGES,
                                        AGES,
                                        looks::incrementAndGet,
                                        () -> {
                                            throw new IllegalArgumentException("mine");
                                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
        assertThat(looks).hasValue(0);
    }

    private static Object read() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            return socket.getInputStream().read();
        }
    }
}
