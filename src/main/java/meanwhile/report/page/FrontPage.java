package meanwhile.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meanwhile.check.Evidence;
import meanwhile.proof.Proof;
import meanwhile.proof.Wilson;
import meanwhile.report.data.Report;
import meanwhile.report.data.Report.Clause;
import meanwhile.report.data.Report.Standing;
import meanwhile.report.past.VerdictHistory;
import org.jspecify.annotations.Nullable;

/**
 * The front page above the specification: the answers to the questions that are asked first.
 *
 * @param headline the verdict of the run, in a sentence
 * @param problems the clauses that do not hold, the worst first
 * @param previous the run before this one; null if there is none to compare with
 * @param changes the verdicts that changed since then
 * @param promises the promised and the measured times
 * @param sure how reliable the verdict is, one sentence for each reason
 * @param uncovered the clauses that this run did not judge
 * @param apart the pairs of actions that did not meet, in a sentence
 */
public record FrontPage(
        Report report,
        String headline,
        List<Problem> problems,
        VerdictHistory.@Nullable Run previous,
        List<Change> changes,
        List<Measurements.Line> promises,
        List<String> sure,
        List<Uncovered> uncovered,
        String apart) {

    /**
     * A clause that does not hold.
     *
     * @param example the example that shows it; null if none does
     * @param since since when it has not held, in words
     */
    public record Problem(Clause clause, Report.@Nullable Example example, String since) {}

    /** A clause whose verdict changed. */
    public record Change(Clause clause, VerdictHistory.Kind kind, @Nullable String before) {}

    /** Clauses that were not judged, and why. */
    public record Uncovered(String why, List<Clause> clauses) {}

    /** The front page of a site. */
    public static FrontPage of(SiteContent content) {
        Report report = content.report();
        return new FrontPage(
                report,
                headline(report),
                problems(content),
                content.history().previous(),
                changes(content),
                Measurements.of(report),
                sure(content),
                uncovered(report),
                MeetingsPage.of(report).told());
    }

    private static String headline(Report report) {
        long contradicted = report.number(Standing.CONTRADICTED);
        long undecided = report.number(Standing.UNDECIDED);
        long holds = report.number(Standing.HOLDS);
        long accepted = count(report, Standing.CONTRADICTED) - contradicted;
        long judged = contradicted + undecided + holds + accepted;
        return switch (report.verdict()) {
            case CONTRADICTED ->
                    "%d of %s %s contradicted"
                            .formatted(contradicted, promises(judged), are(contradicted));
            case UNDECIDED ->
                    "Nothing is contradicted, but %d of %s %s undecided"
                            .formatted(undecided, promises(judged), are(undecided));
            case HOLDS ->
                    accepted == 0
                            ? "All %s that were judged hold".formatted(promises(judged))
                            : "%d of %s hold, and %d %s contradicted as accepted"
                                    .formatted(holds, promises(judged), accepted, are(accepted));
            case CONTRADICTED_AS_ACCEPTED ->
                    "Nothing holds; %d of %s %s contradicted as accepted"
                            .formatted(accepted, promises(judged), are(accepted));
            case NOTHING_JUDGED -> "Nothing was judged";
        };
    }

    private static String promises(long number) {
        return number == 1 ? "1 promise" : number + " promises";
    }

    private static String are(long number) {
        return number == 1 ? "is" : "are";
    }

    private static long count(Report report, Standing standing) {
        return report.allCounts().getOrDefault(standing, 0L);
    }

    private static List<Problem> problems(SiteContent content) {
        List<Problem> problems = new ArrayList<>();
        for (Standing standing : List.of(Standing.CONTRADICTED, Standing.UNDECIDED)) {
            for (Clause clause : content.report().promises()) {
                if (clause.standing() == standing) {
                    problems.add(
                            new Problem(
                                    clause, telling(clause), since(content.trend(clause.id()))));
                }
            }
        }
        return problems;
    }

    private static Report.@Nullable Example telling(Clause clause) {
        return clause.shown().stream()
                .filter(example -> example.standing() == clause.standing())
                .filter(example -> example.evidence() != null)
                .findFirst()
                .orElse(null);
    }

    /** Since when a verdict has stood, in words; empty if only this run is known. */
    public static String since(VerdictHistory.Trend trend) {
        if (trend.since() == null || trend.before() == null) {
            return "";
        }
        return trend.streak() == 1
                ? "new in this run; it was %s before".formatted(trend.before())
                : "since %s, %d runs in a row".formatted(trend.since(), trend.streak());
    }

    private static List<Change> changes(SiteContent content) {
        return content.report().promises().stream()
                .map(
                        clause -> {
                            VerdictHistory.Trend trend = content.trend(clause.id());
                            return new Change(clause, trend.kind(), trend.before());
                        })
                .filter(
                        change ->
                                change.kind() != VerdictHistory.Kind.STEADY
                                        && change.kind() != VerdictHistory.Kind.FIRST)
                .toList();
    }

    private static List<String> sure(SiteContent content) {
        List<Evidence> shown =
                content.report().promises().stream()
                        .flatMap(clause -> clause.examples().stream())
                        .map(Report.Example::evidence)
                        .filter(evidence -> evidence != null)
                        .distinct()
                        .toList();
        List<Evidence> races = shown.stream().filter(Evidence::races).toList();
        List<String> sure = new ArrayList<>();
        sure.add(
                String.format(
                        Locale.ROOT,
                        "%,d examples in %,d rounds with %,d calls; %,d calls had no definite"
                                + " answer.",
                        shown.size(),
                        shown.stream().mapToInt(Evidence::wanted).sum(),
                        shown.stream().mapToInt(Evidence::operations).sum(),
                        shown.stream().mapToInt(Evidence::unknown).sum()));
        sure.add(
                String.format(
                        Locale.ROOT,
                        "In %,d of the %,d rounds with a race, the calls really met at the"
                                + " server.",
                        races.stream().mapToInt(Evidence::collided).sum(),
                        races.stream().mapToInt(Evidence::wanted).sum()));
        if (content.report().run().canary() != null) {
            sure.add(
                    "The canary, a knowingly racy counter, was "
                            + content.report().run().canary()
                            + " three-way races.");
        }
        if (!content.report().clauses().isEmpty()) {
            sure.add(power(content.proof()));
        }
        return sure;
    }

    /** What is known of the power of the built-in features; it says nothing of others. */
    private static String power(@Nullable Proof proof) {
        return proof == null
                ? "There is no measurement of how many planted defects are caught."
                : String.format(
                        Locale.ROOT,
                        "%d of %d planted defects are caught (%s with 95 %% confidence),"
                                + " with %d false alarms.",
                        proof.caught(),
                        proof.defects().size(),
                        Wilson.of(proof.caught(), proof.defects().size()).words(),
                        proof.falseAlarms());
    }

    private static List<Uncovered> uncovered(Report report) {
        List<Uncovered> all = new ArrayList<>();
        add(
                all,
                "Not offered by this target",
                report.promises().stream()
                        .filter(clause -> clause.standing() == Standing.NOT_OFFERED)
                        .toList());
        add(
                all,
                "Left out of this run",
                report.promises().stream()
                        .filter(clause -> clause.standing() == Standing.NOT_PLAYED)
                        .toList());
        add(
                all,
                "No example yet",
                report.promises().stream().filter(clause -> clause.examples().isEmpty()).toList());
        return all;
    }

    private static void add(List<Uncovered> all, String why, List<Clause> clauses) {
        if (!clauses.isEmpty()) {
            all.add(new Uncovered(why, clauses));
        }
    }
}
