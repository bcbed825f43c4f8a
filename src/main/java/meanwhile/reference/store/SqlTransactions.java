package meanwhile.reference.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Runs READ COMMITTED transactions, and repeats them after serialisation failures and deadlocks.
 */
public final class SqlTransactions implements Transactions {
    private static final int ATTEMPTS = 5;
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");

    private final Jdbi jdbi;
    private final Seams seams;
    private final int attempts;

    /** Creates transactions on this database with these parts. */
    public SqlTransactions(Jdbi jdbi, Seams seams) {
        this(jdbi, seams, ATTEMPTS);
    }

    /** Creates transactions with another number of attempts; a planted defect sets it to one. */
    public SqlTransactions(Jdbi jdbi, Seams seams, int attempts) {
        this.jdbi = jdbi;
        this.seams = seams;
        this.attempts = attempts;
    }

    @Override
    public <T> T write(Function<Work, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (JdbiException failure) {
                if (attempt >= attempts || !LOST_RACES.contains(sqlState(failure))) {
                    throw failure;
                }
            }
        }
    }

    private <T> T once(Function<Work, T> work) {
        return opened(
                handle -> {
                    Work mine = new Work(handle, seams);
                    T value = handle.inTransaction(transaction -> work.apply(mine));
                    mine.committed();
                    return value;
                });
    }

    @Override
    public <T> T read(Function<Work, T> work) {
        return opened(handle -> work.apply(new Work(handle, seams)));
    }

    @Override
    public <T> T snapshot(Function<Work, T> work) {
        return opened(
                handle ->
                        handle.inTransaction(
                                TransactionIsolationLevel.REPEATABLE_READ,
                                transaction -> work.apply(new Work(handle, seams))));
    }

    /**
     * Opens a separate connection for each piece of work, because Jdbi's other ways silently join a
     * transaction of the same thread. If the pool stays empty, the node is at its capacity.
     */
    private <T> T opened(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            return work.apply(handle);
        } catch (ConnectionException exhausted) {
            throw RefusedRequest.overloaded();
        }
    }

    /** The SQL state of the first database error in the chain of causes, else "". */
    public static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
