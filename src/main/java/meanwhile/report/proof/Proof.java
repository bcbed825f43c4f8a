package meanwhile.report.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What planted defects, decoys and mutants showed of the suite's own power: {@code proof.json}.
 * Whatever the file does not say is empty or zero.
 *
 * @param started when the measuring began
 * @param seconds how long it took
 * @param detected whether every planted defect was caught
 * @param defects what was planted, and how often it was caught
 * @param decoys galleries that look odd and are sound
 * @param mutants mechanical changes of the gallery
 * @param soundRuns alarms over runs against a sound gallery
 * @param clauses the defects that were caught by each clause
 * @param notCaught what no clause caught
 */
public record Proof(
        int version,
        String started,
        double seconds,
        boolean detected,
        List<Defect> defects,
        List<Decoy> decoys,
        List<Mutant> mutants,
        SoundRuns soundRuns,
        Map<String, List<String>> clauses,
        List<String> notCaught) {
    public Proof {
        started = started == null ? "" : started;
        defects = defects == null ? List.of() : List.copyOf(defects);
        decoys = decoys == null ? List.of() : List.copyOf(decoys);
        mutants = mutants == null ? List.of() : List.copyOf(mutants);
        soundRuns = soundRuns == null ? new SoundRuns(0, 0) : soundRuns;
        clauses = clauses == null ? Map.of() : new TreeMap<>(clauses);
        notCaught = notCaught == null ? List.of() : List.copyOf(notCaught);
    }

    /**
     * A planted defect.
     *
     * @param breaks the clauses that it breaks
     * @param catches in how many runs one of them was contradicted
     * @param sequentialCatches the same with races played one after another; null if not measured
     * @param caughtBy how many runs each clause caught it in
     * @param window how wide the race is
     */
    public record Defect(
            String name,
            List<String> breaks,
            int runs,
            int catches,
            @Nullable Integer sequentialCatches,
            Map<String, Integer> caughtBy,
            @Nullable Double medianSecondsToCatch,
            @Nullable String window) {
        public Defect {
            breaks = breaks == null ? List.of() : List.copyOf(breaks);
            caughtBy = caughtBy == null ? Map.of() : new TreeMap<>(caughtBy);
        }
    }

    /** A sound gallery that looks odd, and how often it was accused. */
    public record Decoy(String name, int runs, int alarms) {}

    /** A mechanical change, and the clauses that noticed it; none if it survived. */
    public record Mutant(String name, List<String> caughtBy) {
        public Mutant {
            caughtBy = caughtBy == null ? List.of() : List.copyOf(caughtBy);
        }
    }

    /** Alarms over runs of rules against a sound gallery. */
    public record SoundRuns(long ruleRuns, long alarms) {}

    /** How many planted defects were caught at least once. */
    public long caught() {
        return defects.stream().filter(defect -> defect.catches() > 0).count();
    }

    /** How many accusations were false, of sound galleries and decoys. */
    public long falseAlarms() {
        return soundRuns.alarms() + decoys.stream().mapToLong(Decoy::alarms).sum();
    }

    /** How many mutants were noticed. */
    public long killed() {
        return mutants.stream().filter(mutant -> !mutant.caughtBy().isEmpty()).count();
    }

    /** The mutants that nothing noticed. */
    public List<Mutant> survivors() {
        return mutants.stream().filter(mutant -> mutant.caughtBy().isEmpty()).toList();
    }
}
