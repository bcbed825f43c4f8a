package meanwhile.suite.judge;

import java.util.List;
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
    @Nullable A done(String function, Edn value);

    /** What a read saw; null if this object cannot show it. */
    @Nullable A seen(Edn value);

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
        @Override
        public Register.@Nullable Act done(String function, Edn value) {
            return switch (function) {
                case "write" -> new Register.Write(cell(value.toString()));
                case "cas" ->
                        value instanceof Edn.Many(String kind, List<Edn> pair)
                                        && kind.equals("[")
                                        && pair.size() == 2
                                ? new Register.Swap(
                                        cell(pair.getFirst().toString()),
                                        cell(pair.getLast().toString()))
                                : null;
                default -> null;
            };
        }

        @Override
        public Register.Act seen(Edn value) {
            return new Register.Read(cell(value.toString()));
        }

        /** The value as a register holds it. */
        static @Nullable String cell(String value) {
            return value.equals("nil") ? null : value;
        }
    }

    /** See {@link #counter}. */
    final class CounterDialect implements Dialect<Counter.Act> {
        @Override
        public Counter.@Nullable Act done(String function, Edn value) {
            return function.equals("add") && value.is("1") ? new Counter.Add() : null;
        }

        @Override
        public Counter.@Nullable Act seen(Edn value) {
            String text = value.toString();
            return text.matches("-?\\d{1,18}") ? new Counter.Read(Long.parseLong(text)) : null;
        }
    }

    /** See {@link #collection}. */
    final class CollectionDialect implements Dialect<Snapshots.Act> {
        @Override
        public Snapshots.@Nullable Act done(String function, Edn value) {
            return function.equals("add") ? new Snapshots.Add(value.toString()) : null;
        }

        @Override
        public Snapshots.@Nullable Act seen(Edn value) {
            return value instanceof Edn.Many(String kind, List<Edn> elements) && !kind.equals("{")
                    ? new Snapshots.Read(elements.stream().map(Edn::toString).toList())
                    : null;
        }
    }
}
