package meanwhile.suite.judge;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A value in EDN, the extensible data notation of Clojure, as far as logs use it. Equal values have
 * equal texts, however they were spaced.
 */
sealed interface Edn {

    /** A string in quotes. */
    record Text(String value) implements Edn {
        @Override
        public String toString() {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /** A token: {@code nil}, a number, a {@code :keyword} or a symbol. */
    record Atom(String name) implements Edn {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A collection of values.
     *
     * @param kind its opening bracket; that of a set has a hash before it
     */
    record Many(String kind, List<Edn> values) implements Edn {
        public Many {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            String close =
                    switch (kind) {
                        case "[" -> "]";
                        case "(" -> ")";
                        default -> "}";
                    };
            return values.stream().map(Edn::toString).collect(Collectors.joining(" ", kind, close));
        }
    }

    /** Whether it is this atom. */
    default boolean is(String name) {
        return this instanceof Atom(String own) && own.equals(name);
    }
}
