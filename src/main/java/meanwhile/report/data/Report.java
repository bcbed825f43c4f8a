package meanwhile.report.data;

import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a report shows, before it is rendered.
 *
 * @param run the facts about the run as a whole
 * @param groups the specification with its verdicts, in the order written
 * @param own the features with rules of their own, which carry no clause of the specification
 * @param acceptances the accepted contradictions: by clause or own rule, until when and why
 */
public record Report(
        RunInfo run, List<Group> groups, List<Scenario> own, Map<String, String> acceptances) {
    private static final String OWN = "Own rules";

    /** A report without accepted contradictions. */
    public Report(RunInfo run, List<Group> groups, List<Scenario> own) {
        this(run, groups, own, Map.of());
    }

    /**
     * The same report where these contradictions are known and accepted.
     *
     * @param others by clause or own rule, until when and why
     */
    public Report accepting(Map<String, String> others) {
        return new Report(run, groups, own, Map.copyOf(others));
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
        /** The clause has no example. */
        NOT_SPECIFIED("not specified"),
        /** It has examples, and this run left them out. */
        NOT_PLAYED("not played");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /** The word that all outputs use. */
        public String word() {
            return word;
        }

        /** Whether the run has a verdict on it. */
        public boolean isPlayed() {
            return this != NOT_SPECIFIED && this != NOT_PLAYED;
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

    /** A part of the specification, or the own rules. */
    public record Group(String title, List<Scenario> scenarios) {}

    /** A scenario with its feature's prose, if there is a feature. */
    public record Scenario(String id, String title, String prose, List<Clause> clauses) {}

    /**
     * A clause or an own rule, and its verdict.
     *
     * @param scenario the id of the scenario that it belongs to
     * @param sentence the clause as the specification words it; of an own rule its title
     * @param feature the feature's title; empty if there is none
     * @param rule the rule's title; empty if there is none
     * @param why the rule's reason
     * @param reason why it does not simply hold; null if it does
     * @param examples what illustrates it
     * @param found what the audit of any example found against it
     */
    public record Clause(
            String id,
            String scenario,
            String sentence,
            String feature,
            String rule,
            String why,
            Standing standing,
            @Nullable String reason,
            List<Example> examples,
            List<Example> found) {

        /** Its examples, and behind them what the audits of any examples found against it. */
        public List<Example> shown() {
            return Stream.concat(examples.stream(), found.stream()).toList();
        }
    }

    /**
     * An example and its evidence.
     *
     * @param slug names its page
     * @param history names the file with its calls
     * @param text the example as written
     * @param evidence null if it was left out of the run
     */
    public record Example(
            String slug,
            String history,
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

    /** The specification and, behind it, the own rules if there are any. */
    public List<Group> allGroups() {
        return own.isEmpty()
                ? groups
                : Stream.concat(groups.stream(), Stream.of(new Group(OWN, own))).toList();
    }

    /** All clauses of the specification, in the order written. */
    public List<Clause> clauses() {
        return clauses(groups.stream().flatMap(group -> group.scenarios().stream()));
    }

    /** All own rules, in the order of their features. */
    public List<Clause> rules() {
        return clauses(own.stream());
    }

    /** Everything that a verdict may be on: the clauses and the own rules. */
    public List<Clause> promises() {
        return Stream.concat(clauses().stream(), rules().stream()).toList();
    }

    private static List<Clause> clauses(Stream<Scenario> scenarios) {
        return scenarios.flatMap(scenario -> scenario.clauses().stream()).toList();
    }

    /** The number of clauses with each verdict, also where it is zero. */
    public Map<Standing, Long> counts() {
        return counts(clauses());
    }

    /** The same for the own rules. */
    public Map<Standing, Long> ruleCounts() {
        return counts(rules());
    }

    /** The same for clauses and own rules together. */
    public Map<Standing, Long> allCounts() {
        return counts(promises());
    }

    private static Map<Standing, Long> counts(List<Clause> promises) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(standing, count(promises, standing));
        }
        return counts;
    }

    private static long count(List<Clause> promises, Standing standing) {
        return promises.stream().filter(promise -> promise.standing() == standing).count();
    }

    /** The number of promises with this verdict; accepted contradictions do not count. */
    public long number(Standing standing) {
        return count(
                promises().stream().filter(promise -> acceptance(promise) == null).toList(),
                standing);
    }

    /** The verdict of the run, over clauses and own rules. */
    public RunVerdict verdict() {
        if (number(Standing.CONTRADICTED) > 0) {
            return RunVerdict.CONTRADICTED;
        }
        if (number(Standing.UNDECIDED) > 0) {
            return RunVerdict.UNDECIDED;
        }
        if (number(Standing.HOLDS) > 0) {
            return RunVerdict.HOLDS;
        }
        return count(promises(), Standing.CONTRADICTED) > 0
                ? RunVerdict.CONTRADICTED_AS_ACCEPTED
                : RunVerdict.NOTHING_JUDGED;
    }
}
