package meanwhile.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers every request with an empty object, and records when its first byte arrived. */
final class ArrivalServer implements AutoCloseable {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final List<Long> arrivals = new ArrayList<>();

    ArrivalServer() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Returns the nanoseconds between the first and the last arrival since the previous call. */
    synchronized long spread() {
        long first = arrivals.stream().mapToLong(Long::longValue).min().orElse(0);
        long last = arrivals.stream().mapToLong(Long::longValue).max().orElse(0);
        arrivals.clear();
        return last - first;
    }

    private synchronized void arrived(long moment) {
        arrivals.add(moment);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            for (int first = in.read(); first >= 0; first = in.read()) {
                arrived(System.nanoTime());
                readHead(in);
                client.getOutputStream().write(ANSWER);
            }
        } catch (IOException gone) {
            if (!socket.isClosed() && !client.isClosed()) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    /** Reads to the empty line that ends a request without a body. */
    private static void readHead(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 4) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
