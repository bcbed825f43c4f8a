package meanwhile.language;

import java.io.IOException;

/** The gate did not open: somebody of the party never arrived, and nothing was sent. */
public final class GateClosed extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message who is missing, for people
     */
    public GateClosed(String message) {
        super(message);
    }
}
