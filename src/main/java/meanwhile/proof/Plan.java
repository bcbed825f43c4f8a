package meanwhile.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans the trials still to be run: every subject as often as requested, one run of all before the
 * next run of any, without the trials in the log.
 *
 * @param runs the number of trials for each subject
 * @param kinds which kinds of subjects
 * @param names only these subjects; empty for all
 * @param clauses only subjects of these clauses or scenarios; empty for all
 * @param shard which share of the subjects to run, from 1
 * @param shards the number of shares
 * @param windowMicros the width of the race windows; null for the width of each defect. Trials of
 *     one width do not count for another.
 */
public record Plan(
        int runs,
        Set<Subject.Kind> kinds,
        List<String> names,
        List<String> clauses,
        int shard,
        int shards,
        @Nullable Integer windowMicros) {

    /** The requested subjects, in their order. */
    public List<Subject> chosen(List<Subject> subjects) {
        List<Subject> chosen = new ArrayList<>();
        int place = 0;
        for (Subject subject : subjects) {
            if (isMeant(subject) && place++ % shards == shard - 1) {
                chosen.add(subject);
            }
        }
        return chosen;
    }

    /** The trials to be run, in order. */
    public List<Subject> open(List<Subject> subjects, List<Trial> made) {
        List<Subject> open = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            for (Subject subject : chosen(subjects)) {
                if (alike(subject, made).size() < run) {
                    open.add(subject);
                }
            }
        }
        return open;
    }

    /**
     * Whether a trial of this subject may end at the first contradiction by a clause meant for it.
     * A defect's first trial shows everything that it breaks; later ones only show again that it is
     * caught. Trials of mutants, and of windows of another width, show nothing else.
     */
    public boolean mayEndEarly(Subject subject, List<Trial> made) {
        return switch (subject.kind()) {
            case MUTANT -> true;
            case DEFECT ->
                    windowMicros != null || alike(subject, made).stream().anyMatch(Trial::whole);
            case SEQUENTIAL, DECOY, SOUND, LOADED, PHRASES, HOLLOW -> false;
        };
    }

    /**
     * For each clause, the example that has caught this subject most often, and of those the
     * quickest: the examples worth playing first, in this order.
     *
     * @return their clauses and names; empty if it was never caught
     */
    public static List<String> openings(Subject subject, List<Trial> made) {
        Map<String, List<Trial.Catch>> byExample =
                made.stream()
                        .filter(trial -> trial.isOn(subject))
                        .flatMap(trial -> trial.catches().stream())
                        .filter(one -> subject.clauses().contains(one.clause()))
                        // X clauses review the whole run, so they cannot be played first.
                        .filter(one -> !one.clause().startsWith("X"))
                        .collect(Collectors.groupingBy(Trial.Catch::title));
        Set<String> clauses = new HashSet<>();
        return byExample.values().stream()
                .sorted(
                        Comparator.comparingInt((List<Trial.Catch> one) -> -one.size())
                                .thenComparingDouble(Plan::quickest)
                                .thenComparing(one -> one.getFirst().title()))
                .filter(one -> clauses.add(one.getFirst().clause()))
                .map(one -> one.getFirst().title())
                .toList();
    }

    private static double quickest(List<Trial.Catch> catches) {
        return catches.stream().mapToDouble(Trial.Catch::seconds).min().orElseThrow();
    }

    private List<Trial> alike(Subject subject, List<Trial> made) {
        return made.stream()
                .filter(trial -> trial.isOn(subject))
                .filter(trial -> Objects.equals(trial.windowMicros(), windowMicros))
                .toList();
    }

    private boolean isMeant(Subject subject) {
        return kinds.contains(subject.kind())
                && (names.isEmpty() || names.contains(subject.name()))
                && (clauses.isEmpty() || subject.clauses().stream().anyMatch(this::isAskedFor));
    }

    private boolean isAskedFor(String clause) {
        return clauses.contains(clause) || clauses.contains(clause.split("\\.", 2)[0]);
    }
}
