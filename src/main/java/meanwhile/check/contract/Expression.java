package meanwhile.check.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a cell of a contract says, as a tree. It has no effects, and always ends. */
sealed interface Expression {

    /** What the names of an expression mean. */
    interface Scope {
        /**
         * A fact of a thing.
         *
         * @param role the parameter that is the thing
         */
        Value fact(String role, String name);

        /** What a parameter of the call says. */
        Value said(String parameter);

        /** The person who acts. */
        Value who();

        /** A fact of the answer. */
        Value told(String fact);

        /** With what a thing was made: its “number” or its “name”. */
        Value begun(String what);
    }

    /** What can be in the place of an expression. */
    enum Sort {
        NUMBER,
        TEXT,
        TRUTH,
        LIST,
        ANY;

        boolean fits(Sort other) {
            return this == ANY || other == ANY || this == other;
        }

        String words() {
            return switch (this) {
                case NUMBER -> "a number";
                case TEXT -> "a text";
                case TRUTH -> "true or false";
                case LIST -> "a list";
                case ANY -> "anything";
            };
        }
    }

    record Constant(Value value, Sort sort) implements Expression {}

    record Fact(String role, String name, Sort sort) implements Expression {}

    record Said(String parameter, Sort sort) implements Expression {}

    record Who() implements Expression {}

    record Told(String fact) implements Expression {}

    record Begun(String what) implements Expression {}

    record Both(Operator operator, Expression left, Expression right) implements Expression {}

    record Not(Expression what) implements Expression {}

    /** A part of a list: how many there are, the first or the last. */
    record Part(Which which, Expression list) implements Expression {}

    /** See {@link Part}. */
    enum Which {
        NUMBER,
        FIRST,
        LAST
    }

    /** What stands between two expressions. */
    enum Operator {
        OR(Sort.TRUTH, Sort.TRUTH, Sort.TRUTH),
        AND(Sort.TRUTH, Sort.TRUTH, Sort.TRUTH),
        IS(Sort.ANY, Sort.ANY, Sort.TRUTH),
        IS_NOT(Sort.ANY, Sort.ANY, Sort.TRUTH),
        LESS(Sort.NUMBER, Sort.NUMBER, Sort.TRUTH),
        AT_MOST(Sort.NUMBER, Sort.NUMBER, Sort.TRUTH),
        MORE(Sort.NUMBER, Sort.NUMBER, Sort.TRUTH),
        AT_LEAST(Sort.NUMBER, Sort.NUMBER, Sort.TRUTH),
        HAS(Sort.LIST, Sort.ANY, Sort.TRUTH),
        HAS_NOT(Sort.LIST, Sort.ANY, Sort.TRUTH),
        PLUS(Sort.NUMBER, Sort.NUMBER, Sort.NUMBER),
        MINUS(Sort.NUMBER, Sort.NUMBER, Sort.NUMBER),
        TIMES(Sort.NUMBER, Sort.NUMBER, Sort.NUMBER),
        WITH(Sort.LIST, Sort.ANY, Sort.LIST),
        WITHOUT(Sort.LIST, Sort.ANY, Sort.LIST);

        final Sort left;
        final Sort right;
        final Sort result;

        Operator(Sort left, Sort right, Sort result) {
            this.left = left;
            this.right = right;
            this.result = result;
        }

        /** As it is said in a message. */
        String words() {
            return switch (this) {
                case LESS -> "<";
                case AT_MOST -> "<=";
                case MORE -> ">";
                case AT_LEAST -> ">=";
                case PLUS -> "+";
                case MINUS -> "-";
                case TIMES -> "*";
                default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
            };
        }

        private Value of(Value one, Value two) {
            return switch (this) {
                case OR -> one.equals(Value.of(true)) ? one : either(one, two, Value.of(false));
                case AND -> one.equals(Value.of(false)) ? one : either(one, two, Value.of(true));
                case IS -> one.same(two);
                case IS_NOT -> Expression.not(one.same(two));
                case LESS -> compared(one, two, (a, b) -> Value.of(a.compareTo(b) < 0));
                case AT_MOST -> compared(one, two, (a, b) -> Value.of(a.compareTo(b) <= 0));
                case MORE -> compared(one, two, (a, b) -> Value.of(a.compareTo(b) > 0));
                case AT_LEAST -> compared(one, two, (a, b) -> Value.of(a.compareTo(b) >= 0));
                case PLUS -> compared(one, two, (a, b) -> Value.of(a.add(b)));
                case MINUS -> compared(one, two, (a, b) -> Value.of(a.subtract(b)));
                case TIMES -> compared(one, two, (a, b) -> Value.of(a.multiply(b)));
                case HAS -> one instanceof Value.Many many ? many.has(two) : Value.open();
                case HAS_NOT ->
                        one instanceof Value.Many many
                                ? Expression.not(many.has(two))
                                : Value.open();
                case WITH -> one instanceof Value.Many many ? many.with(two) : Value.open();
                case WITHOUT -> without(one, two);
            };
        }

        /** Nobody knows what goes where nobody knows what is meant. */
        private static Value without(Value one, Value two) {
            return one instanceof Value.Many many && !many.has(two).equals(Value.open())
                    ? many.without(two)
                    : Value.open();
        }

        /** Both, where the first does not decide: this word or open. */
        private static Value either(Value one, Value two, Value neutral) {
            return one.equals(neutral) || two.equals(Value.of(neutral.equals(Value.of(false))))
                    ? two
                    : Value.open();
        }

        private static Value compared(
                Value one, Value two, BiFunction<BigDecimal, BigDecimal, Value> what) {
            BigDecimal left = one.number();
            BigDecimal right = two.number();
            return left == null || right == null ? Value.open() : what.apply(left, right);
        }
    }

    private static Value not(Value truth) {
        return truth instanceof Value.Truth(boolean is) ? Value.of(!is) : Value.open();
    }

    /** What it is worth. */
    default Value in(Scope scope) {
        return switch (this) {
            case Constant(Value value, _) -> value;
            case Fact(String role, String name, _) -> scope.fact(role, name);
            case Said(String parameter, Sort sort) -> counted(scope.said(parameter), sort);
            case Who _ -> scope.who();
            case Told(String fact) -> scope.told(fact);
            case Begun(String what) -> counted(scope.begun(what), sort());
            case Both(Operator operator, Expression left, Expression right) ->
                    operator.of(left.in(scope), right.in(scope));
            case Not(Expression what) -> not(what.in(scope));
            case Part(Which which, Expression list) -> part(which, list.in(scope));
        };
    }

    /** What comes as a text and is a number is compared as one. */
    private static Value counted(Value value, Sort sort) {
        BigDecimal number = sort == Sort.NUMBER ? value.number() : null;
        return number == null ? value : Value.of(number);
    }

    private static Value part(Which which, Value list) {
        if (!(list instanceof Value.Many(List<Value> elements, _))) {
            return Value.open();
        }
        return switch (which) {
            case NUMBER -> Value.of(BigDecimal.valueOf(elements.size()));
            case FIRST -> elements.isEmpty() ? Value.nobody() : elements.getFirst();
            case LAST -> elements.isEmpty() ? Value.nobody() : elements.getLast();
        };
    }

    /** What can come of it. */
    default Sort sort() {
        return switch (this) {
            case Constant(_, Sort sort) -> sort;
            case Fact(_, _, Sort sort) -> sort;
            case Said(_, Sort sort) -> sort;
            case Who _ -> Sort.TEXT;
            case Told _ -> Sort.ANY;
            case Begun(String what) -> what.equals("number") ? Sort.NUMBER : Sort.TEXT;
            case Both both -> both.operator().result;
            case Not _ -> Sort.TRUTH;
            case Part(Which which, _) -> which == Which.NUMBER ? Sort.NUMBER : Sort.ANY;
        };
    }

    /** The names of the facts in it. */
    default Stream<String> facts() {
        return switch (this) {
            case Fact(_, String name, _) -> Stream.of(name);
            case Both(_, Expression left, Expression right) ->
                    Stream.concat(left.facts(), right.facts());
            case Not(Expression what) -> what.facts();
            case Part(_, Expression list) -> list.facts();
            default -> Stream.empty();
        };
    }

    /** The constants in it, for whoever draws values near them. */
    default List<Value> constants() {
        return switch (this) {
            case Constant(Value value, _) -> List.of(value);
            case Both(_, Expression left, Expression right) ->
                    Stream.concat(left.constants().stream(), right.constants().stream()).toList();
            case Not(Expression what) -> what.constants();
            case Part(_, Expression list) -> list.constants();
            default -> List.of();
        };
    }

    /** Whether two expressions cannot be compared; says how. */
    static @Nullable String misfit(Operator operator, Expression left, Expression right) {
        if (operator == Operator.IS || operator == Operator.IS_NOT) {
            return left.sort().fits(right.sort())
                    ? null
                    : "%s is never %s".formatted(left.sort().words(), right.sort().words());
        }
        if (!operator.left.fits(left.sort())) {
            return "“%s” needs %s on its left, and there is %s"
                    .formatted(operator.words(), operator.left.words(), left.sort().words());
        }
        return operator.right.fits(right.sort())
                ? null
                : "“%s” needs %s on its right, and there is %s"
                        .formatted(operator.words(), operator.right.words(), right.sort().words());
    }
}
