package meanwhile.driver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A socket's stream that can keep a request back and let it go in one write. Of a request larger
 * than the limit the beginning goes ahead and the end is kept.
 */
final class HoldingStream extends OutputStream {
    private static final int LIMIT = 64 * 1024;

    private final OutputStream socket;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean holding;

    HoldingStream(OutputStream socket) {
        this.socket = socket;
    }

    /** From now on keep everything back. */
    void hold() {
        holding = true;
    }

    boolean holding() {
        return holding;
    }

    /** Writes what was kept, at once, and keeps nothing back any more. */
    void letGo() throws IOException {
        holding = false;
        held.writeTo(socket);
        socket.flush();
        held.reset();
    }

    /** Writes about half of what was kept: what a connection carries that is cut in the middle. */
    void letGoOfHalf() throws IOException {
        holding = false;
        socket.write(held.toByteArray(), 0, held.size() / 2);
        socket.flush();
        held.reset();
    }

    /** Forgets what was kept: the connection is given up. */
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
