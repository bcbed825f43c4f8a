package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.contract.Expression.Operator;

/**
 * Whether a row can apply in any state at all. That is decided only where its condition compares
 * facts, parameters and constants as they are: among the few values of the pools each outcome of
 * such a comparison comes up.
 */
final class Satisfiable {
    /** More combinations than these are not tried. */
    private static final int MOST = 20_000;

    private final Row row;
    private final Pools pools;
    private final Set<Expression> names = new LinkedHashSet<>();
    private final List<Row> above;
    private boolean isPlain = true;

    Satisfiable(ContractTable table, Row row, Pools pools) {
        this.row = row;
        this.pools = pools;
        above = new ArrayList<>();
        if (row.isOtherwise()) {
            for (Row other : table.of(String.valueOf(row.operation()))) {
                if (other.place().equals(row.place())) {
                    break;
                }
                above.add(other);
            }
        } else {
            above.add(row);
        }
        for (Row other : above) {
            if (other.condition() != null) {
                collect(other.condition());
            }
        }
    }

    /** Whether it certainly never applies. */
    boolean isNever() {
        long combinations = 1;
        for (Expression name : names) {
            combinations = Math.min(MOST + 1, combinations * pool(name).size());
        }
        if (!isPlain || combinations > MOST) {
            return false;
        }
        return tried((int) combinations);
    }

    private List<Value> pool(Expression name) {
        return name instanceof Expression.Who ? pools.people() : pools.of(name.sort());
    }

    private boolean tried(int combinations) {
        for (int i = 0; i < combinations; i++) {
            Map<Expression, Value> values = new HashMap<>();
            int rest = i;
            for (Expression name : names) {
                List<Value> pool = pool(name);
                values.put(name, pool.get(rest % pool.size()));
                rest /= pool.size();
            }
            if (applies(new Chosen(values))) {
                return false;
            }
        }
        return true;
    }

    private boolean applies(Expression.Scope scope) {
        return row.isOtherwise()
                ? above.stream().noneMatch(other -> other.applies(scope))
                : row.mayApply(scope);
    }

    private void collect(Expression expression) {
        switch (expression) {
            case Expression.Both(Operator operator, Expression left, Expression right) -> {
                isPlain &= operator.result == Expression.Sort.TRUTH;
                collect(left);
                collect(right);
            }
            case Expression.Not(Expression what) -> collect(what);
            case Expression.Constant _ -> {}
            case Expression.Fact _, Expression.Said _, Expression.Who _ -> names.add(expression);
            case Expression.Part _, Expression.Told _, Expression.Begun _ -> isPlain = false;
        }
    }

    /** Values by the names that stand for them. */
    private record Chosen(Map<Expression, Value> values) implements Expression.Scope {
        @Override
        public Value fact(String role, String name) {
            return values.entrySet().stream()
                    .filter(
                            one ->
                                    one.getKey()
                                                    instanceof
                                                    Expression.Fact(String of, String fact, _)
                                            && of.equals(role)
                                            && fact.equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Value.open());
        }

        @Override
        public Value said(String parameter) {
            return values.entrySet().stream()
                    .filter(
                            one ->
                                    one.getKey() instanceof Expression.Said(String name, _)
                                            && name.equals(parameter))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Value.open());
        }

        @Override
        public Value who() {
            return values.getOrDefault(new Expression.Who(), Value.open());
        }

        @Override
        public Value told(String fact) {
            return Value.open();
        }

        @Override
        public Value begun(String what) {
            return Value.open();
        }
    }
}
