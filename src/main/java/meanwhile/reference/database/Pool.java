package meanwhile.reference.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

/** Opens and lends one node's connections to the database. */
public final class Pool implements AutoCloseable {
    /** How long a request may wait for a connection: less than any client's patience. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final String jdbcUrl;
    private final String name;

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
        this.jdbcUrl = jdbcUrl;
        this.name = name;
        jdbi = Jdbi.create(source);
        jdbi.registerArrayType(String.class, "text");
    }

    /** JDBI over the pool. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** The address of the database. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** The name that the database shows for these connections. */
    public String name() {
        return name;
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
