package meanwhile.driver;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.HttpClient;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.params.HttpParams;
import org.apache.http.params.SyncBasicHttpParams;

/**
 * One pool of connections for all actors. The client does nothing on its own: it follows no
 * redirect, keeps no cookie, offers no password and never sends anything twice.
 */
@SuppressWarnings(
        "deprecation") // the generation of Apache HttpClient that REST Assured is made for
final class Connections implements AutoCloseable {
    private static final int MOST = 2_000;

    /** Known servers keep an idle connection for at least two seconds by default. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int LONGEST_HEADER = 1_000_000;
    private static final int MOST_HEADERS = 1_000;

    private final PoolingClientConnectionManager pool;
    private final HttpParams params = new SyncBasicHttpParams();

    /**
     * @param limit how long to wait for a connection, and for each part of an answer
     */
    Connections(Duration limit) {
        this(limit, FRESH);
    }

    /**
     * @param fresh how long a connection may be idle and still be reused
     */
    Connections(Duration limit, Duration fresh) {
        pool = new GatedPool(fresh);
        pool.setMaxTotal(MOST);
        pool.setDefaultMaxPerRoute(MOST);
        params.setIntParameter(CoreConnectionPNames.SO_TIMEOUT, (int) limit.toMillis());
        params.setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, (int) limit.toMillis());
        params.setBooleanParameter(CoreConnectionPNames.TCP_NODELAY, true);
        params.setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, true);
        params.setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_HEADER);
        params.setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
        params.setBooleanParameter(ClientPNames.HANDLE_REDIRECTS, false);
        params.setBooleanParameter(ClientPNames.HANDLE_AUTHENTICATION, false);
        params.setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
    }

    /** A client that is safe for many calls at once. */
    HttpClient client() {
        DefaultHttpClient client = new DefaultHttpClient(pool, params);
        client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        return client;
    }

    /** Closes connections that are not in use. */
    void closeIdle() {
        pool.closeIdleConnections(0, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    /** Creates the pool, whose connections support the gate. */
    private static final class GatedPool extends PoolingClientConnectionManager {
        private final Duration fresh;

        GatedPool(Duration fresh) {
            this.fresh = fresh;
        }

        @Override
        protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
            return new DefaultClientConnectionOperator(schemes) {
                @Override
                public OperatedClientConnection createConnection() {
                    return new GatedConnection(fresh);
                }
            };
        }
    }
}
