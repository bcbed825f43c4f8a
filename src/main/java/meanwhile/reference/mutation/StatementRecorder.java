package meanwhile.reference.mutation;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Records every statement that galleries of this process execute. */
public final class StatementRecorder {
    private record Key(String place, String sql) {}

    private record Seen(ConcurrentSkipListSet<String> callers, AtomicBoolean transaction) {}

    private static final Map<Key, Seen> SEEN = new ConcurrentHashMap<>();

    private StatementRecorder() {}

    /** Records what this node executes from now on. */
    static void listenTo(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(StatementRecorder::heard);
    }

    private static String heard(String sql, StatementContext context) {
        List<String> places = CallPlaces.now();
        String place = places.getFirst();
        Seen here =
                SEEN.computeIfAbsent(
                        new Key(place, sql),
                        key -> new Seen(new ConcurrentSkipListSet<>(), new AtomicBoolean()));
        if (inTransaction(context)) {
            here.transaction().set(true);
        }
        ReachedSites.reached(Spot.site(place, sql));
        if (SqlMutants.locks(sql)) {
            here.callers().add(places.getLast());
            ReachedSites.reached(Spot.site(places.getLast(), place, sql));
        }
        return sql;
    }

    private static boolean inTransaction(StatementContext context) {
        try {
            return !context.getConnection().getAutoCommit();
        } catch (SQLException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** What was recorded so far, by place. */
    public static List<Statement> statements() {
        return SEEN.entrySet().stream()
                .map(
                        one ->
                                new Statement(
                                        one.getKey().place(),
                                        one.getKey().sql(),
                                        one.getValue().transaction().get(),
                                        List.copyOf(one.getValue().callers())))
                .sorted(Comparator.comparing(Statement::place).thenComparing(Statement::sql))
                .toList();
    }
}
