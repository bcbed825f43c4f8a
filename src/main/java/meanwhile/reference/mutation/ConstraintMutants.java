package meanwhile.reference.mutation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;

/** Enumerates the constraints of the gallery's tables, each of which may be dropped. */
final class ConstraintMutants {
    private static final Map<String, String> KINDS =
            Map.of("u", "unique", "f", "foreign key", "c", "check");

    private ConstraintMutants() {}

    /** A constraint, by the name of its mutant. */
    private record Constraint(String mutant, String table, String drop) {}

    /** The mutants of all constraints in the database's catalogue. */
    static List<Mutant> of(Jdbi jdbi) {
        return all(jdbi).stream()
                .map(
                        one ->
                                new Mutant(
                                        one.mutant(),
                                        Operator.CONSTRAINT,
                                        Mutant.TABLE + one.table(),
                                        named(one.mutant()).change()))
                .toList();
    }

    private static List<Constraint> all(Jdbi jdbi) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT c.conrelid::regclass::text AS tab, c.conname AS name,
                                            c.contype::text AS kind,
                                            (SELECT string_agg(a.attname, ',' ORDER BY k.place)
                                                FROM unnest(c.conkey) WITH ORDINALITY AS k (num, place)
                                                JOIN pg_attribute a ON a.attrelid = c.conrelid
                                                    AND a.attnum = k.num) AS columns
                                        FROM pg_constraint c
                                        WHERE c.contype IN ('u', 'f', 'c')
                                            AND c.connamespace = current_schema()::regnamespace
                                            AND c.conrelid <> 0
                                        ORDER BY kind DESC, tab, columns, name
                                        """)
                                .map(
                                        (row, context) ->
                                                constraint(
                                                        row.getString("kind"),
                                                        row.getString("tab"),
                                                        row.getString("columns"),
                                                        row.getString("name")))
                                .list());
    }

    /**
     * The constraint of this name, which the first node looks up and drops.
     *
     * @return a mutant that fails with an IllegalArgumentException if there is none
     */
    static Mutant named(String name) {
        AtomicBoolean dropped = new AtomicBoolean();
        return new Mutant(
                name,
                Operator.CONSTRAINT,
                Mutant.TABLE,
                new Mutant.InDatabase(
                        parts -> {
                            if (!dropped.getAndSet(true)) {
                                drop(parts.jdbi(), name);
                            }
                            return parts;
                        }));
    }

    private static void drop(Jdbi jdbi, String name) {
        String constraint =
                all(jdbi).stream()
                        .filter(one -> one.mutant().equals(name))
                        .findFirst()
                        .map(Constraint::drop)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no mutant is named " + name));
        jdbi.useHandle(handle -> handle.execute(constraint));
    }

    private static Constraint constraint(String kind, String table, String columns, String name) {
        String what = Objects.requireNonNull(KINDS.get(kind), kind);
        return new Constraint(
                "%s: %s %s(%s)".formatted(Operator.CONSTRAINT.words(), what, table, columns),
                table,
                "ALTER TABLE %s DROP CONSTRAINT %s CASCADE".formatted(table, name));
    }
}
