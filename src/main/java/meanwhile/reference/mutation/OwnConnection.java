package meanwhile.reference.mutation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Executes a statement in a connection of its own, which commits at once. Where that would wait for
 * the transaction that it belongs to, or needs what that has not committed yet, the statement stays
 * in the transaction: the gallery would only hang or fail.
 */
final class OwnConnection extends WatchedStatements {
    private final Spot spot;
    private final Queue<Connection> idle;
    private @Nullable Connection own;
    private @Nullable Statement written;

    private OwnConnection(Spot spot, Queue<Connection> idle) {
        this.spot = spot;
        this.idle = idle;
    }

    static UnaryOperator<Parts> plant(Spot spot) {
        Queue<Connection> idle = new ConcurrentLinkedQueue<>();
        return plant(() -> new OwnConnection(spot, idle));
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        PreparedStatement within = super.create(connection, sql, context);
        if (own != null || connection.getAutoCommit() || !spot.isHere(context.getRawSql())) {
            return within;
        }
        Connection another = another(connection);
        own = another;
        PreparedStatement both =
                PairedStatements.firstOrElse(
                        another.prepareStatement(sql),
                        within,
                        () -> ReachedSites.reached(spot.site()));
        written = both;
        return both;
    }

    private Connection another(Connection connection) throws SQLException {
        Connection free = idle.poll();
        if (free != null) {
            return free;
        }
        Connection opened = DriverManager.getConnection(connection.getMetaData().getURL());
        try (Statement setting = opened.createStatement()) {
            setting.execute("SET lock_timeout = '100ms'");
        }
        return opened;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        super.close(connection, sql, statement);
        Connection used = own;
        if (used != null && statement.equals(written)) {
            idle.add(used);
            own = null;
        }
    }
}
