package meanwhile.driver;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.HttpClient;
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
 * One pool of connections for all actors, and a client of its own for each call: REST Assured
 * changes a client while it uses it, so clients are not shared, the pool is.
 */
@SuppressWarnings(
        "deprecation") // the generation of Apache HttpClient that REST Assured is made for
final class Connections implements AutoCloseable {
    private static final int MOST = 2_000;

    private final PoolingClientConnectionManager pool = new GatedPool();
    private final HttpParams params = new SyncBasicHttpParams();

    /**
     * @param limit how long to wait for a connection, and for each part of an answer
     */
    Connections(Duration limit) {
        pool.setMaxTotal(MOST);
        pool.setDefaultMaxPerRoute(MOST);
        // Ready-made parameters spare each client a lock that all would wait for.
        DefaultHttpClient.setDefaultHttpParams(params);
        params.setIntParameter(CoreConnectionPNames.SO_TIMEOUT, (int) limit.toMillis());
        params.setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, (int) limit.toMillis());
        params.setBooleanParameter(CoreConnectionPNames.TCP_NODELAY, true);
        params.setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, true);
    }

    /** A client for one call. It never sends anything twice. */
    HttpClient client() {
        DefaultHttpClient client = new DefaultHttpClient(pool, params.copy());
        client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        return client;
    }

    /** Closes connections that nobody is using. */
    void closeIdle() {
        pool.closeIdleConnections(0, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    /** The pool, with connections that know the gate. */
    private static final class GatedPool extends PoolingClientConnectionManager {
        @Override
        protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
            return new DefaultClientConnectionOperator(schemes) {
                @Override
                public OperatedClientConnection createConnection() {
                    return new GatedConnection();
                }
            };
        }
    }
}
