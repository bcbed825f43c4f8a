package meanwhile.suite.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import meanwhile.actors.Effort;
import meanwhile.actors.RunContext;
import meanwhile.language.Promises;
import meanwhile.suite.open.OpenTarget;
import org.jspecify.annotations.Nullable;

/**
 * The options of a run.
 *
 * @param target a profile's name or file; the embedded gallery by default
 * @param features a folder of features; null for the built-in ones
 * @param specification a team's own specification; null for the built-in one
 * @param clauses only examples of these clauses, scenarios or own rules; empty for all
 * @param tags a Cucumber tag expression; empty for all
 * @param seed of all data that the run generates
 * @param reports the folder of the report
 * @param defects planted in the embedded gallery
 * @param manner how races are run
 * @param experiment set if the run is a trial of the suite itself; null for an ordinary run
 * @param accepted a file of contradictions that are known and accepted; null for none
 * @param permitted whether a target on another machine may be tested
 * @param singleFile whether the report is also written as one file
 * @param replay the only example to run; null for all that match
 * @param atMost how long an example may take
 * @param effort how often races are tried
 */
public record RunOptions(
        String target,
        @Nullable Path features,
        @Nullable Path specification,
        List<String> clauses,
        String tags,
        long seed,
        Path reports,
        List<String> defects,
        RunContext.Manner manner,
        @Nullable Experiment experiment,
        @Nullable Path accepted,
        boolean permitted,
        boolean singleFile,
        @Nullable Replay replay,
        Duration atMost,
        Effort effort) {

    /** How long an example may take, unless an option says otherwise. */
    public static final Duration LONG = Duration.ofMinutes(5);

    /**
     * A trial of the suite itself: it writes no report, and asks every question of an example even
     * after a contradiction.
     *
     * @param database the JDBC URL of an empty database for the embedded gallery
     * @param ends when the trial may end
     * @param brief whether an example has a few rounds at most and does not wait long for images to
     *     be ready: for galleries that do in every round what they do in the first
     * @param watched whether slowness is excused while other programs keep the machine busy. A
     *     planted defect is at fault however busy the machine is.
     * @param openings clauses and names of the examples that run first, each alone
     * @param only clauses and names of the examples that run; empty for all
     * @param atMost how long an example may take
     */
    public record Experiment(
            String database,
            End ends,
            boolean brief,
            boolean watched,
            List<String> openings,
            Set<String> only,
            Duration atMost) {
        private static final int FEW_ROUNDS = 2;
        private static final Duration SHORT = Duration.ofSeconds(1);

        public Experiment {
            openings = List.copyOf(openings);
            only = Set.copyOf(only);
        }

        /** Whether one contradiction of an example is enough. */
        boolean isHasty() {
            return ends != End.LAST;
        }
    }

    /** When a trial ends. */
    public enum End {
        /** After all examples. */
        LAST,
        /** Each example ends at its first contradiction. */
        EXAMPLE_BY_EXAMPLE,
        /** Each clause ends at its first contradiction: every clause has its chance. */
        CLAUSE_BY_CLAUSE,
        /** At the first contradiction of any clause. */
        FIRST
    }

    public RunOptions {
        clauses = List.copyOf(clauses);
        defects = List.copyOf(defects);
    }

    /** Options for a target on this machine, with nothing accepted. */
    public RunOptions(
            String target,
            @Nullable Path features,
            List<String> clauses,
            String tags,
            long seed,
            Path reports,
            List<String> defects,
            RunContext.Manner manner) {
        this(
                target,
                features,
                null,
                clauses,
                tags,
                seed,
                reports,
                defects,
                manner,
                null,
                null,
                false,
                false,
                null,
                LONG,
                Effort.NORMAL);
    }

    /** Options of the main job: everything, against the sound embedded gallery. */
    static RunOptions everything(long seed, Path reports) {
        return new RunOptions(
                "reference",
                null,
                List.of(),
                "",
                seed,
                reports,
                List.of(),
                RunContext.Manner.AT_ONCE);
    }

    /** Options of a trial on the embedded gallery with planted defects. */
    public static RunOptions experiment(
            List<String> clauses,
            long seed,
            List<String> planted,
            RunContext.Manner manner,
            Experiment experiment) {
        return new RunOptions(
                "reference",
                null,
                null,
                clauses,
                "",
                seed,
                Path.of("reports"),
                planted,
                manner,
                experiment,
                null,
                false,
                false,
                null,
                experiment.atMost(),
                Effort.NORMAL);
    }

    /** How many rounds of an example are played at most. */
    int mostRounds() {
        return isBrief() ? Experiment.FEW_ROUNDS : Integer.MAX_VALUE;
    }

    /** What the target is judged against, given what it promises. */
    Promises judgedAgainst(Promises promised) {
        return isBrief()
                ? new Promises(
                        promised.answer(),
                        Experiment.SHORT,
                        promised.propagation(),
                        promised.totals(),
                        promised.pressure())
                : promised;
    }

    private boolean isBrief() {
        return experiment != null && experiment.brief();
    }

    /** The target to open. */
    OpenTarget.Request request() {
        return new OpenTarget.Request(
                target, defects, permitted, experiment == null ? null : experiment.database());
    }

    /**
     * A planted defect is at fault however busy this machine is; a sound gallery may be excused.
     */
    boolean excusesHostLoad() {
        return experiment == null ? defects.isEmpty() : experiment.watched();
    }

    /** What the selected examples have in common, in words. */
    String asked() {
        String byClause = String.join(" or ", clauses);
        if (byClause.isEmpty() || tags.isEmpty()) {
            return byClause + tags;
        }
        return "(" + byClause + ") and (" + tags + ")";
    }
}
