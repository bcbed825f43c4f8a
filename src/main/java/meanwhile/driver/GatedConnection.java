package meanwhile.driver;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import meanwhile.language.BreakOff;
import meanwhile.language.GatePoint;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.io.AbstractSessionOutputBuffer;
import org.apache.http.impl.io.SocketInputBuffer;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.io.SessionOutputBuffer;
import org.apache.http.params.HttpParams;
import org.apache.http.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A connection that holds a request back at the socket until the gate opens, and records when its
 * last byte was sent and when the first byte of the answer arrived. REST Assured uses this
 * generation of Apache HttpClient, whose classes are deprecated and have no successor there.
 */
@SuppressWarnings("deprecation")
final class GatedConnection extends DefaultClientConnection {
    private final long freshNanos;
    private @Nullable HoldingStream stream;
    private @Nullable InputBuffer input;
    private long lastUsed = System.nanoTime();

    /**
     * @param fresh how long it may be idle and still be reused
     */
    GatedConnection(Duration fresh) {
        freshNanos = fresh.toNanos();
    }

    @Override
    protected SessionOutputBuffer createSessionOutputBuffer(
            Socket socket, int size, HttpParams params) throws IOException {
        HoldingStream holding = new HoldingStream(socket.getOutputStream());
        stream = holding;
        return new OutputBuffer(holding, size, params);
    }

    @Override
    protected SessionInputBuffer createSessionInputBuffer(
            Socket socket, int size, HttpParams params) throws IOException {
        InputBuffer buffer = new InputBuffer(socket, size, params);
        input = buffer;
        return buffer;
    }

    /**
     * Checks that the headers are complete: Apache accepts headers that are cut off by the end of
     * the connection, and takes the announced body for empty.
     */
    @Override
    public HttpResponse receiveResponseHeader() throws HttpException, IOException {
        if (input == null) {
            throw new IllegalStateException("an answer was awaited before the connection was open");
        }
        input.headBegins();
        HttpResponse response = super.receiveResponseHeader();
        input.headEnds();
        if (SocketExchange.CURRENT.get().breaksOff() == BreakOff.AFTER_ANSWERING) {
            throw new BrokenOff();
        }
        lastUsed = System.nanoTime();
        return response;
    }

    @Override
    public void sendRequestHeader(HttpRequest request) throws HttpException, IOException {
        SocketExchange exchange = SocketExchange.CURRENT.get();
        HoldingStream out = stream();
        if (exchange.point() == null) {
            exchange.begun();
            super.sendRequestHeader(request);
            return;
        }
        out.hold();
        super.sendRequestHeader(request);
        if (exchange.point() == GatePoint.END_OF_HEADERS) {
            doFlush();
            pass(exchange, out);
            exchange.headersLeft();
        }
    }

    /**
     * A server may close an idle connection at any time, even at the moment in which the next
     * request is sent. That request then gets no answer, although nothing is at fault. So an idle
     * connection is given up long before a server closes it, and is not probed.
     */
    @Override
    public boolean isStale() {
        return System.nanoTime() - lastUsed > freshNanos;
    }

    /** Called at the end of each request, after its body. */
    @Override
    public void flush() throws IOException {
        super.flush();
        SocketExchange exchange = SocketExchange.CURRENT.get();
        HoldingStream out = stream();
        if (out.holding()) {
            pass(exchange, out);
        }
        exchange.released();
        if (exchange.breaksOff() == BreakOff.AFTER_SENDING) {
            throw new BrokenOff();
        }
    }

    private static void pass(SocketExchange exchange, HoldingStream out) throws IOException {
        boolean passed = false;
        try {
            exchange.pass();
            passed = true;
        } finally {
            if (!passed) {
                out.forget();
            }
        }
        if (exchange.breaksOff() == BreakOff.HALFWAY) {
            out.letGoOfHalf();
            throw new BrokenOff();
        }
        out.letGo();
    }

    private HoldingStream stream() {
        if (stream == null) {
            throw new IllegalStateException("a request was sent before the connection was open");
        }
        return stream;
    }

    /** Apache's own output buffer, over the holding stream. */
    private static final class OutputBuffer extends AbstractSessionOutputBuffer {
        OutputBuffer(HoldingStream out, int size, HttpParams params) {
            init(out, size < 0 ? 8192 : size, params);
        }
    }

    /** Apache's own input buffer, which reports when something arrives. */
    private static final class InputBuffer extends SocketInputBuffer {
        private boolean inHead;
        private int lines;

        InputBuffer(Socket socket, int size, HttpParams params) throws IOException {
            super(socket, size < 0 ? 8192 : size, params);
        }

        void headBegins() {
            inHead = true;
            lines = 0;
        }

        void headEnds() {
            inHead = false;
        }

        @Override
        public int readLine(CharArrayBuffer line) throws IOException {
            int read = super.readLine(line);
            if (read < 0 && inHead && lines > 0) {
                throw new ConnectionClosedException("The answer ended within its headers");
            }
            lines++;
            return read;
        }

        @Override
        protected int fillBuffer() throws IOException {
            int read = super.fillBuffer();
            if (read > 0 && SocketExchange.CURRENT.isBound()) {
                SocketExchange.CURRENT.get().arrived();
            }
            return read;
        }
    }
}
