package meanwhile.reference.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives PostgreSQL's notifications for one node, over a connection of its own. */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int POLL_MILLIS = 10_000;
    private static final long PAUSE_NANOS = 200_000_000;

    private final String jdbcUrl;
    private final Collection<String> channels;
    private final BiConsumer<String, String> news;
    private final Runnable lost;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile @Nullable Connection connection;

    /**
     * Starts to listen at once.
     *
     * @param news receives the channel and message of each notification
     * @param lost called when notifications may have been missed
     */
    public Listener(
            String jdbcUrl,
            Collection<String> channels,
            BiConsumer<String, String> news,
            Runnable lost)
            throws SQLException {
        this.jdbcUrl = jdbcUrl;
        this.channels = channels;
        this.news = news;
        this.lost = lost;
        this.connection = connect();
        this.thread = Thread.ofPlatform().daemon().name("gallery-listener").start(this::listen);
    }

    private Connection connect() throws SQLException {
        Connection fresh = DriverManager.getConnection(jdbcUrl);
        try (Statement statement = fresh.createStatement()) {
            for (String channel : channels) {
                statement.execute("LISTEN " + channel);
            }
        }
        return fresh;
    }

    private void listen() {
        while (open) {
            Connection current = connection;
            try {
                if (current == null) {
                    current = connect();
                    connection = current;
                    lost.run();
                }
                for (PGNotification one :
                        current.unwrap(PGConnection.class).getNotifications(POLL_MILLIS)) {
                    news.accept(one.getName(), one.getParameter());
                }
            } catch (SQLException broken) {
                connection = null;
                if (open) {
                    LOG.warn("the notification connection broke; connecting again", broken);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    @Override
    public void close() {
        open = false;
        Connection current = connection;
        if (current != null) {
            try {
                // Closing from outside ends the wait for notifications.
                current.abort(Runnable::run);
            } catch (SQLException alreadyClosed) {
                LOG.debug("closing the notification connection", alreadyClosed);
            }
        }
        thread.interrupt();
    }
}
