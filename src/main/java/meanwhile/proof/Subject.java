package meanwhile.proof;

import java.util.List;

/**
 * A subject on which the suite is tried.
 *
 * @param kind what is expected of the suite
 * @param name the name of the planted change; empty if there is none
 * @param clauses whose examples are played; empty for all
 * @param window the width of a defect's race window; empty if it has none
 */
public record Subject(Kind kind, String name, List<String> clauses, String window) {
    public Subject {
        clauses = List.copyOf(clauses);
    }

    /** Kinds of trials. */
    public enum Kind {
        /** A planted defect: one of its clauses must be contradicted. */
        DEFECT("defects"),
        /** A defect that needs a race, played without one: nothing may be contradicted. */
        SEQUENTIAL("sequential"),
        /** An odd but legal behaviour: nothing may be contradicted. */
        DECOY("decoys"),
        /** A mechanical change: it should be contradicted, unless it has no observable effect. */
        MUTANT("mutants"),
        /** Nothing planted: nothing may be contradicted. */
        SOUND("sound"),
        /**
         * Nothing planted, with every processor kept busy by something else: nothing may be
         * contradicted.
         */
        LOADED("loaded"),
        /**
         * A planted defect, with only the examples whose Then phrases have not yet caught anything
         * alone: shows whether one of these phrases is contradicted alone.
         */
        PHRASES("phrases"),
        /** A gallery that does nothing: what holds must have been done and seen nevertheless. */
        HOLLOW("hollow");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * Whether nothing may be contradicted, so that the reason of each contradiction is
         * recorded.
         */
        public boolean isSound() {
            return switch (this) {
                case DECOY, SOUND, LOADED, SEQUENTIAL -> true;
                case DEFECT, MUTANT, PHRASES, HOLLOW -> false;
            };
        }

        /** The name that the command line and the log use. */
        public String word() {
            return word;
        }

        /**
         * The kind of that name.
         *
         * @throws IllegalArgumentException if there is none; the message names all kinds
         */
        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "“%s” is not a kind of trial; the kinds are defects, sequential, decoys, mutants, sound, loaded, phrases and hollow"
                            .formatted(word));
        }
    }
}
