package meanwhile.driver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A socket's output stream that can hold a request back and release it in one write. If a request
 * is larger than the limit, its beginning is sent ahead and its end is held.
 */
final class HoldingStream extends OutputStream {
    private static final int LIMIT = 64 * 1024;

    private final OutputStream socket;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean holding;

    HoldingStream(OutputStream socket) {
        this.socket = socket;
    }

    /** Holds everything back from now on. */
    void hold() {
        holding = true;
    }

    boolean holding() {
        return holding;
    }

    /** Writes the held bytes at once and stops holding. */
    void letGo() throws IOException {
        holding = false;
        held.writeTo(socket);
        socket.flush();
        held.reset();
    }

    /** Writes about half of the held bytes, as a connection does that is cut midway. */
    void letGoOfHalf() throws IOException {
        holding = false;
        socket.write(held.toByteArray(), 0, held.size() / 2);
        socket.flush();
        held.reset();
    }

    /** Discards the held bytes, because the connection is given up. */
    void forget() {
        holding = false;
        held.reset();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!holding) {
            socket.write(bytes, from, length);
            return;
        }
        if (held.size() + length > LIMIT) {
            held.writeTo(socket);
            held.reset();
        }
        held.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (!holding) {
            socket.flush();
        }
    }
}
