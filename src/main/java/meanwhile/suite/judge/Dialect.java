package meanwhile.suite.judge;

import java.util.List;
import meanwhile.model.Counter;
import meanwhile.model.Register;
import meanwhile.model.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * Translates the functions and values of a log into operations on one kind of object.
 *
 * @param <O> the operations on the object
 */
public interface Dialect<O> {
    /** The type of the operations. */
    Class<O> operations();

    /** The object's initial state, as a log writes it; null means no value. */
    default @Nullable String initial(String text) {
        return text;
    }

    /** The invoked operation; null if this object does not have it. */
    @Nullable O done(String function, Edn value);

    /** The operation with the value that a read returned; null if this object cannot show it. */
    @Nullable O seen(Edn value);

    /** A register with {@code :write v} and {@code :cas [old new]}; {@code nil} means no value. */
    static Dialect<Register.Op> register() {
        return new RegisterDialect();
    }

    /** A counter with {@code :add 1}. */
    static Dialect<Counter.Op> counter() {
        return new CounterDialect();
    }

    /**
     * A growing set or list with {@code :add e}; reads return {@code [a b c]} or {@code #{a b c}}.
     */
    static Dialect<Snapshots.Op> collection() {
        return new CollectionDialect();
    }

    /** See {@link #register}. */
    final class RegisterDialect implements Dialect<Register.Op> {
        @Override
        public Class<Register.Op> operations() {
            return Register.Op.class;
        }

        @Override
        public Register.@Nullable Op done(String function, Edn value) {
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
        public @Nullable String initial(String text) {
            return cell(text);
        }

        @Override
        public Register.Op seen(Edn value) {
            return new Register.Read(cell(value.toString()));
        }

        /** The value as a register holds it. */
        private static @Nullable String cell(String value) {
            return value.equals("nil") ? null : value;
        }
    }

    /** See {@link #counter}. */
    final class CounterDialect implements Dialect<Counter.Op> {
        @Override
        public Class<Counter.Op> operations() {
            return Counter.Op.class;
        }

        @Override
        public Counter.@Nullable Op done(String function, Edn value) {
            return function.equals("add") && value.is("1") ? new Counter.Add() : null;
        }

        @Override
        public Counter.@Nullable Op seen(Edn value) {
            String text = value.toString();
            return text.matches("-?\\d{1,18}") ? new Counter.Read(Long.parseLong(text)) : null;
        }
    }

    /** See {@link #collection}. */
    final class CollectionDialect implements Dialect<Snapshots.Op> {
        @Override
        public Class<Snapshots.Op> operations() {
            return Snapshots.Op.class;
        }

        @Override
        public Snapshots.@Nullable Op done(String function, Edn value) {
            return function.equals("add") ? new Snapshots.Add(value.toString()) : null;
        }

        @Override
        public Snapshots.@Nullable Op seen(Edn value) {
            return value instanceof Edn.Many(String kind, List<Edn> elements) && !kind.equals("{")
                    ? new Snapshots.Read(elements.stream().map(Edn::toString).toList())
                    : null;
        }
    }
}
