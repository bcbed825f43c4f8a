package meanwhile.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The suite's power, as far as it was measured; the form of {@code proof.json}.
 *
 * @param version of the form
 * @param started when the first trial began, in ISO-8601
 * @param seconds all trials took together
 * @param detected whether every defect that was tried was caught in each of its runs
 * @param notCaught the defects that were missed at least once
 * @param clauses for each clause, the defects that it caught
 * @param idle Then phrases that have not been needed for any catch: a run in which one of them
 *     passes unconditionally would have caught all the same
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
        List<String> notCaught,
        List<String> idle) {

    /**
     * A planted defect.
     *
     * @param breaks the clauses that must catch it, one of them at least
     * @param runs how often its examples were played
     * @param catches in how many of them one of its clauses was contradicted
     * @param sequentialRuns how often the same calls were sent one after another
     * @param sequentialCatches in how many of those it was caught all the same
     * @param caughtBy in how many runs each clause caught it
     * @param medianSecondsToCatch of the quickest example that caught it; null if none did
     */
    public record Defect(
            String name,
            List<String> breaks,
            int runs,
            int catches,
            int sequentialRuns,
            int sequentialCatches,
            Map<String, Integer> caughtBy,
            @Nullable Double medianSecondsToCatch,
            String window) {}

    /** A legal oddity, and how often it was accused. */
    public record Decoy(String name, int runs, int alarms) {}

    /** A mechanical mutant and the clauses that caught it. */
    public record Mutant(String name, int runs, List<String> caughtBy) {}

    /** Rules played with nothing planted, and how many of them were contradicted. */
    public record SoundRuns(int runs, int ruleRuns, int alarms) {}

    /**
     * The figures that follow from trials.
     *
     * @param subjects all that can be tried; those without a trial are left out
     * @param phrases all Then phrases
     */
    public static Proof of(List<Subject> subjects, List<Trial> trials, Set<String> phrases) {
        List<Defect> defects = new ArrayList<>();
        List<Decoy> decoys = new ArrayList<>();
        List<Mutant> mutants = new ArrayList<>();
        for (Subject subject : subjects) {
            List<Trial> own = trials.stream().filter(subject::isOf).toList();
            if (!own.isEmpty()) {
                switch (subject.kind()) {
                    case DEFECT -> defects.add(defect(subject, own, trials));
                    case DECOY -> decoys.add(new Decoy(subject.name(), own.size(), alarms(own)));
                    case MUTANT -> mutants.add(new Mutant(subject.name(), own.size(), caught(own)));
                    case SEQUENTIAL, SOUND -> {}
                }
            }
        }
        List<String> missed =
                defects.stream()
                        .filter(defect -> defect.catches() < defect.runs())
                        .map(Defect::name)
                        .toList();
        return new Proof(
                1,
                trials.stream().map(Trial::at).min(String::compareTo).orElse(""),
                trials.stream().mapToDouble(Trial::seconds).sum(),
                missed.isEmpty(),
                defects,
                decoys,
                mutants,
                sound(trials),
                byClause(defects),
                missed,
                idle(trials, phrases));
    }

    private static Defect defect(Subject subject, List<Trial> own, List<Trial> all) {
        List<Trial> sequential =
                all.stream()
                        .filter(trial -> trial.kind() == Subject.Kind.SEQUENTIAL)
                        .filter(trial -> trial.name().equals(subject.name()))
                        .toList();
        Map<String, Integer> caughtBy = new TreeMap<>();
        for (Trial trial : own) {
            for (String clause : new TreeSet<>(clausesOf(trial))) {
                caughtBy.merge(clause, 1, Integer::sum);
            }
        }
        return new Defect(
                subject.name(),
                subject.clauses(),
                own.size(),
                (int) own.stream().filter(trial -> trial.caughtBy(subject.clauses())).count(),
                sequential.size(),
                alarms(sequential),
                caughtBy,
                medianSeconds(own),
                subject.window());
    }

    private static int alarms(List<Trial> trials) {
        return (int) trials.stream().filter(trial -> !trial.catches().isEmpty()).count();
    }

    private static List<String> caught(List<Trial> trials) {
        Set<String> clauses = new TreeSet<>();
        trials.forEach(trial -> clauses.addAll(clausesOf(trial)));
        return List.copyOf(clauses);
    }

    private static List<String> clausesOf(Trial trial) {
        return trial.catches().stream().map(Trial.Catch::clause).toList();
    }

    private static @Nullable Double medianSeconds(List<Trial> trials) {
        List<Double> quickest =
                trials.stream()
                        .filter(trial -> !trial.catches().isEmpty())
                        .map(
                                trial ->
                                        trial.catches().stream()
                                                .mapToDouble(Trial.Catch::seconds)
                                                .min()
                                                .orElseThrow())
                        .sorted()
                        .toList();
        return quickest.isEmpty() ? null : quickest.get(quickest.size() / 2);
    }

    private static SoundRuns sound(List<Trial> trials) {
        List<Trial> sound =
                trials.stream().filter(trial -> trial.kind() == Subject.Kind.SOUND).toList();
        return new SoundRuns(
                sound.size(),
                sound.stream().mapToInt(trial -> trial.judged().size()).sum(),
                sound.stream().mapToInt(trial -> new TreeSet<>(clausesOf(trial)).size()).sum());
    }

    private static Map<String, List<String>> byClause(List<Defect> defects) {
        Map<String, List<String>> clauses = new TreeMap<>();
        for (Defect defect : defects) {
            for (String clause : defect.caughtBy().keySet()) {
                clauses.computeIfAbsent(clause, _ -> new ArrayList<>()).add(defect.name());
            }
        }
        return clauses;
    }

    /**
     * A phrase is needed if an example caught something by it alone. Judging is pure, so what a run
     * with an ever-passing phrase would have missed can be told without that run.
     */
    private static List<String> idle(List<Trial> trials, Set<String> phrases) {
        Set<String> idle = new TreeSet<>(phrases);
        for (Trial trial : trials) {
            if (trial.kind() == Subject.Kind.DEFECT || trial.kind() == Subject.Kind.MUTANT) {
                for (Trial.Catch one : trial.catches()) {
                    if (one.thens().size() == 1) {
                        idle.remove(one.thens().getFirst());
                    }
                }
            }
        }
        return List.copyOf(idle);
    }
}
