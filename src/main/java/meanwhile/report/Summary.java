package meanwhile.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import meanwhile.check.Evidence;
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
                .append(escape(report.run().title()))
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
                .append("\n\n| clause | verdict | rounds | details |\n|---|---|---|---|\n");
        for (Clause clause : report.clauses()) {
            if (clause.standing() != Standing.NOT_SPECIFIED) {
                text.append(
                        "| %s | %s | %s | %s |%n"
                                .formatted(
                                        clause.id(),
                                        clause.standing().word(),
                                        rounds(clause),
                                        escape(said(report, clause, clause.sentence()))));
            }
        }
        return text.toString();
    }

    /** For a console: one line for each clause that was played, and the counts. */
    public static String plain(Report report) {
        StringBuilder text = new StringBuilder();
        for (Clause clause : report.clauses()) {
            if (clause.standing() != Standing.NOT_SPECIFIED) {
                text.append(
                        "  %-5s %-12s %-30s %s%n"
                                .formatted(
                                        clause.id(),
                                        clause.standing().word(),
                                        rounds(clause),
                                        shortened(said(report, clause, clause.rule()))));
            }
        }
        return text.append("  ").append(counts(report)).toString();
    }

    /** An acceptance comes first: it is why a contradiction does not count. */
    private static String said(Report report, Clause clause, String promise) {
        String acceptance = report.acceptance(clause);
        String reason = clause.reason() == null ? promise : clause.reason();
        return acceptance == null ? reason : acceptance + "; " + reason;
    }

    private static String counts(Report report) {
        return report.counts().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }

    /** What is not offered had no rounds that could have held. */
    private static String rounds(Clause clause) {
        List<Evidence> shown =
                clause.examples().stream()
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

    private static String shortened(String text) {
        return text.length() <= 90 ? text : text.substring(0, 89) + "…";
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replaceAll("\\R", " ");
    }
}
