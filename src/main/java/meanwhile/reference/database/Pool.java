package meanwhile.reference.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

/** One node's connections. */
public final class Pool implements AutoCloseable {
    /** How long a request may wait for a connection: less than any client's patience. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final HikariDataSource source;
    private final Jdbi jdbi;

    /** Opens at most {@code size} connections, when needed. */
    public Pool(String jdbcUrl, int size, String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setPoolName(name);
        config.addDataSourceProperty("ApplicationName", name);
        source = new HikariDataSource(config);
        jdbi = Jdbi.create(source);
        jdbi.registerArrayType(String.class, "text");
    }

    /** JDBI over the pool. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Connections in use now. */
    public int active() {
        return source.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        source.close();
    }
}
