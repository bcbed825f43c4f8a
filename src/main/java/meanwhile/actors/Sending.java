package meanwhile.actors;

import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;

/** A way in which one operation is sent. */
@FunctionalInterface
public interface Sending {
    /**
     * Sends it and waits for its end.
     *
     * @param gate where to hold it; null to send it at once
     * @throws GateClosed if the gate did not open; then nothing was sent
     */
    Gallery.Reply send(@Nullable Release gate) throws GateClosed;
}
