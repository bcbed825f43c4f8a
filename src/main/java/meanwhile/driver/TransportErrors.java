package meanwhile.driver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import meanwhile.language.Outcome;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.conn.ConnectTimeoutException;

/** The outcome of a request without an answer, and why it has none. */
final class TransportErrors {
    private static final int LONGEST_REASON = 500;

    private TransportErrors() {}

    /** Whether the request took effect is not known. */
    static Outcome outcome(IOException failure, URI url, SecretMask mask) {
        Outcome.Cause cause =
                switch (failure) {
                    case SocketTimeoutException _, ConnectTimeoutException _ ->
                            Outcome.Cause.TIMED_OUT;
                    case BrokenOff _ -> Outcome.Cause.BROKEN_OFF;
                    default -> Outcome.Cause.DISCONNECTED;
                };
        return new Outcome.Unknown(cause, mask.shortened(words(failure, url), LONGEST_REASON));
    }

    private static String words(Exception failure, URI url) {
        String where = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        String said =
                failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getMessage();
        return switch (failure) {
            case UnknownHostException _ -> "unknown host " + url.getHost();
            case ConnectTimeoutException _ -> "no connection to %s in time".formatted(where);
            case ConnectException _ -> "no server listens at %s (%s)".formatted(where, said);
            case SSLException _ -> "TLS with %s failed: %s".formatted(where, plainly(said));
            case ClientProtocolException _ -> "the answer of %s is not HTTP".formatted(where);
            default -> said;
        };
    }

    /** Java's messages for the two most common mistakes help only Java programmers. */
    private static String plainly(String said) {
        if (said.contains("PKIX")) {
            return "its certificate is not signed by an authority that this Java trusts; java"
                    + " -Djavax.net.ssl.trustStore=FILE names others";
        }
        return said.contains("unrecognized SSL message")
                ? "it does not speak TLS; perhaps its address begins with http://"
                : said;
    }
}
