package meanwhile.model;

import org.jspecify.annotations.Nullable;

/**
 * Names and makes a checker for recorded histories: of a kind of object, or of a promise.
 *
 * @param <O> the operations
 * @param name the name by which it is chosen
 * @param operations the type of the operations
 * @param initial what its initial state may be
 * @param maker makes a checker
 */
public record ObjectModel<O>(String name, Class<O> operations, Initial initial, Maker<O> maker) {

    /** The kinds of initial states that an object may be given. */
    public enum Initial {
        /** None can be given: there is only one. */
        NONE,
        /** Any text. */
        TEXT,
        /** A whole number of at most 18 digits. */
        WHOLE_NUMBER;

        /** Whether the initial state may be this. */
        public boolean allows(String state) {
            return switch (this) {
                case NONE -> false;
                case TEXT -> true;
                case WHOLE_NUMBER -> state.matches("-?\\d{1,18}");
            };
        }
    }

    /**
     * The settings of a checker.
     *
     * @param initial the object's initial state; null for its usual one
     * @param budget the number of steps that a search may try
     */
    public record Settings(@Nullable String initial, long budget) {}

    /**
     * Makes a checker.
     *
     * @param <O> the operations
     */
    @FunctionalInterface
    public interface Maker<O> {
        /** A checker for these settings, whose initial state is one that the model allows. */
        Checker<O> make(Settings settings);
    }

    /**
     * A checker for these settings.
     *
     * @throws IllegalArgumentException if the object cannot have that initial state
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
     * The same model, typed for a caller who knows the operations.
     *
     * @throws IllegalArgumentException if they are of another type
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

    /** A model that has only one initial state and needs no budget. */
    static <O> ObjectModel<O> plain(String name, Class<O> operations, Checker<O> checker) {
        return new ObjectModel<>(name, operations, Initial.NONE, _ -> checker);
    }
}
