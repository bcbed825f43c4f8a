package meanwhile.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The measured power of the suite, in the form of {@code proof.json}. Facts that a file lacks are
 * empty or zero.
 *
 * @param version of the form
 * @param mutation the figures of the mechanical mutants; null in files of older suites
 * @param started when the first trial began, in ISO-8601
 * @param seconds all trials took together
 * @param detected whether every defect that was tried was caught in each of its runs
 * @param clauses for each clause, the defects that it caught
 * @param notCaught the defects that were missed at least once
 * @param idle Then phrases that have not yet caught anything alone: if one of them passed
 *     unconditionally, everything would still have been caught
 * @param hollow what the hollow servers led to
 */
public record Proof(
        int version,
        @Nullable Mutation mutation,
        String started,
        double seconds,
        boolean detected,
        List<Defect> defects,
        List<Decoy> decoys,
        List<Mutant> mutants,
        SoundRuns soundRuns,
        Map<String, List<String>> clauses,
        List<String> notCaught,
        List<String> idle,
        List<Hollow> hollow) {
    public Proof {
        started = started == null ? "" : started;
        defects = copy(defects);
        decoys = copy(decoys);
        mutants = copy(mutants);
        soundRuns = soundRuns == null ? SoundRuns.NONE : soundRuns;
        clauses = clauses == null ? Map.of() : new TreeMap<>(clauses);
        notCaught = copy(notCaught);
        idle = copy(idle);
        hollow = copy(hollow);
    }

    /**
     * A gallery that does nothing in its scope.
     *
     * @param server its name
     * @param runs how many there were
     * @param verdicts the number of examples by verdict, of all runs together
     * @param held the examples that held in some run, each with the accepted calls seen there
     */
    public record Hollow(
            String server, int runs, Map<String, Integer> verdicts, List<Trial.Held> held) {
        public Hollow {
            verdicts = verdicts == null ? Map.of() : new TreeMap<>(verdicts);
            held = copy(held);
        }
    }

    /**
     * A planted defect.
     *
     * @param breaks the clauses that are meant to catch it; at least one must
     * @param runs the number of runs of its examples
     * @param catches the number of runs in which one of its clauses was contradicted
     * @param wholeRuns the number of runs in which every clause was played; the others ended with
     *     the first contradiction
     * @param sequentialRuns the number of runs in which the same calls were sent one after another
     * @param sequentialCatches the number of those in which it was still caught
     * @param caughtBy the number of runs in which each clause caught it; in runs that ended early,
     *     only the first clause
     * @param medianSecondsToCatch of the quickest example that caught it; null if none did
     * @param window the width of its race window
     * @param widths the same for windows of other widths
     * @param openings clauses and names of the examples that caught it most often, one of each
     *     clause
     */
    public record Defect(
            String name,
            List<String> breaks,
            int runs,
            int catches,
            int wholeRuns,
            int sequentialRuns,
            int sequentialCatches,
            Map<String, Integer> caughtBy,
            @Nullable Double medianSecondsToCatch,
            @Nullable String window,
            List<Width> widths,
            List<String> openings) {
        public Defect {
            breaks = copy(breaks);
            caughtBy = caughtBy == null ? Map.of() : new TreeMap<>(caughtBy);
            widths = copy(widths);
            openings = copy(openings);
        }
    }

    /** How often a race was caught with a window of this width. */
    public record Width(int micros, int runs, int catches) {}

    /** A decoy, which is odd but legal, and how often it was accused. */
    public record Decoy(String name, int runs, int alarms) {}

    /**
     * A mechanical mutant.
     *
     * @param caughtBy the clauses that noticed it; none if it survived
     * @param reason why it survives; null if it does not, or if the reason is not known
     * @param equivalent whether it survives because it has no observable effect
     * @param reached whether any example reached what it changes
     * @param closed why a gallery with it does not run; null if it does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mutant(
            String name,
            int runs,
            List<String> caughtBy,
            @Nullable String reason,
            boolean equivalent,
            boolean reached,
            @Nullable String closed) {
        public Mutant {
            caughtBy = copy(caughtBy);
        }

        /** Whether it runs, changes something and has an effect that could be seen. */
        boolean isNoticeable() {
            return closed == null && reached && !equivalent;
        }

        /** What was done: the words before the place in its name. */
        public String operator() {
            return Proof.operator(name);
        }
    }

    /**
     * How many mechanical mutants there are, and what became of them.
     *
     * @param enumerated all that the operators make
     * @param played of these, those that were tried at least once
     * @param doNotRun of those played, those that the database or the virtual machine rejects
     * @param notReached of those played, those whose change no example reached
     * @param noticeable of those played, all others but those known to have no observable effect
     * @param noticedByRun of the noticeable ones, those that contradicted a clause in a run
     * @param noticedByExplore the same for explorations; null if that was not measured
     * @param operators the same by operator
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mutation(
            int enumerated,
            int played,
            int doNotRun,
            int notReached,
            int noticeable,
            int noticedByRun,
            @Nullable Integer noticedByExplore,
            List<Operator> operators) {
        public Mutation {
            operators = copy(operators);
        }

        /** Those without an observable effect, as a review found. */
        public int equivalent() {
            return played - doNotRun - notReached - noticeable;
        }
    }

    /** The figures of the mutants of one operator. */
    public record Operator(
            String operator,
            int enumerated,
            int played,
            int doNotRun,
            int notReached,
            int noticeable,
            int noticedByRun) {}

    /** What was done to make the mutant of this name. */
    static String operator(String mutant) {
        return mutant.split(":", 2)[0];
    }

    /**
     * Runs with nothing planted.
     *
     * @param runs how many there were
     * @param loadedRuns how many of these with all processors kept busy
     * @param ruleRuns how many rules were played in them
     * @param undecided how many of these rules were undecided
     * @param alarms how many were contradicted
     */
    public record SoundRuns(int runs, int loadedRuns, int ruleRuns, int undecided, int alarms) {
        static final SoundRuns NONE = new SoundRuns(0, 0, 0, 0, 0);
    }

    /** How many planted defects were caught at least once. */
    public long caught() {
        return defects.stream().filter(defect -> defect.catches() > 0).count();
    }

    /** The number of false accusations, of sound galleries and decoys. */
    public long falseAlarms() {
        return soundRuns.alarms() + decoys.stream().mapToLong(Decoy::alarms).sum();
    }

    /** The mutants that could be noticed, and that nothing noticed. */
    public List<Mutant> survivors() {
        return mutants.stream()
                .filter(mutant -> mutant.caughtBy().isEmpty())
                .filter(mutant -> mutant.closed() == null && mutant.reached())
                .toList();
    }

    /** The mutants that do not run. */
    public List<Mutant> rejected() {
        return mutants.stream().filter(mutant -> mutant.closed() != null).toList();
    }

    /** The mutants that run, but whose change no example reached. */
    public List<Mutant> unreached() {
        return mutants.stream()
                .filter(mutant -> mutant.closed() == null && !mutant.reached())
                .toList();
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
