package meanwhile.reference.mutation;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** Watches the statements of one handle: one subclass for each thing that may be done to them. */
abstract class WatchedStatements implements StatementBuilder {
    private static final String TRANSACTION_STATE = "25";

    /** Plants such watching in a gallery, for each handle anew. */
    static UnaryOperator<Parts> plant(Supplier<WatchedStatements> watching) {
        return parts -> {
            parts.jdbi().setStatementBuilderFactory(_ -> watching.get());
            return parts;
        };
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareCall(sql);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        statement.close();
    }

    /** Whether the connection is in a transaction that has not failed. */
    static boolean isWorking(Connection connection) throws SQLException {
        if (connection.isClosed() || connection.getAutoCommit()) {
            return false;
        }
        try (Statement probe = connection.createStatement()) {
            return probe.execute("SELECT 1");
        } catch (SQLException failed) {
            if (String.valueOf(failed.getSQLState()).startsWith(TRANSACTION_STATE)) {
                return false;
            }
            throw failed;
        }
    }
}
