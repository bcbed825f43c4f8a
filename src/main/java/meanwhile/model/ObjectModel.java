package meanwhile.model;

import org.jspecify.annotations.Nullable;

/**
 * Names a checker and makes it: a kind of object, or a promise, that recorded histories can be
 * judged by.
 *
 * @param <O> what can be done
 * @param name by which it is asked for
 * @param operations the type of what can be done
 * @param initial what its first state may be
 * @param maker makes a checker
 */
public record ObjectModel<O>(String name, Class<O> operations, Initial initial, Maker<O> maker) {

    /** What may be said of an object's first state. */
    public enum Initial {
        /** Nothing: there is only one. */
        NONE,
        /** Any text. */
        TEXT,
        /** A whole number of at most 18 digits. */
        WHOLE_NUMBER;

        /** Whether it may be this. */
        public boolean allows(String state) {
            return switch (this) {
                case NONE -> false;
                case TEXT -> true;
                case WHOLE_NUMBER -> state.matches("-?\\d{1,18}");
            };
        }
    }

    /**
     * What a checker is made for.
     *
     * @param initial the object's first state; null for its usual one
     * @param budget how many steps a search may try
     */
    public record Settings(@Nullable String initial, long budget) {}

    /**
     * Makes a checker.
     *
     * @param <O> what can be done
     */
    @FunctionalInterface
    public interface Maker<O> {
        /** A checker for these settings, whose first state is one that the model allows. */
        Checker<O> make(Settings settings);
    }

    /**
     * A checker for these settings.
     *
     * @throws IllegalArgumentException if the object cannot be in that state at first
     */
    public Checker<O> checker(Settings settings) {
        String first = settings.initial();
        if (first != null && !initial.allows(first)) {
            throw new IllegalArgumentException(
                    "a %s cannot be “%s” at first".formatted(name, first));
        }
        return maker.make(settings);
    }

    /**
     * The same, for who knows what can be done.
     *
     * @throws IllegalArgumentException if it is something else
     */
    <P> ObjectModel<P> of(Class<P> type) {
        if (type != operations) {
            throw new IllegalArgumentException(
                    "the operations of %s are %s, not %s"
                            .formatted(name, operations.getTypeName(), type.getTypeName()));
        }
        @SuppressWarnings("unchecked")
        ObjectModel<P> same = (ObjectModel<P>) this;
        return same;
    }

    /** A model that has one first state and needs no budget. */
    static <O> ObjectModel<O> plain(String name, Class<O> operations, Checker<O> checker) {
        return new ObjectModel<>(name, operations, Initial.NONE, _ -> checker);
    }
}
