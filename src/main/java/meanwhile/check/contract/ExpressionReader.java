package meanwhile.check.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meanwhile.check.contract.Expression.Operator;
import meanwhile.check.contract.Expression.Sort;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of a contract: a recursive descent, from “or” down to names. */
final class ExpressionReader {
    private static final Map<String, Operator> COMPARISONS =
            Map.of(
                    "=", Operator.IS,
                    "≠", Operator.IS_NOT,
                    "!=", Operator.IS_NOT,
                    "<", Operator.LESS,
                    "<=", Operator.AT_MOST,
                    "≤", Operator.AT_MOST,
                    ">", Operator.MORE,
                    ">=", Operator.AT_LEAST,
                    "≥", Operator.AT_LEAST);
    private static final Map<String, Operator> SUMS =
            Map.of(
                    "+", Operator.PLUS,
                    "plus", Operator.PLUS,
                    "-", Operator.MINUS,
                    "minus", Operator.MINUS,
                    "with", Operator.WITH,
                    "without", Operator.WITHOUT);

    private final Cell cell;
    private final Vocabulary vocabulary;

    ExpressionReader(Cell cell, Vocabulary vocabulary) {
        this.cell = cell;
        this.vocabulary = vocabulary;
    }

    /** A whole cell as one expression. */
    static Expression whole(String text, Vocabulary vocabulary) throws Cell.Fault {
        Cell cell = new Cell(text);
        Expression all = new ExpressionReader(cell, vocabulary).expression();
        cell.requireEnd();
        return all;
    }

    Expression expression() throws Cell.Fault {
        Expression left = conjunction();
        while (cell.skips("or")) {
            left = both(Operator.OR, left, conjunction());
        }
        return left;
    }

    private Expression conjunction() throws Cell.Fault {
        Expression left = negation();
        while (cell.skips("and")) {
            left = both(Operator.AND, left, negation());
        }
        return left;
    }

    private Expression negation() throws Cell.Fault {
        if (!cell.skips("not")) {
            return compared();
        }
        Expression what = negation();
        if (!Sort.TRUTH.fits(what.sort())) {
            throw cell.fault("says “not”, which needs true or false, of " + what.sort().words());
        }
        return new Expression.Not(what);
    }

    private Expression compared() throws Cell.Fault {
        Expression left = sum();
        Operator operator = comparison();
        return operator == null ? left : both(operator, left, sum());
    }

    /** The comparison that comes next; null if none does. */
    @Nullable Operator comparison() {
        if (cell.skips("is")) {
            return cell.skips("not") ? Operator.IS_NOT : Operator.IS;
        }
        if (cell.skips("has")) {
            return cell.skips("not") ? Operator.HAS_NOT : Operator.HAS;
        }
        return operator(COMPARISONS);
    }

    private @Nullable Operator operator(Map<String, Operator> operators) {
        Operator operator = cell.kind() == Cell.Kind.TEXT ? null : operators.get(cell.text());
        if (operator != null) {
            cell.take();
        }
        return operator;
    }

    /** A sum: no “or”, “and” or comparison stands in it, unless in brackets. */
    Expression sum() throws Cell.Fault {
        Expression left = product();
        Operator operator = operator(SUMS);
        while (operator != null) {
            left = both(operator, left, product());
            operator = operator(SUMS);
        }
        return left;
    }

    private Expression product() throws Cell.Fault {
        Expression left = single();
        while (cell.skips("*") || cell.skips("×")) {
            left = both(Operator.TIMES, left, single());
        }
        return left;
    }

    Expression both(Operator operator, Expression left, Expression right) throws Cell.Fault {
        String misfit = Expression.misfit(operator, left, right);
        if (misfit != null) {
            throw cell.fault("does not fit: " + misfit);
        }
        return new Expression.Both(operator, left, right);
    }

    private Expression single() throws Cell.Fault {
        return switch (cell.kind()) {
            case NUMBER ->
                    new Expression.Constant(Value.of(new BigDecimal(cell.take())), Sort.NUMBER);
            case TEXT -> new Expression.Constant(Value.of(cell.take()), Sort.TEXT);
            case WORD -> word();
            case SIGN, END -> signed();
        };
    }

    private Expression signed() throws Cell.Fault {
        if (cell.skips("-")) {
            return cell.kind() == Cell.Kind.NUMBER
                    ? new Expression.Constant(
                            Value.of(new BigDecimal(cell.take()).negate()), Sort.NUMBER)
                    : both(
                            Operator.MINUS,
                            new Expression.Constant(Value.of(BigDecimal.ZERO), Sort.NUMBER),
                            single());
        }
        if (!cell.skips("(")) {
            throw cell.unknown(Set.of());
        }
        Expression inner = expression();
        if (!cell.skips(")")) {
            throw cell.fault("never closes a bracket");
        }
        return inner;
    }

    private Expression word() throws Cell.Fault {
        Expression constant = constant();
        if (constant != null) {
            return constant;
        }
        for (Expression.Which which : Expression.Which.values()) {
            if (cell.comes(1, "of") && cell.skips(which.name().toLowerCase(Locale.ROOT))) {
                cell.take();
                return part(which);
            }
        }
        if (vocabulary.acts() && cell.skips("who")) {
            return new Expression.Who();
        }
        if (cell.comes(0, "told") && !cell.comes(1, "is")) {
            cell.take();
            return new Expression.Told(toldName());
        }
        if (vocabulary.begins()
                && cell.comes(0, "its")
                && (cell.comes(1, "number") || cell.comes(1, "name"))) {
            cell.take();
            return new Expression.Begun(cell.take());
        }
        return named();
    }

    private Expression part(Expression.Which which) throws Cell.Fault {
        Expression list = single();
        if (!Sort.LIST.fits(list.sort())) {
            throw cell.fault("says “of”, which needs a list, of " + list.sort().words());
        }
        return new Expression.Part(which, list);
    }

    private @Nullable Expression constant() {
        if (cell.skips("nobody") || cell.skips("nothing")) {
            return new Expression.Constant(Value.nobody(), Sort.ANY);
        }
        if (cell.comes(0, "true") || cell.comes(0, "false")) {
            return new Expression.Constant(Value.of(cell.take().equals("true")), Sort.TRUTH);
        }
        int article = cell.comes(0, "an") ? 1 : 0;
        boolean isList = cell.comes(article + 1, "list");
        if (!cell.comes(article, "empty") || !(isList || cell.comes(article + 1, "set"))) {
            return null;
        }
        for (int i = 0; i < article + 2; i++) {
            cell.take();
        }
        return new Expression.Constant(new Value.Many(List.of(), isList), Sort.LIST);
    }

    private Expression named() throws Cell.Fault {
        String fact = cell.name(factNames());
        if (fact != null) {
            return fact(fact);
        }
        String parameter = cell.name(vocabulary.parameters().keySet());
        if (parameter != null) {
            return new Expression.Said(
                    parameter, vocabulary.parameters().getOrDefault(parameter, Sort.ANY));
        }
        throw cell.unknown(allNames());
    }

    private Set<String> factNames() {
        return vocabulary.facts().values().stream()
                .flatMap(some -> some.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fact that an assignment changes. */
    Expression.Fact changed() throws Cell.Fault {
        String name = cell.name(factNames());
        if (name == null) {
            throw cell.unknown(factNames());
        }
        return fact(name);
    }

    /** A fact, and of which thing it is, where several take part. */
    private Expression.Fact fact(String name) throws Cell.Fault {
        String said = null;
        if (cell.skips("of")) {
            said = cell.name(vocabulary.facts().keySet());
            if (said == null) {
                throw cell.unknown(new TreeSet<>(vocabulary.facts().keySet()));
            }
        }
        return known(name, said);
    }

    /**
     * A fact of the thing that is meant.
     *
     * @param role the parameter that is the thing; null if that was not said
     */
    Expression.Fact known(String name, @Nullable String role) throws Cell.Fault {
        List<String> roles =
                vocabulary.facts().entrySet().stream()
                        .filter(one -> one.getValue().containsKey(name))
                        .map(Map.Entry::getKey)
                        .filter(one -> role == null || role.equals(one))
                        .sorted()
                        .toList();
        if (roles.isEmpty()) {
            throw cell.fault("says “%s”, of which nothing is known here".formatted(name));
        }
        if (roles.size() > 1) {
            throw cell.fault(
                    "does not say whose %s: say “%s”"
                            .formatted(
                                    name,
                                    roles.stream()
                                            .map(one -> name + " of " + one)
                                            .collect(Collectors.joining("” or “"))));
        }
        Map<String, Sort> known = vocabulary.facts().getOrDefault(roles.getFirst(), Map.of());
        return new Expression.Fact(roles.getFirst(), name, known.getOrDefault(name, Sort.ANY));
    }

    /** The name of a fact of the answer. */
    String toldName() throws Cell.Fault {
        Set<String> told = vocabulary.told();
        String name = told == null ? cell.takeRun() : cell.name(told);
        if (name == null || name.isEmpty()) {
            throw cell.unknown(told == null ? Set.of() : new TreeSet<>(told));
        }
        return name;
    }

    private Set<String> allNames() {
        Set<String> names = factNames();
        names.addAll(vocabulary.parameters().keySet());
        if (vocabulary.acts()) {
            names.add("who");
        }
        if (vocabulary.begins()) {
            names.addAll(
                    List.of("its number", "its name", "nobody", "an empty list", "an empty set"));
        }
        return names;
    }
}
