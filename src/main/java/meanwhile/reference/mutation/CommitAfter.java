package meanwhile.reference.mutation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Ends the transaction after a statement, so that another begins. It counts as reached only if the
 * transaction held something before, and something followed.
 */
final class CommitAfter extends WatchedStatements {
    private final Spot spot;
    private @Nullable Statement last;
    private boolean parted;

    private CommitAfter(Spot spot) {
        this.spot = spot;
    }

    static UnaryOperator<Parts> plant(Spot spot) {
        return plant(() -> new CommitAfter(spot));
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        if (parted) {
            ReachedSites.reached(spot.site());
        }
        PreparedStatement statement = super.create(connection, sql, context);
        if (spot.isHere(context.getRawSql())) {
            last = statement;
        }
        return statement;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        super.close(connection, sql, statement);
        if (statement.equals(last) && isWorking(connection)) {
            last = null;
            parted |= holdsSomething(connection);
            // Not by Jdbi, which would end the transaction that it began: here the next statement
            // begins another.
            connection.commit();
        }
    }

    /** Whether the transaction has written, locked or taken a snapshot that it keeps. */
    private static boolean holdsSomething(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            return true;
        }
        try (Statement question = connection.createStatement();
                ResultSet answer =
                        question.executeQuery(
                                """
                                SELECT pg_current_xact_id_if_assigned() IS NOT NULL OR EXISTS (
                                    SELECT 1 FROM pg_locks
                                    WHERE pid = pg_backend_pid() AND locktype = 'advisory')
                                """)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
