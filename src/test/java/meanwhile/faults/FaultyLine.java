package meanwhile.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Forwards connections and injects faults into answers on demand.
 *
 * <p>Toxiproxy comes neither from Maven nor from npm nor from Debian. WireMock and MockServer come
 * from Maven, but speak HTTP: they inject a fault instead of forwarding the request, so that the
 * gallery never sees it, and cannot lose the answer to work that is done. But that is the case that
 * matters: work that is done and not acknowledged.
 */
final class FaultyLine implements AutoCloseable {
    /** One answer in this many is faulty. */
    private static final int EVERY = 6;

    /** TLS: a fatal alert, "handshake failure". */
    private static final byte[] ALERT = HexFormat.of().parseHex("15030300020228");

    private static final Duration DROP = Duration.ofMillis(60);

    private final URI target;
    private final @Nullable SSLContext tls;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger spoilt = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    /**
     * @param target the gallery's node
     * @param tls for a line that speaks TLS to the suite; null for none
     */
    FaultyLine(URI target, @Nullable SSLContext tls) throws IOException {
        this.target = target;
        this.tls = tls;
        door = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The address at which the suite reaches the gallery. */
    URI address() {
        return URI.create(
                "%s://127.0.0.1:%d".formatted(tls == null ? "http" : "https", door.getLocalPort()));
    }

    /** Sets the fault that is injected from now on. */
    void set(Fault now) {
        fault = now;
        if (now == Fault.NO_HANDSHAKE) {
            open.forEach(FaultyLine::hangUp);
        }
    }

    /** The number of answers that have passed, faulty or not. */
    int answers() {
        return answers.get();
    }

    /** The number of faulty answers and refused connections. */
    int spoilt() {
        return spoilt.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket came = door.accept();
                Thread.ofVirtual().start(() -> serve(came));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket came) {
        try (Socket outer = came;
                Socket inner = new Socket()) {
            if (fault == Fault.NO_HANDSHAKE) {
                spoilt.incrementAndGet();
                outer.getOutputStream().write(ALERT);
                return;
            }
            open.add(outer);
            Socket suite = secured(outer);
            inner.connect(new InetSocketAddress(target.getHost(), target.getPort()));
            inner.setTcpNoDelay(true);
            suite.setTcpNoDelay(true);
            AtomicBoolean asked = new AtomicBoolean();
            Thread requests = Thread.ofVirtual().start(() -> passRequests(suite, inner, asked));
            passAnswers(inner, suite, asked);
            hangUp(inner);
            hangUp(outer);
            requests.join();
        } catch (IOException broken) {
            // Broken connections are the purpose of this class.
            hangUp(came);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(came);
        }
    }

    private Socket secured(Socket outer) throws IOException {
        if (tls == null) {
            return outer;
        }
        SSLSocket secured =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(outer, "127.0.0.1", outer.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private void passRequests(Socket suite, Socket gallery, AtomicBoolean asked) {
        try {
            InputStream in = suite.getInputStream();
            byte[] chunk = new byte[16_384];
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                boolean first = asked.compareAndSet(false, true);
                if (first && fault == Fault.SERVER_ERROR && answers.get() % (2 * EVERY) == EVERY) {
                    answers.incrementAndGet();
                    spoil(suite, serverError(503));
                    break;
                }
                gallery.getOutputStream().write(chunk, 0, read);
            }
        } catch (IOException broken) {
            hangUp(suite);
        }
        hangUp(gallery);
    }

    private void passAnswers(Socket gallery, Socket suite, AtomicBoolean asked) throws IOException {
        InputStream in = gallery.getInputStream();
        byte[] chunk = new byte[16_384];
        for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
            byte[] answer = Arrays.copyOf(chunk, read);
            boolean begins = asked.compareAndSet(true, false);
            if (begins && isSpoilt(answers.incrementAndGet())) {
                if (!spoilt(answer, suite)) {
                    return;
                }
            } else {
                suite.getOutputStream().write(answer);
            }
        }
    }

    private boolean isSpoilt(int answer) {
        return fault == Fault.OUTAGE || (fault != Fault.NONE && answer % EVERY == 0);
    }

    /** Makes an answer faulty; returns false if the connection ends with it. */
    private boolean spoilt(byte[] answer, Socket suite) throws IOException {
        Random chance = new Random(answers.get());
        switch (fault) {
            case NONE, NO_HANDSHAKE -> {
                suite.getOutputStream().write(answer);
                return true;
            }
            case RESET -> {
                spoilt.incrementAndGet();
                suite.setSoLinger(true, 0);
                return false;
            }
            case CUT -> spoil(suite, Arrays.copyOf(answer, chance.nextInt(answer.length)));
            case GARBAGE -> {
                byte[] garbage = new byte[300];
                chance.nextBytes(garbage);
                spoil(suite, garbage);
            }
            case SERVER_ERROR, OUTAGE ->
                    spoil(suite, serverError(chance.nextBoolean() ? 500 : 502));
            case SLOW -> {
                spoilt.incrementAndGet();
                drip(answer, suite.getOutputStream());
                return true;
            }
        }
        return false;
    }

    private void spoil(Socket suite, byte[] instead) throws IOException {
        spoilt.incrementAndGet();
        suite.getOutputStream().write(instead);
        suite.getOutputStream().flush();
        suite.shutdownOutput();
    }

    private static void drip(byte[] answer, OutputStream out) throws IOException {
        int drop = Math.max(1, answer.length / 8);
        for (int from = 0; from < answer.length; from += drop) {
            LockSupport.parkNanos(DROP.toNanos());
            out.write(answer, from, Math.min(drop, answer.length - from));
        }
    }

    private static byte[] serverError(int status) {
        return "HTTP/1.1 %d Storm\r\nContent-Length: 5\r\nConnection: close\r\nRetry-After: 1\r\n\r\nStorm"
                .formatted(status)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new IllegalStateException("a socket could not be closed", gone);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(FaultyLine::hangUp);
    }
}
