package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call ends even if the server never does. */
@Timeout(60)
class EndlessAnswersTest {
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final byte[] BEGUN =
            "HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WHOLE =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    /** What a server does with one connection. */
    @FunctionalInterface
    private interface Conduct {
        void with(InputStream in, OutputStream out) throws IOException;
    }

    private static final class Server implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger connections = new AtomicInteger();

        Server(Conduct conduct) throws IOException {
            Thread.ofVirtual().start(() -> accept(conduct));
        }

        private void accept(Conduct conduct) {
            while (!door.isClosed()) {
                try {
                    Socket came = door.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(conduct, came));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void serve(Conduct conduct, Socket came) {
            try (came) {
                conduct.with(came.getInputStream(), came.getOutputStream());
            } catch (IOException given) {
                assertThat(given).as("the caller gives up").isInstanceOf(SocketException.class);
            }
        }

        Request request(byte[] sent) {
            return new Request(
                    "POST",
                    URI.create("http://127.0.0.1:" + door.getLocalPort() + "/"),
                    Map.of(),
                    null,
                    List.of(),
                    new Request.Raw(sent, "image/png"));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private static void inDrops(OutputStream out, byte drop) throws IOException {
        while (true) {
            out.write(drop);
            out.flush();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static void forEver(OutputStream out) throws IOException {
        byte[] much = new byte[1_000_000];
        Arrays.fill(much, (byte) 'x');
        while (true) {
            out.write(much);
        }
    }

    private static <T extends IOException> T failure(Class<T> type, byte[] sent, Conduct conduct)
            throws IOException {
        try (Server server = new Server(conduct);
                Transport transport = new Transport(LIMIT)) {
            return catchThrowableOfType(
                    type,
                    () -> transport.send(server.request(sent), new SocketExchange(null), true));
        }
    }

    @Test
    void aBodyInDropsIsGivenUp() throws IOException {
        assertThat(
                        failure(
                                SocketTimeoutException.class,
                                new byte[1],
                                (_, out) -> {
                                    out.write(BEGUN);
                                    inDrops(out, (byte) 'x');
                                }))
                .hasMessageContaining("did not come to an end");
    }

    @Test
    void headersInDropsAreGivenUp() throws IOException {
        assertThat(
                        failure(
                                SocketTimeoutException.class,
                                new byte[1],
                                (_, out) -> inDrops(out, (byte) 'x')))
                .hasMessageContaining("did not come to an end");
    }

    @Test
    void aServerThatTakesInNothingIsGivenUp() throws IOException {
        assertThat(
                        failure(
                                SocketTimeoutException.class,
                                new byte[50_000_000],
                                (_, _) -> LockSupport.parkNanos(Duration.ofHours(1).toNanos())))
                .hasMessageContaining("did not come to an end");
    }

    @Test
    void aBodyWithoutEndIsNotKept() throws IOException {
        assertThat(
                        failure(
                                IOException.class,
                                new byte[1],
                                (_, out) -> {
                                    out.write(BEGUN);
                                    forEver(out);
                                }))
                .hasMessageContaining("longer than 33554432 bytes");
    }

    @Test
    void aHeaderWithoutEndIsNotKept() throws IOException {
        assertThat(failure(IOException.class, new byte[1], (_, out) -> forEver(out)))
                .hasMessageContaining("limit");
    }

    /** A server may close an idle connection just as it is reused. */
    @Test
    void aLineIsUsedAgainOnlyWhileItIsFresh() throws IOException {
        assertThat(linesOf(Duration.ofMinutes(10))).isEqualTo(1);
        assertThat(linesOf(Duration.ofNanos(-1))).isEqualTo(3);
    }

    private static int linesOf(Duration fresh) throws IOException {
        try (Server server =
                        new Server(
                                (in, out) -> {
                                    while (in.read() >= 0) {
                                        in.skipNBytes(in.available());
                                        out.write(WHOLE);
                                    }
                                });
                Connections connections = new Connections(Duration.ofSeconds(10), fresh);
                CallDeadline deadline = new CallDeadline(Duration.ofSeconds(10))) {
            Courier courier = new Courier(connections.client(), deadline);
            for (int i = 0; i < 3; i++) {
                ScopedValue.where(SocketExchange.CURRENT, new SocketExchange(null))
                        .call(() -> courier.carry(server.request(new byte[0])));
            }
            return server.connections.get();
        }
    }
}
