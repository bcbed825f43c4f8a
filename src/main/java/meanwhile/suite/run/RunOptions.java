package meanwhile.suite.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import meanwhile.actors.RunContext;
import meanwhile.suite.open.OpenTarget;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param target a profile's name or file; the embedded gallery by default
 * @param features a folder of features; null for those that ship with the suite
 * @param clauses only examples of these clauses or scenarios; empty for all
 * @param tags a Cucumber tag expression; empty for all
 * @param seed of all data that the run makes up
 * @param reports where the report is written
 * @param defects planted in the embedded gallery
 * @param manner how races are played
 * @param experiment set if the run is one of many that try the suite itself; null for a run that
 *     somebody asked for
 * @param accepted a file of contradictions that are known and accepted; null for none
 * @param permitted whether a target on another machine may be tested
 * @param singleFile whether the report is also written as one file
 * @param replay the only example to play; null for all that fit
 */
public record RunOptions(
        String target,
        @Nullable Path features,
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
        @Nullable Replay replay) {

    /**
     * A run that tries the suite: it writes no report, and asks every question of an example even
     * after one was answered badly.
     *
     * @param database the JDBC URL of an empty database for the embedded gallery
     * @param ends when no more need be played
     * @param watched whether a time that is missed on a machine that others keep busy is excused.
     *     Of what was planted it is known that it is at fault.
     * @param openings clauses and names of the examples that are played first, each by itself
     * @param only clauses and names of the examples that are played; empty for all
     */
    public record Experiment(
            String database, End ends, boolean watched, List<String> openings, Set<String> only) {
        public Experiment {
            openings = List.copyOf(openings);
            only = Set.copyOf(only);
        }

        /** Whether one contradiction of an example is enough. */
        boolean isHasty() {
            return ends != End.LAST;
        }
    }

    /** When an experiment ends. */
    public enum End {
        /** When everything was played. */
        LAST,
        /** For each example when it is contradicted. */
        EXAMPLE_BY_EXAMPLE,
        /** For each clause when it is contradicted: every clause has its chance. */
        CLAUSE_BY_CLAUSE,
        /** When any clause is contradicted. */
        FIRST
    }

    public RunOptions {
        clauses = List.copyOf(clauses);
        defects = List.copyOf(defects);
    }

    /** Against a target on this machine, with nothing accepted. */
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
                target, features, clauses, tags, seed, reports, defects, manner, null, null, false,
                false, null);
    }

    /** The main job: everything, against the sound embedded gallery. */
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

    /** An experiment on the embedded gallery with something planted. */
    public static RunOptions experiment(
            List<String> clauses,
            long seed,
            List<String> planted,
            RunContext.Manner manner,
            Experiment experiment) {
        return new RunOptions(
                "reference",
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
                null);
    }

    /** The target to open. */
    OpenTarget.Request request() {
        return new OpenTarget.Request(
                target, defects, permitted, experiment == null ? null : experiment.database());
    }

    /** A planted defect is at fault however busy this machine is; what is sound may be excused. */
    boolean excusesHostLoad() {
        return experiment == null ? defects.isEmpty() : experiment.watched();
    }

    /** The examples to play, as Cucumber filters them. */
    String tagExpression() {
        String byClause =
                String.join(" or ", clauses.stream().map(clause -> "@" + clause).toList());
        if (byClause.isEmpty() || tags.isEmpty()) {
            return byClause + tags;
        }
        return "(" + byClause + ") and (" + tags + ")";
    }
}
