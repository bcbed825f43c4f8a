package meanwhile.reference.mutation;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.UnaryOperator;
import meanwhile.reference.GalleryException;
import meanwhile.reference.Parts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** Sends another statement instead of one. */
final class Rewriting {
    private static final String PARAMETER = "(?<!:):[A-Za-z_]\\w*";

    private Rewriting() {}

    static UnaryOperator<Parts> plant(Spot spot, SqlChange change) {
        return parts -> {
            requireExecutable(parts.jdbi(), spot.statement().sql(), change);
            parts.jdbi()
                    .getConfig(SqlStatements.class)
                    .setUnusedBindingAllowed(true)
                    .setTemplateEngine(
                            (sql, context) -> {
                                if (!spot.isHere(sql)) {
                                    return sql;
                                }
                                ReachedSites.reached(spot.site());
                                return change.sql();
                            });
            return parts;
        };
    }

    /** A statement that no database would accept is no mutant. */
    private static void requireExecutable(Jdbi jdbi, String sound, SqlChange change) {
        Optional<String> why =
                jdbi.withHandle(
                        handle ->
                                rejection(handle, sound).isPresent()
                                        ? Optional.empty()
                                        : rejection(handle, change.sql())
                                                .or(() -> mandatory(handle, sound, change)));
        if (why.isPresent()) {
            throw new GalleryException(
                    "The changed statement is never accepted: " + why.get(), null);
        }
    }

    /** Why the database does not even plan a statement. */
    private static Optional<String> rejection(Handle handle, String sql) {
        // Without Jdbi's parameters: their types are known only when they are bound.
        String plan = "EXPLAIN " + sql.replaceAll(PARAMETER, "NULL");
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(plan);
            return Optional.empty();
        } catch (SQLException rejected) {
            return String.valueOf(rejected.getMessage()).lines().findFirst();
        }
    }

    /** An INSERT without a column that has no default and may not be empty. */
    private static Optional<String> mandatory(Handle handle, String sound, SqlChange change) {
        if (change.operator() != Operator.COLUMN_NOT_INSERTED) {
            return Optional.empty();
        }
        String table = sound.replaceFirst("(?s).*?INSERT\\s+INTO\\s+(\\w+).*", "$1");
        boolean mandatory =
                handle.createQuery(
                                        """
                                        SELECT count(*) FROM information_schema.columns
                                        WHERE table_name = :table AND column_name = :column
                                        AND is_nullable = 'NO' AND column_default IS NULL
                                        AND is_identity = 'NO' AND table_schema = current_schema()
                                        """)
                                .bind("table", table)
                                .bind("column", change.what())
                                .mapTo(Integer.class)
                                .one()
                        > 0;
        return mandatory
                ? Optional.of(
                        "the column %s of %s must have a value".formatted(change.what(), table))
                : Optional.empty();
    }
}
