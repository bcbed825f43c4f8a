package meanwhile.report.data;

import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a report shows, before it is rendered.
 *
 * @param run the facts about the run as a whole
 * @param groups the specification with its verdicts, in the order written
 * @param acceptances the accepted contradictions: by clause, until when and why
 */
public record Report(RunInfo run, List<Group> groups, Map<String, String> acceptances) {

    /** A report without accepted contradictions. */
    public Report(RunInfo run, List<Group> groups) {
        this(run, groups, Map.of());
    }

    /**
     * The same report where these contradictions are known and accepted.
     *
     * @param others by clause, until when and why
     */
    public Report accepting(Map<String, String> others) {
        return new Report(run, groups, Map.copyOf(others));
    }

    /** Until when and why the clause's contradiction is accepted; null if it is not. */
    public @Nullable String acceptance(Clause clause) {
        return clause.standing() == Standing.CONTRADICTED ? acceptances.get(clause.id()) : null;
    }

    /** A verdict as reports count it. */
    public enum Standing {
        HOLDS("holds"),
        CONTRADICTED("contradicted"),
        UNDECIDED("undecided"),
        NOT_OFFERED("not offered"),
        NOT_SPECIFIED("not specified");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /** The word that all outputs use. */
        public String word() {
            return word;
        }

        static Standing of(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Holds _ -> HOLDS;
                case Verdict.Contradicted _ -> CONTRADICTED;
                case Verdict.Undecided _ -> UNDECIDED;
                case Verdict.NotOffered _ -> NOT_OFFERED;
            };
        }
    }

    /** A part of the specification. */
    public record Group(String title, List<Scenario> scenarios) {}

    /** A scenario with its feature's prose, if there is a feature. */
    public record Scenario(String id, String title, String prose, List<Clause> clauses) {}

    /**
     * A clause and its verdict.
     *
     * @param sentence the clause as the specification words it
     * @param feature the feature's title; empty if there is none
     * @param rule the rule's title; empty if there is none
     * @param why the rule's reason
     * @param reason why it does not simply hold; null if it does
     */
    public record Clause(
            String id,
            String sentence,
            String feature,
            String rule,
            String why,
            Standing standing,
            @Nullable String reason,
            List<Example> examples) {}

    /**
     * An example and its evidence.
     *
     * @param slug names its page
     * @param text the example as written
     * @param evidence null if it was left out of the run
     */
    public record Example(
            String slug,
            FeatureText.Example text,
            Standing standing,
            @Nullable Evidence evidence) {}

    /** When the run began, to the second, for people. */
    public String began() {
        return run.started()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", " UTC");
    }

    /** All clauses, in the order written. */
    public List<Clause> clauses() {
        return groups.stream()
                .flatMap(group -> group.scenarios().stream())
                .flatMap(scenario -> scenario.clauses().stream())
                .toList();
    }

    /** The number of clauses with each verdict, also where it is zero. */
    public Map<Standing, Long> counts() {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(
                    standing,
                    clauses().stream().filter(clause -> clause.standing() == standing).count());
        }
        return counts;
    }

    /**
     * The run's verdict: contradicted if any clause is and that is not accepted, undecided if any
     * is, else it holds.
     */
    public Standing verdict() {
        for (Standing standing : List.of(Standing.CONTRADICTED, Standing.UNDECIDED)) {
            if (clauses().stream()
                    .filter(clause -> acceptance(clause) == null)
                    .anyMatch(clause -> clause.standing() == standing)) {
                return standing;
            }
        }
        return Standing.HOLDS;
    }

    /** Whether any clause was judged at all. */
    public boolean judged() {
        Map<Standing, Long> counts = counts();
        return counts.getOrDefault(Standing.HOLDS, 0L)
                        + counts.getOrDefault(Standing.CONTRADICTED, 0L)
                        + counts.getOrDefault(Standing.UNDECIDED, 0L)
                > 0;
    }
}
