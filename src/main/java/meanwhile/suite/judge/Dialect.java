package meanwhile.suite.judge;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.check.Counter;
import meanwhile.check.Register;
import meanwhile.check.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * What the functions and values of a log mean for one kind of object.
 *
 * @param <A> the object's acts
 */
public interface Dialect<A> {
    /** What is asked for; null if this object cannot do it. */
    @Nullable A done(String function, String value);

    /** What a read saw; null if this object cannot show it. */
    @Nullable A seen(String value);

    /** A register with {@code :write v} and {@code :cas [old new]}; {@code nil} is no value. */
    static Dialect<Register.Act> register() {
        return new RegisterDialect();
    }

    /** A counter with {@code :add 1}. */
    static Dialect<Counter.Act> counter() {
        return new CounterDialect();
    }

    /** A growing set or list with {@code :add e}; reads see {@code [a b c]} or {@code #{a b c}}. */
    static Dialect<Snapshots.Act> collection() {
        return new CollectionDialect();
    }

    /** See {@link #register}. */
    final class RegisterDialect implements Dialect<Register.Act> {
        private static final Pattern PAIR = Pattern.compile("\\[(\\S+) (\\S+)]");

        @Override
        public Register.@Nullable Act done(String function, String value) {
            Matcher pair = PAIR.matcher(value);
            return switch (function) {
                case "write" -> new Register.Write(cell(value));
                case "cas" ->
                        pair.matches()
                                ? new Register.Swap(cell(pair.group(1)), cell(pair.group(2)))
                                : null;
                default -> null;
            };
        }

        @Override
        public Register.Act seen(String value) {
            return new Register.Read(cell(value));
        }

        /** The value as a register holds it. */
        static @Nullable String cell(String value) {
            return value.equals("nil") ? null : value;
        }
    }

    /** See {@link #counter}. */
    final class CounterDialect implements Dialect<Counter.Act> {
        @Override
        public Counter.@Nullable Act done(String function, String value) {
            return function.equals("add") && value.equals("1") ? new Counter.Add() : null;
        }

        @Override
        public Counter.@Nullable Act seen(String value) {
            return value.matches("-?\\d{1,18}") ? new Counter.Read(Long.parseLong(value)) : null;
        }
    }

    /** See {@link #collection}. */
    final class CollectionDialect implements Dialect<Snapshots.Act> {
        private static final Pattern MANY = Pattern.compile("#?[\\[{(](.*)[\\]})]");

        @Override
        public Snapshots.@Nullable Act done(String function, String value) {
            return function.equals("add") ? new Snapshots.Add(value) : null;
        }

        @Override
        public Snapshots.@Nullable Act seen(String value) {
            Matcher many = MANY.matcher(value);
            if (!many.matches()) {
                return null;
            }
            List<String> elements =
                    Arrays.stream(many.group(1).split("[\\s,]+"))
                            .filter(element -> !element.isEmpty())
                            .toList();
            return new Snapshots.Read(elements);
        }
    }
}
