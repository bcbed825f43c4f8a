package meanwhile.proof;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes the figures of a proof from its trials.
 *
 * @param subjects all possible subjects; those without a trial are left out
 * @param trials the trials in the log
 * @param phrases all Then phrases
 * @param reasons why mutants survive, by their names
 */
public record Figures(
        List<Subject> subjects,
        List<Trial> trials,
        Set<String> phrases,
        Map<String, Survival> reasons) {

    private static final Set<Subject.Kind> AT_FAULT =
            Set.of(Subject.Kind.DEFECT, Subject.Kind.MUTANT, Subject.Kind.PHRASES);

    /** All figures together. */
    public Proof proof() {
        List<Proof.Defect> defects = tried(Subject.Kind.DEFECT).map(this::defect).toList();
        List<String> missed =
                defects.stream()
                        .filter(defect -> defect.catches() < defect.runs())
                        .map(Proof.Defect::name)
                        .toList();
        List<Proof.Mutant> mutants = tried(Subject.Kind.MUTANT).map(this::mutant).toList();
        return new Proof(
                1,
                MutationFigures.of(subjects, mutants),
                trials.stream().map(Trial::at).min(String::compareTo).orElse(""),
                Math.round(trials.stream().mapToDouble(Trial::seconds).sum() * 10) / 10.0,
                missed.isEmpty(),
                defects,
                tried(Subject.Kind.DECOY).map(this::decoy).toList(),
                mutants,
                sound(),
                byClause(defects),
                missed,
                idle(phrases, trials),
                tried(Subject.Kind.HOLLOW).map(this::hollow).toList());
    }

    private Stream<Subject> tried(Subject.Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .filter(subject -> trials.stream().anyMatch(trial -> trial.isOn(subject)));
    }

    private List<Trial> of(Subject subject) {
        return trials.stream().filter(trial -> trial.isOn(subject)).toList();
    }

    private Proof.Defect defect(Subject subject) {
        List<Trial> all = of(subject);
        List<Trial> own = all.stream().filter(trial -> trial.windowMicros() == null).toList();
        List<Trial> sequential =
                trials.stream()
                        .filter(trial -> trial.kind() == Subject.Kind.SEQUENTIAL)
                        .filter(trial -> trial.name().equals(subject.name()))
                        .toList();
        Map<String, Integer> caughtBy = new TreeMap<>();
        for (Trial trial : own) {
            clauses(trial).forEach(clause -> caughtBy.merge(clause, 1, Integer::sum));
        }
        return new Proof.Defect(
                subject.name(),
                subject.clauses(),
                own.size(),
                catches(subject, own),
                (int) own.stream().filter(Trial::whole).count(),
                sequential.size(),
                alarms(sequential),
                caughtBy,
                medianSeconds(own),
                subject.window(),
                widths(subject, all),
                Plan.openings(subject, own));
    }

    private static List<Proof.Width> widths(Subject subject, List<Trial> all) {
        Map<Integer, List<Trial>> byWidth =
                all.stream()
                        .filter(trial -> trial.windowMicros() != null)
                        .collect(groupingBy(Trial::windowMicros, TreeMap::new, toList()));
        return byWidth.entrySet().stream()
                .map(
                        one ->
                                new Proof.Width(
                                        one.getKey(),
                                        one.getValue().size(),
                                        catches(subject, one.getValue())))
                .toList();
    }

    private Proof.Decoy decoy(Subject subject) {
        List<Trial> own = of(subject);
        return new Proof.Decoy(subject.name(), own.size(), alarms(own));
    }

    private Proof.Hollow hollow(Subject subject) {
        List<Trial> own = of(subject);
        Map<String, Integer> verdicts = new TreeMap<>();
        List<Trial.Held> held = new ArrayList<>();
        for (Trial.Hollow one : own.stream().map(Trial::hollow).filter(Objects::nonNull).toList()) {
            one.verdicts().forEach((word, number) -> verdicts.merge(word, number, Integer::sum));
            held.addAll(one.held());
        }
        return new Proof.Hollow(subject.name(), own.size(), verdicts, held);
    }

    private Proof.Mutant mutant(Subject subject) {
        List<Trial> own = of(subject);
        Set<String> by = new TreeSet<>();
        // What was never reached was not what contradicted.
        own.stream().filter(trial -> !trial.inert()).forEach(trial -> by.addAll(clauses(trial)));
        Survival why = by.isEmpty() ? reasons.get(subject.name()) : null;
        return new Proof.Mutant(
                subject.name(),
                own.size(),
                List.copyOf(by),
                why == null ? null : why.reason(),
                why != null && why.equivalent(),
                own.stream().anyMatch(trial -> trial.closed() == null && !trial.inert()),
                own.stream().map(Trial::closed).filter(Objects::nonNull).findFirst().orElse(null));
    }

    private static int catches(Subject subject, List<Trial> own) {
        return (int) own.stream().filter(trial -> trial.caughtBy(subject.clauses())).count();
    }

    private static int alarms(List<Trial> trials) {
        return (int) trials.stream().filter(trial -> !trial.catches().isEmpty()).count();
    }

    private static Set<String> clauses(Trial trial) {
        Set<String> clauses = new TreeSet<>();
        trial.catches().forEach(one -> clauses.add(one.clause()));
        return clauses;
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

    private Proof.SoundRuns sound() {
        List<Trial> loaded = ofKind(Subject.Kind.LOADED);
        List<Trial> all =
                Stream.concat(ofKind(Subject.Kind.SOUND).stream(), loaded.stream()).toList();
        return new Proof.SoundRuns(
                all.size(),
                loaded.size(),
                all.stream().mapToInt(trial -> trial.judged().size()).sum(),
                all.stream().mapToInt(trial -> trial.undecided().size()).sum(),
                all.stream().mapToInt(trial -> clauses(trial).size()).sum());
    }

    private List<Trial> ofKind(Subject.Kind kind) {
        return trials.stream().filter(trial -> trial.kind() == kind).toList();
    }

    private static Map<String, List<String>> byClause(List<Proof.Defect> defects) {
        Map<String, List<String>> clauses = new TreeMap<>();
        for (Proof.Defect defect : defects) {
            for (String clause : defect.caughtBy().keySet()) {
                clauses.computeIfAbsent(clause, _ -> new ArrayList<>()).add(defect.name());
            }
        }
        return clauses;
    }

    /**
     * The phrases that have never contradicted an example alone: if they passed unconditionally,
     * nothing would have been missed.
     */
    public static List<String> idle(Set<String> phrases, List<Trial> trials) {
        Set<String> idle = new TreeSet<>(phrases);
        trials.stream()
                .filter(trial -> AT_FAULT.contains(trial.kind()))
                .flatMap(trial -> trial.catches().stream())
                .filter(one -> one.thens().size() == 1)
                .forEach(one -> idle.remove(one.thens().getFirst()));
        return List.copyOf(idle);
    }
}
