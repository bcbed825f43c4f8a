package meanwhile.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import meanwhile.check.Evidence;
import meanwhile.report.data.ForeignText;
import meanwhile.report.data.Report;
import meanwhile.report.data.Report.Clause;
import meanwhile.report.data.Report.Standing;

/** Summarizes the run on one screen, as Markdown and as plain text. */
public final class Summary {
    private Summary() {}

    /** For a CI job page. */
    static String markdown(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(ForeignText.markdown(report.run().title()))
                .append(": ")
                .append(report.verdict().word())
                .append("\n\n")
                .append(counts(report))
                .append(
                        String.format(
                                Locale.ROOT,
                                " in %.0f s; seed %d",
                                report.run().seconds(),
                                report.run().seed()))
                .append("\n\n| promise | verdict | rounds | details |\n|---|---|---|---|\n");
        for (Clause clause : report.promises()) {
            if (clause.standing().isPlayed()) {
                text.append(
                        "| %s | %s | %s | %s |%n"
                                .formatted(
                                        ForeignText.markdown(clause.id()),
                                        clause.standing().word(),
                                        rounds(clause),
                                        ForeignText.markdown(
                                                said(report, clause, clause.sentence()))));
            }
        }
        return text.toString();
    }

    /**
     * For a console: a line for each promise that was played.
     *
     * @param label its id, verdict and rounds
     * @param details why it does not hold, or what it promises
     */
    public record Line(String label, String details) {}

    /** The lines of all promises that were played. */
    public static List<Line> lines(Report report) {
        return report.promises().stream()
                .filter(clause -> clause.standing().isPlayed())
                .map(
                        clause ->
                                new Line(
                                        "  %-5s %-12s %-30s "
                                                .formatted(
                                                        clause.id(),
                                                        clause.standing().word(),
                                                        rounds(clause)),
                                        said(report, clause, clause.rule())))
                .toList();
    }

    /** An acceptance comes first: it is why a contradiction does not count. */
    private static String said(Report report, Clause clause, String promise) {
        String acceptance = report.acceptance(clause);
        String reason = clause.reason() == null ? promise : clause.reason();
        return acceptance == null ? reason : acceptance + "; " + reason;
    }

    /** How many promises have each verdict, in words. */
    public static String counts(Report report) {
        return report.allCounts().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }

    /** What is not offered had no rounds that could have held. */
    private static String rounds(Clause clause) {
        List<Evidence> shown =
                clause.shown().stream()
                        .filter(example -> example.standing() != Standing.NOT_OFFERED)
                        .map(Report.Example::evidence)
                        .filter(evidence -> evidence != null)
                        .toList();
        if (shown.isEmpty()) {
            return "";
        }
        int held = shown.stream().mapToInt(Evidence::held).sum();
        int wanted = shown.stream().mapToInt(Evidence::wanted).sum();
        int contradicted = shown.stream().mapToInt(Evidence::contradicted).sum();
        return Evidence.score(contradicted, held, wanted);
    }
}
