package meanwhile.reference.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

/** Opens and lends one node's connections to the database. */
public final class Pool implements AutoCloseable {
    /** How long a request may wait for a connection: less than any client's timeout. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final String jdbcUrl;
    private final String name;

    /** Opens at most {@code size} connections, on demand. */
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

    /** The name under which the database shows these connections. */
    public String name() {
        return name;
    }

    /** The number of connections in use. */
    public int active() {
        return source.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        source.close();
    }
}
