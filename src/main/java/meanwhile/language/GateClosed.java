package meanwhile.language;

import java.io.IOException;

/** The gate did not open: a member of the party never arrived, so nothing was sent. */
public final class GateClosed extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message who is missing, for people
     */
    public GateClosed(String message) {
        super(message);
    }
}
