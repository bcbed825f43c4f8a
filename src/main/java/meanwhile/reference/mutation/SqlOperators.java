package meanwhile.reference.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meanwhile.reference.mutation.SqlTokens.Span;
import meanwhile.reference.mutation.SqlTokens.Token;

/** Changes a statement in every way that these operators know, one place at a time. */
final class SqlOperators {
    private static final Set<String> AFTER_WHERE =
            Set.of(
                    "GROUP",
                    "HAVING",
                    "ORDER",
                    "LIMIT",
                    "OFFSET",
                    "RETURNING",
                    "FOR",
                    "UNION",
                    "ON");
    private static final Set<String> AFTER_SET = Set.of("WHERE", "RETURNING", "FROM");
    private static final Set<String> AFTER_ORDER = Set.of("LIMIT", "OFFSET", "FOR", "RETURNING");
    private static final Set<String> AFTER_LIST = Set.of("FROM", "WHERE", "ON", "RETURNING");
    private static final Set<String> AFTER_CONFLICT = Set.of("RETURNING");

    private final SqlTokens tokens;
    private final List<SqlChange> changes = new ArrayList<>();

    private SqlOperators(String sql) {
        tokens = SqlTokens.of(sql);
    }

    /** All changes of a statement. */
    static List<SqlChange> changes(String sql) {
        SqlOperators operators = new SqlOperators(sql);
        for (int k = 0; k < operators.tokens.size(); k++) {
            operators.at(k);
        }
        operators.skipped();
        return List.copyOf(operators.changes);
    }

    /** Whether a statement changes rows. */
    static boolean writes(String sql) {
        return !verbs(SqlTokens.of(sql)).isEmpty();
    }

    private void at(int k) {
        Token token = tokens.all().get(k);
        if (token.is("SET")) {
            leftOut(k);
        } else if (tokens.at(k, "INSERT", "INTO")) {
            notInserted(k);
        } else if (token.is("WHERE")) {
            conditions(k);
        } else if (token.is("FOR")) {
            lock(k);
        } else if (tokens.at(k, "ON", "CONFLICT")) {
            conflict(k);
        } else if (tokens.at(k, "ORDER", "BY")) {
            order(k);
        } else if (token.text().matches("pg_(try_)?advisory_\\w+|pg_notify")) {
            Span call = new Span(k, closing(k + 1) + 1);
            add(Operator.SIDE_EFFECT, token.text(), tokens.with(call, "true"));
        }
    }

    private void add(Operator operator, String what, String sql) {
        changes.add(new SqlChange(operator, what.strip().replaceAll("\\s+", " "), sql));
    }

    private void leftOut(int set) {
        List<Span> columns = tokens.parts(tokens.until(set + 1, AFTER_SET), ",");
        for (int k = 0; columns.size() > 1 && k < columns.size(); k++) {
            add(
                    Operator.COLUMN_NOT_SET,
                    tokens.all().get(columns.get(k).from()).text(),
                    tokens.with(SqlTokens.separated(columns, k), " "));
        }
    }

    private void notInserted(int insert) {
        int open = insert + 3;
        if (!tokens.at(open, "(")) {
            return;
        }
        int close = closing(open);
        List<Span> columns = tokens.parts(new Span(open + 1, close), ",");
        boolean listed = tokens.at(close + 1, "VALUES");
        int first = listed ? close + 3 : close + 2;
        Span all = listed ? new Span(first, closing(close + 2)) : tokens.until(first, AFTER_LIST);
        List<Span> values = tokens.parts(all, ",");
        for (int k = 0; columns.size() > 1 && k < columns.size(); k++) {
            Span column = SqlTokens.separated(columns, k);
            Span value = SqlTokens.separated(values, k);
            // The value first: it stands behind the column, whose place stays the same.
            String less = tokens.with(value, " ");
            String least =
                    less.substring(0, tokens.all().get(column.from()).start())
                            + less.substring(tokens.all().get(column.to() - 1).end());
            add(Operator.COLUMN_NOT_INSERTED, tokens.text(columns.get(k)), least);
        }
    }

    private void conditions(int where) {
        Span span = tokens.until(where + 1, AFTER_WHERE);
        boolean either = tokens.parts(span, "OR").size() > 1;
        List<Span> conditions = tokens.parts(span, either ? "OR" : "AND");
        for (int k = 0; k < conditions.size(); k++) {
            Span gone =
                    conditions.size() == 1
                            ? new Span(where, span.to())
                            : SqlTokens.separated(conditions, k);
            add(Operator.CONDITION, tokens.text(conditions.get(k)), tokens.with(gone, " "));
        }
    }

    private void lock(int start) {
        int k = start + 1;
        k += tokens.at(k, "NO") ? 1 : 0;
        k += tokens.at(k, "KEY") ? 1 : 0;
        if (!tokens.at(k, "UPDATE") && !tokens.at(k, "SHARE")) {
            return;
        }
        k++;
        k += tokens.at(k, "OF") ? 2 : 0;
        if (tokens.at(k, "SKIP", "LOCKED")) {
            add(Operator.SKIP_LOCKED, "SKIP LOCKED", tokens.with(new Span(k, k + 2), " "));
            k += 2;
        }
        Span lock = new Span(start, k);
        add(Operator.ROW_LOCK, tokens.text(lock), tokens.with(lock, " "));
        if (verbs(tokens).isEmpty()) {
            add(Operator.LATE_LOCK, tokens.text(lock), tokens.with(lock, " "));
        }
    }

    private void conflict(int on) {
        Span whole = tokens.until(on, AFTER_CONFLICT);
        add(Operator.CONFLICT, "dropped", tokens.with(whole, " "));
        int action = tokens.find(on, tokens.all().get(on).depth(), "DO");
        if (tokens.at(action, "DO", "UPDATE")) {
            add(
                    Operator.CONFLICT,
                    "DO NOTHING",
                    tokens.with(new Span(action, whole.to()), "DO NOTHING"));
        }
    }

    private void order(int start) {
        for (Span key : tokens.parts(tokens.until(start + 2, AFTER_ORDER), ",")) {
            int last = key.to() - 1;
            String turned =
                    tokens.at(last, "DESC")
                            ? tokens.with(new Span(last, key.to()), "ASC")
                            : tokens.with(key, tokens.text(key) + " DESC");
            add(Operator.ORDER, tokens.text(key), turned);
        }
    }

    /** What a statement would return is read from no row; one within another finds no row. */
    private void skipped() {
        for (int verb : verbs(tokens)) {
            int depth = tokens.all().get(verb).depth();
            if (depth == 0) {
                add(Operator.SKIPPED, written(verb), nothing(verb));
                continue;
            }
            int where = tokens.find(verb, depth, "WHERE");
            if (where >= 0) {
                Span word = new Span(where, where + 1);
                add(Operator.SKIPPED, written(verb), tokens.with(word, "WHERE false AND"));
            }
        }
    }

    private int table(int verb) {
        return verb + (tokens.at(verb, "UPDATE") ? 1 : 2);
    }

    private String written(int verb) {
        return tokens.text(new Span(verb, table(verb) + 1));
    }

    private String nothing(int verb) {
        int table = table(verb);
        int returning = tokens.find(verb, 0, "RETURNING");
        if (returning < 0) {
            return "DELETE FROM settings WHERE false";
        }
        String alias = tokens.at(table + 2, "SET") ? tokens.all().get(table + 1).text() : "";
        return "SELECT %s FROM %s %s WHERE false"
                .formatted(
                        tokens.text(tokens.until(returning + 1, Set.of())),
                        tokens.all().get(table).text(),
                        alias);
    }

    /** The places of INSERT, UPDATE and DELETE; none in a statement that only reads. */
    private static List<Integer> verbs(SqlTokens tokens) {
        List<Integer> verbs = new ArrayList<>();
        for (int k = 0; k < tokens.size(); k++) {
            boolean first = k == 0 || tokens.at(k - 1, "(") || tokens.at(k - 1, ")");
            if (first
                    && (tokens.at(k, "INSERT", "INTO")
                            || tokens.at(k, "DELETE", "FROM")
                            || tokens.at(k, "UPDATE"))) {
                verbs.add(k);
            }
        }
        return verbs;
    }

    private int closing(int open) {
        int depth = tokens.all().get(open).depth();
        int close = open + 1;
        while (tokens.all().get(close).depth() > depth) {
            close++;
        }
        return close;
    }
}
