package meanwhile.driver;

import java.io.IOException;
import java.net.SocketTimeoutException;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.target.Profile;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** Any gallery that a profile describes, over HTTP. */
public final class HttpGallery implements Gallery, AutoCloseable {
    private final Composer composer;
    private final Reader reader;
    private final Transport transport;

    /** A gallery as the profile describes it. */
    public HttpGallery(Profile profile) {
        composer = new Composer(profile);
        reader = new Reader(profile);
        transport = new Transport(profile.limit());
    }

    @Override
    public Reply send(Sender sender, Operation operation, @Nullable Release release)
            throws GateClosed {
        Profile.Binding binding = composer.binding(operation);
        Request request = composer.request(sender, operation);
        Wire wire = new Wire(release);
        try {
            Response response = transport.send(request, wire);
            return reply(reader.outcome(operation, binding, response), wire.over());
        } catch (GateClosed closed) {
            throw closed;
        } catch (SocketTimeoutException | ConnectTimeoutException late) {
            return reply(unknown(Outcome.Cause.TIMED_OUT, late), wire.over());
        } catch (BrokenOff broken) {
            return reply(unknown(Outcome.Cause.BROKEN_OFF, broken), wire.over());
        } catch (IOException broken) {
            return reply(unknown(Outcome.Cause.DISCONNECTED, broken), wire.over());
        }
    }

    @Override
    public void rest() {
        transport.rest();
    }

    @Override
    public void close() {
        transport.close();
    }

    private static Outcome unknown(Outcome.Cause cause, Exception reason) {
        String message = reason.getMessage();
        return new Outcome.Unknown(
                cause, message == null ? reason.getClass().getSimpleName() : message);
    }

    private static Reply reply(Outcome outcome, Wire.Times times) {
        return new Reply(
                outcome, times.begun(), times.released(), times.firstByte(), times.ended());
    }
}
