package meanwhile.driver;

import java.io.IOException;

/** The sender broke off on purpose; the connection is discarded. */
final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff() {
        super("broken off by the sender");
    }
}
