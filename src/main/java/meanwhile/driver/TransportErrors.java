package meanwhile.driver;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.conn.ConnectTimeoutException;

/** What keeps a request from its server, in words. */
final class TransportErrors {
    private TransportErrors() {}

    static String words(Exception failure, URI url) {
        String where = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        String said =
                failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getMessage();
        return switch (failure) {
            case UnknownHostException _ -> "no computer is called " + url.getHost();
            case ConnectTimeoutException _ -> "no connection to %s in time".formatted(where);
            case ConnectException _ -> "nobody listens at %s (%s)".formatted(where, said);
            case SSLException _ -> "TLS with %s failed: %s".formatted(where, plainly(said));
            case ClientProtocolException _ -> "what %s answered is not HTTP".formatted(where);
            default -> said;
        };
    }

    /** What Java says of the two mistakes that everybody makes helps only those who know Java. */
    private static String plainly(String said) {
        if (said.contains("PKIX")) {
            return "nobody whom this Java trusts has signed its certificate; java"
                    + " -Djavax.net.ssl.trustStore=FILE names others";
        }
        return said.contains("unrecognized SSL message")
                ? "it does not speak TLS; perhaps its address begins with http://"
                : said;
    }
}
