package meanwhile.reference.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;

/** Enumerates the mutants of recorded statements. */
final class SqlMutants {
    private SqlMutants() {}

    /** All mutants of these statements. */
    static List<Mutant> of(List<Statement> statements) {
        return statements.stream().flatMap(one -> of(one).stream()).toList();
    }

    private static List<Mutant> of(Statement statement) {
        List<Mutant> mutants = new ArrayList<>();
        for (SqlChange change : SqlOperators.changes(statement.sql())) {
            for (Spot spot : spots(statement, change)) {
                mutants.add(mutant(spot, change.operator(), change.what(), plant(spot, change)));
            }
        }
        Spot everywhere = new Spot(statement, null);
        if (statement.transaction() && SqlOperators.writes(statement.sql())) {
            mutants.add(mutant(everywhere, Operator.OUTSIDE, "", OwnConnection.plant(everywhere)));
        }
        if (statement.transaction()) {
            mutants.add(mutant(everywhere, Operator.SPLIT, "", CommitAfter.plant(everywhere)));
        }
        return mutants;
    }

    /** A row lock is another one for each caller, everything else is the same for all. */
    private static List<Spot> spots(Statement statement, SqlChange change) {
        return switch (change.operator()) {
            case ROW_LOCK, LATE_LOCK ->
                    statement.callers().stream()
                            .map(caller -> new Spot(statement, caller))
                            .toList();
            default -> List.of(new Spot(statement, null));
        };
    }

    private static UnaryOperator<Parts> plant(Spot spot, SqlChange change) {
        return change.operator() == Operator.LATE_LOCK
                ? LateLock.plant(spot, change.what())
                : Rewriting.plant(spot, change);
    }

    private static Mutant mutant(
            Spot spot, Operator operator, String what, UnaryOperator<Parts> plant) {
        String name =
                "%s: %s%s"
                        .formatted(
                                operator.words(),
                                what.isEmpty() ? "" : what + " in ",
                                spot.statement().label());
        String by = spot.caller() == null ? "" : " called by " + spot.caller();
        return new Mutant(name + by, operator, spot.site(), new Mutant.InDatabase(plant));
    }

    /** Whether a statement locks rows. */
    static boolean locks(String sql) {
        return SqlOperators.changes(sql).stream()
                .anyMatch(change -> change.operator() == Operator.ROW_LOCK);
    }
}
