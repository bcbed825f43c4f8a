package meanwhile.check.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import meanwhile.check.contract.Expression.Sort;

/**
 * The few values with which a contract is tried: what it names itself, numbers next to those, and
 * two people. A comparison that can come true at all comes true among them.
 */
record Pools(List<Value> numbers, List<Value> texts, List<Value> lists, boolean areNegative) {
    static final List<String> PEOPLE = List.of("Ana", "Ben");
    private static final int MOST_NUMBERS = 12;
    private static final int LONGEST_LIST = 4;

    static Pools of(ContractTable table) {
        Set<BigDecimal> numbers = new TreeSet<>();
        Set<Value> texts = new LinkedHashSet<>();
        texts.add(Value.nobody());
        PEOPLE.forEach(person -> texts.add(Value.of(person)));
        for (int i = 0; i <= 2; i++) {
            numbers.add(BigDecimal.valueOf(i));
        }
        constants(table)
                .forEach(
                        value -> {
                            if (value instanceof Value.Quantity(BigDecimal number)) {
                                numbers.add(number);
                                numbers.add(number.add(BigDecimal.ONE));
                                numbers.add(number.subtract(BigDecimal.ONE));
                            } else if (value instanceof Value.Text) {
                                texts.add(value);
                            }
                        });
        List<Value> lists = new ArrayList<>();
        List<Value> elements = List.copyOf(texts);
        for (int length = 0; length <= Math.min(LONGEST_LIST, elements.size() - 1); length++) {
            lists.add(new Value.Many(elements.subList(1, 1 + length), false));
        }
        return new Pools(
                numbers.stream().limit(MOST_NUMBERS).map(Value::of).toList(),
                List.copyOf(texts),
                lists,
                constants(table)
                        .anyMatch(
                                value ->
                                        value instanceof Value.Quantity(BigDecimal number)
                                                && number.signum() < 0));
    }

    private static Stream<Value> constants(ContractTable table) {
        Stream<Expression> begins =
                table.kinds().values().stream()
                        .flatMap(facts -> facts.values().stream())
                        .map(ContractTable.Known::begins);
        Stream<Expression> cells =
                table.rows().stream()
                        .flatMap(
                                row ->
                                        Stream.concat(
                                                Stream.ofNullable(row.condition()),
                                                row.changes().stream().map(Row.Change::value)));
        return Stream.concat(begins, cells).flatMap(cell -> cell.constants().stream());
    }

    /** Who acts. */
    List<Value> people() {
        return PEOPLE.stream().map(Value::of).toList();
    }

    /** Values of this sort. */
    List<Value> of(Sort sort) {
        return switch (sort) {
            case NUMBER -> numbers;
            case TEXT, ANY -> texts;
            case TRUTH -> List.of(Value.of(false), Value.of(true));
            case LIST -> lists;
        };
    }
}
