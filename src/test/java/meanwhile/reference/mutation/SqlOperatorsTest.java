package meanwhile.reference.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each operator changes one place and leaves the rest as it is written. */
class SqlOperatorsTest {
    private static List<String> changed(Operator operator, String sql) {
        return SqlOperators.changes(sql).stream()
                .filter(change -> change.operator() == operator)
                .map(change -> change.sql().strip().replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void eachColumnIsLeftOutOfAnUpdate() {
        String sql =
                "UPDATE t SET a = coalesce(:a, a), b = CASE WHEN x AND y THEN 1 ELSE 2 END,"
                        + " c = c + 1 WHERE id = :id";
        assertThat(changed(Operator.COLUMN_NOT_SET, sql))
                .containsExactly(
                        "UPDATE t SET b = CASE WHEN x AND y THEN 1 ELSE 2 END, c = c + 1 WHERE id ="
                                + " :id",
                        "UPDATE t SET a = coalesce(:a, a) , c = c + 1 WHERE id = :id",
                        "UPDATE t SET a = coalesce(:a, a), b = CASE WHEN x AND y THEN 1 ELSE 2 END"
                                + " WHERE id = :id");
        assertThat(changed(Operator.COLUMN_NOT_SET, "UPDATE t SET a = 1 WHERE b")).isEmpty();
    }

    @Test
    void eachColumnIsLeftOutOfAnInsertWithItsValue() {
        assertThat(
                        changed(
                                Operator.COLUMN_NOT_INSERTED,
                                "INSERT INTO t (a, b) VALUES (:a, f(:b, 1)) RETURNING a"))
                .containsExactly(
                        "INSERT INTO t ( b) VALUES ( f(:b, 1)) RETURNING a",
                        "INSERT INTO t (a) VALUES (:a ) RETURNING a");
        assertThat(
                        changed(
                                Operator.COLUMN_NOT_INSERTED,
                                "INSERT INTO t (a, b) SELECT :a, b FROM s WHERE c"))
                .containsExactly(
                        "INSERT INTO t ( b) SELECT b FROM s WHERE c",
                        "INSERT INTO t (a) SELECT :a FROM s WHERE c");
    }

    @Test
    void eachConditionOfEachWhereIsDropped() {
        String sql =
                "SELECT 1 FROM t WHERE a BETWEEN 1 AND 2 AND EXISTS (SELECT 1 FROM s WHERE s.b ="
                        + " t.b) ORDER BY a";
        assertThat(changed(Operator.CONDITION, sql))
                .containsExactly(
                        "SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.b = t.b) ORDER BY a",
                        "SELECT 1 FROM t WHERE a BETWEEN 1 AND 2 ORDER BY a",
                        "SELECT 1 FROM t WHERE a BETWEEN 1 AND 2 AND EXISTS (SELECT 1 FROM s )"
                                + " ORDER BY a");
        assertThat(changed(Operator.CONDITION, "DELETE FROM t WHERE a OR b AND c"))
                .containsExactly("DELETE FROM t WHERE b AND c", "DELETE FROM t WHERE a");
    }

    @Test
    void rowLocksAreDroppedAndWaited() {
        String sql = "SELECT a FROM t WHERE b ORDER BY a FOR NO KEY UPDATE OF t SKIP LOCKED";
        assertThat(changed(Operator.ROW_LOCK, sql))
                .containsExactly("SELECT a FROM t WHERE b ORDER BY a");
        assertThat(changed(Operator.LATE_LOCK, sql)).hasSize(1);
        assertThat(changed(Operator.SKIP_LOCKED, sql))
                .containsExactly("SELECT a FROM t WHERE b ORDER BY a FOR NO KEY UPDATE OF t");
        assertThat(changed(Operator.ROW_LOCK, "SELECT substring(a FOR 3) FROM t")).isEmpty();
        assertThat(
                        changed(
                                Operator.LATE_LOCK,
                                "UPDATE t SET a = 1 WHERE b = (SELECT b FROM t FOR UPDATE)"))
                .as("a statement cannot write now and lock later")
                .isEmpty();
    }

    @Test
    void aConflictIsTurnedAndDropped() {
        assertThat(
                        changed(
                                Operator.CONFLICT,
                                "INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2"
                                        + " RETURNING a"))
                .containsExactly(
                        "INSERT INTO t (a) VALUES (1) RETURNING a",
                        "INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO NOTHING RETURNING a");
        assertThat(
                        changed(
                                Operator.CONFLICT,
                                "INSERT INTO t (a) VALUES (1) ON CONFLICT DO NOTHING"))
                .containsExactly("INSERT INTO t (a) VALUES (1)");
    }

    @Test
    void eachKeyOfAnOrderIsTurned() {
        assertThat(changed(Operator.ORDER, "SELECT a FROM t ORDER BY a DESC, b LIMIT 1"))
                .containsExactly(
                        "SELECT a FROM t ORDER BY a ASC, b LIMIT 1",
                        "SELECT a FROM t ORDER BY a DESC, b DESC LIMIT 1");
    }

    @Test
    void locksAndNotificationsAreNotCalled() {
        assertThat(
                        changed(
                                Operator.SIDE_EFFECT,
                                "SELECT pg_advisory_xact_lock(:a, hashtext(''))::text,"
                                        + " pg_notify(:c, :d)::text"))
                .containsExactly(
                        "SELECT true::text, pg_notify(:c, :d)::text",
                        "SELECT pg_advisory_xact_lock(:a, hashtext(''))::text, true::text");
    }

    @Test
    void eachStatementThatWritesIsSkipped() {
        assertThat(changed(Operator.SKIPPED, "INSERT INTO t (a) VALUES (1)"))
                .containsExactly("DELETE FROM settings WHERE false");
        assertThat(changed(Operator.SKIPPED, "UPDATE t u SET a = 1 WHERE b RETURNING u.a, u.b"))
                .containsExactly("SELECT u.a, u.b FROM t u WHERE false");
        assertThat(
                        changed(
                                Operator.SKIPPED,
                                "WITH gone AS (DELETE FROM t WHERE a RETURNING b) INSERT INTO s"
                                        + " SELECT b FROM gone"))
                .containsExactly(
                        "WITH gone AS (DELETE FROM t WHERE false AND a RETURNING b) INSERT INTO s"
                                + " SELECT b FROM gone",
                        "DELETE FROM settings WHERE false");
        assertThat(changed(Operator.SKIPPED, "SELECT 1 FROM t FOR UPDATE")).isEmpty();
    }
}
