package meanwhile.check.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a thing knows, a call says or an answer tells. */
sealed interface Value {
    /** How answers tell of nobody. */
    Set<String> NOBODY = Set.of("", "nobody", "nothing");

    /** A number; 1 and 1.0 are the same. */
    record Quantity(BigDecimal number) implements Value {
        public Quantity {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** A text, or an identifier of a person or a thing. */
    record Text(String words) implements Value {}

    /** True or false. */
    record Truth(boolean is) implements Value {}

    /**
     * Several values.
     *
     * @param ordered whether their order counts; otherwise they are sorted by their words
     */
    record Many(List<Value> elements, boolean ordered) implements Value {
        public Many {
            elements =
                    ordered
                            ? List.copyOf(elements)
                            : elements.stream().sorted(Comparator.comparing(Value::plain)).toList();
        }

        /** The same with one more; a set has none twice, and is open if nobody knows. */
        Value with(Value one) {
            Value known = ordered ? Value.of(false) : has(one);
            if (!known.equals(Value.of(false))) {
                return known.equals(Value.of(true)) ? this : Value.open();
            }
            List<Value> more = new ArrayList<>(elements);
            more.add(one);
            return new Many(more, ordered);
        }

        /** The same without the first that is equal. */
        Value without(Value one) {
            List<Value> fewer = new ArrayList<>(elements);
            for (int i = 0; i < fewer.size(); i++) {
                if (fewer.get(i).same(one).equals(Value.of(true))) {
                    fewer.remove(i);
                    return new Many(fewer, ordered);
                }
            }
            return this;
        }

        /** Whether an element is equal; open if one may be. */
        Value has(Value one) {
            Value found = Value.of(false);
            for (Value element : elements) {
                Value same = element.same(one);
                if (same.equals(Value.of(true))) {
                    return Value.of(true);
                }
                found = same.equals(Value.open()) ? Value.open() : found;
            }
            return found;
        }
    }

    /** See {@link #open}. */
    record Open() implements Value {}

    /** Nobody, or nothing; an answer tells it by an empty text, or by that word. */
    static Value nobody() {
        return new Text("");
    }

    /** Nobody knows it: it may be anything. */
    static Value open() {
        return new Open();
    }

    /** A text as an answer or a call has it. */
    static Value of(@Nullable String words) {
        return words == null ? Value.nobody() : new Text(words);
    }

    /** Notes a value under a name, unless there is none. */
    static void put(java.util.Map<String, Value> values, String name, @Nullable String words) {
        if (words != null) {
            values.put(name, of(words));
        }
    }

    static Value of(boolean is) {
        return new Truth(is);
    }

    static Value of(BigDecimal number) {
        return new Quantity(number);
    }

    /** As a number; null if it is none. */
    default @Nullable BigDecimal number() {
        return switch (this) {
            case Quantity(BigDecimal number) -> number;
            case Text(String words) when words.matches("-?\\d{1,18}(?:\\.\\d{1,18})?") ->
                    new BigDecimal(words);
            default -> null;
        };
    }

    /** The words of a scalar, and of several values between brackets. */
    default String plain() {
        return switch (this) {
            case Quantity(BigDecimal number) -> number.toPlainString();
            case Text(String words) -> words;
            case Truth(boolean is) -> String.valueOf(is);
            case Many(List<Value> elements, _) ->
                    elements.stream().map(Value::plain).collect(Collectors.joining(", ", "[", "]"));
            case Open _ -> "?";
        };
    }

    /** Whether it is the same as another; open if nobody knows. */
    default Value same(Value other) {
        if (this instanceof Open || other instanceof Open) {
            return Value.open();
        }
        if (this instanceof Many(List<Value> one, boolean inOrder)
                && other instanceof Many(List<Value> two, boolean alsoInOrder)) {
            return same(
                    new Many(one, inOrder && alsoInOrder), new Many(two, inOrder && alsoInOrder));
        }
        if (equals(Value.nobody()) || other.equals(Value.nobody())) {
            return of(isNobody() && other.isNobody());
        }
        BigDecimal number = number();
        BigDecimal otherNumber = other.number();
        boolean isCounted = this instanceof Quantity || other instanceof Quantity;
        return isCounted && number != null && otherNumber != null
                ? of(number.compareTo(otherNumber) == 0)
                : of(plain().equals(other.plain()));
    }

    /** An answer may say it in words. */
    private boolean isNobody() {
        return this instanceof Text(String words) && NOBODY.contains(words);
    }

    private static Value same(Many one, Many two) {
        if (one.elements.size() != two.elements.size()) {
            return Value.of(false);
        }
        Value all = Value.of(true);
        for (int i = 0; i < one.elements.size(); i++) {
            Value same = one.elements.get(i).same(two.elements.get(i));
            if (same.equals(Value.of(false))) {
                return Value.of(false);
            }
            all = same.equals(Value.open()) ? Value.open() : all;
        }
        return all;
    }
}
