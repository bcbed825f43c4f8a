package meanwhile.report.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.proof.Proof;
import meanwhile.proof.Wilson;
import meanwhile.report.data.Report;
import org.jspecify.annotations.Nullable;

/**
 * The results for planted defects, decoys and mutants.
 *
 * @param proof null if nothing was measured
 * @param clauses the columns of the matrix: every clause that breaks or catches anything
 * @param unproven clauses of the specification that have caught no planted defect yet
 */
public record PowerPage(@Nullable Proof proof, List<String> clauses, List<Report.Clause> unproven) {

    /** The verdicts of examples, in the order of their columns. */
    public static final List<String> VERDICTS =
            List.of("holds", "contradicted", "undecided", "not offered");

    /** The page of a proof, or of its absence. */
    public static PowerPage of(Report report, @Nullable Proof proof) {
        if (proof == null) {
            return new PowerPage(null, List.of(), List.of());
        }
        List<String> order = report.clauses().stream().map(Report.Clause::id).toList();
        List<String> caught =
                proof.defects().stream()
                        .flatMap(
                                defect ->
                                        Stream.concat(
                                                defect.breaks().stream(),
                                                defect.caughtBy().keySet().stream()))
                        .distinct()
                        .sorted(
                                java.util.Comparator.comparingInt(
                                        (String id) ->
                                                order.contains(id)
                                                        ? order.indexOf(id)
                                                        : Integer.MAX_VALUE))
                        .toList();
        return new PowerPage(
                proof,
                caught,
                report.clauses().stream().filter(clause -> !catches(clause.id(), proof)).toList());
    }

    private static boolean catches(String clause, Proof proof) {
        return proof.defects().stream()
                .anyMatch(defect -> defect.caughtBy().getOrDefault(clause, 0) > 0);
    }

    /** When measuring began, and how long it took in total. */
    public String measured() {
        if (proof == null) {
            return "";
        }
        String since = proof.started().isEmpty() ? "" : " since " + proof.started();
        return "Measured%s, in %.1f hours of trials.".formatted(since, proof.seconds() / 3600);
    }

    /** How often a defect was caught, with its interval. */
    public String rate(Proof.Defect defect) {
        return "%d of %d, %s"
                .formatted(
                        defect.catches(),
                        defect.runs(),
                        Wilson.of(defect.catches(), defect.runs()).words());
    }

    /** The number of runs of all defects that caught them, with the interval. */
    public String detection() {
        List<Proof.Defect> defects = proof == null ? List.of() : proof.defects();
        int catches = defects.stream().mapToInt(Proof.Defect::catches).sum();
        int runs = defects.stream().mapToInt(Proof.Defect::runs).sum();
        return "%,d of %,d (%s)".formatted(catches, runs, Wilson.of(catches, runs).words());
    }

    /** A number with its thousands separated. */
    public String count(int number) {
        return "%,d".formatted(number);
    }

    /** How many of the noticeable mutants were noticed, with the interval. */
    public String noticed(Proof.Mutation mutation) {
        return "%,d of %,d (%s)"
                .formatted(
                        mutation.noticedByRun(),
                        mutation.noticeable(),
                        Wilson.of(mutation.noticedByRun(), mutation.noticeable()).words());
    }

    /** How often a race was caught with windows of other widths. */
    public String widths(Proof.Defect defect) {
        return defect.widths().stream()
                .map(
                        width ->
                                "%d of %d at %s"
                                        .formatted(width.catches(), width.runs(), wide(width)))
                .collect(Collectors.joining(", "));
    }

    private static String wide(Proof.Width width) {
        return width.micros() % 1_000 == 0
                ? width.micros() / 1_000 + "\u00a0ms"
                : width.micros() + "\u00a0µs";
    }

    /** False alarms over all rules' runs against a sound gallery, with their interval. */
    public String soundly(Proof.SoundRuns sound) {
        return "%d in %,d judgements of a rule (%s), %d of them undecided, in %d runs, %d of them with all processors busy"
                .formatted(
                        sound.alarms(),
                        sound.ruleRuns(),
                        Wilson.of(sound.alarms(), sound.ruleRuns()).words(),
                        sound.undecided(),
                        sound.runs(),
                        sound.loadedRuns());
    }

    /**
     * The number of runs in which a clause caught a defect; empty if it neither did nor was meant
     * to.
     */
    public String cell(Proof.Defect defect, String clause) {
        Integer catches = defect.caughtBy().get(clause);
        if (catches != null && catches > 0) {
            return String.valueOf(catches);
        }
        return defect.breaks().contains(clause) ? "0" : "";
    }
}
