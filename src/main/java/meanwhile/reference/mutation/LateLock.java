package meanwhile.reference.mutation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads without the row lock, and takes the lock after the next statement. */
final class LateLock extends WatchedStatements {
    private final Spot spot;
    private final String lock;
    private @Nullable Statement reading;
    private @Nullable PreparedStatement pending;

    private LateLock(Spot spot, String lock) {
        this.spot = spot;
        this.lock = lock;
    }

    static UnaryOperator<Parts> plant(Spot spot, String lock) {
        return plant(() -> new LateLock(spot, lock));
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        if (pending != null || !spot.isHere(context.getRawSql())) {
            return super.create(connection, sql, context);
        }
        pending = super.create(connection, sql, context);
        PreparedStatement unlocked = super.create(connection, sql.replace(lock, ""), context);
        PreparedStatement both = PairedStatements.boundTogether(unlocked, pending);
        reading = both;
        return both;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        super.close(connection, sql, statement);
        PreparedStatement late = pending;
        if (late == null || statement.equals(reading)) {
            return;
        }
        pending = null;
        if (isWorking(connection)) {
            ReachedSites.reached(spot.site());
            late.execute();
        }
        late.close();
    }
}
