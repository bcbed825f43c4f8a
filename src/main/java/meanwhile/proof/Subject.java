package meanwhile.proof;

import java.util.List;

/**
 * Something to try the suite on.
 *
 * @param kind what is expected of the suite
 * @param name what is planted; empty if nothing is
 * @param clauses whose examples are played; empty for all
 * @param window how wide a defect's race window is; empty if that says nothing
 */
public record Subject(Kind kind, String name, List<String> clauses, String window) {
    public Subject {
        clauses = List.copyOf(clauses);
    }

    /** Kinds of trials. */
    public enum Kind {
        /** A planted defect: one of its clauses must be contradicted. */
        DEFECT("defects"),
        /** A defect that needs a race, played one after another: nothing may be contradicted. */
        SEQUENTIAL("sequential"),
        /** Odd and legal: nothing may be contradicted. */
        DECOY("decoys"),
        /** A mechanical change: should be contradicted, unless nobody could tell. */
        MUTANT("mutants"),
        /** Nothing planted: nothing may be contradicted. */
        SOUND("sound"),
        /** Nothing planted, and every processor kept busy by something else: the same. */
        LOADED("loaded"),
        /**
         * A planted defect, with only those examples that say what no catch has needed yet: whether
         * one of their phrases alone is contradicted.
         */
        PHRASES("phrases");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Whether nothing may be contradicted, so that it is asked why if something is. */
        public boolean isSound() {
            return switch (this) {
                case DECOY, SOUND, LOADED, SEQUENTIAL -> true;
                case DEFECT, MUTANT, PHRASES -> false;
            };
        }

        /** As the command line and the log have it. */
        public String word() {
            return word;
        }

        /**
         * The kind of that name.
         *
         * @throws IllegalArgumentException naming those that there are
         */
        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "“%s” is no kind of trial; there are defects, sequential, decoys, mutants, sound, loaded and phrases"
                            .formatted(word));
        }
    }
}
