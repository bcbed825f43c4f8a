package meanwhile.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meanwhile.check.Evidence;
import meanwhile.report.data.ForeignText;
import meanwhile.report.data.LawLine;
import meanwhile.report.data.Report;
import meanwhile.report.data.Report.Clause;
import meanwhile.report.data.Report.Example;
import meanwhile.report.data.Report.Standing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The verdict of each clause and own rule for programs: {@code specification.json}, version 2. */
final class SpecificationJson {
    private static final int VERSION = 2;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record File(
            int version,
            String target,
            long seed,
            String started,
            double seconds,
            String verdict,
            Map<String, Long> counts,
            Map<String, Long> ruleCounts,
            List<ClauseLine> clauses,
            List<ClauseLine> rules,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DomainLaw> laws) {}

    /**
     * A law of the target's own domain.
     *
     * @param plays after how many plays of rounds it was judged
     */
    private record DomainLaw(String sentence, String verdict, int examples, int plays) {}

    private record ClauseLine(
            String id,
            String title,
            String feature,
            String rule,
            String verdict,
            @Nullable String reason,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String accepted,
            List<ExampleLine> examples) {}

    /**
     * An example.
     *
     * @param partial what was seen in some rounds only, a sentence each
     */
    private record ExampleLine(
            String name,
            String verdict,
            int rounds,
            int collided,
            int repeated,
            int contradictedRounds,
            Spread spreadMicros,
            int operations,
            int unknown,
            double seconds,
            List<String> partial,
            String evidence) {}

    private record Spread(long median, long max) {}

    private SpecificationJson() {}

    static String of(Report report) {
        return ForeignText.json(
                JSON.writeValueAsString(
                        new File(
                                VERSION,
                                report.run().target(),
                                report.run().seed(),
                                report.run().started().toString(),
                                rounded(report.run().seconds()),
                                report.verdict().word(),
                                words(report.counts()),
                                words(report.ruleCounts()),
                                lines(report, report.clauses().stream()),
                                lines(
                                        report,
                                        report.rules().stream()
                                                .filter(rule -> rule.standing().isPlayed())),
                                LawLine.of(report).stream()
                                        .map(
                                                law ->
                                                        new DomainLaw(
                                                                law.sentence(),
                                                                law.verdict().word(),
                                                                law.examples(),
                                                                law.plays()))
                                        .toList())));
    }

    private static Map<String, Long> words(Map<Standing, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach((standing, count) -> words.put(standing.word(), count));
        return words;
    }

    private static List<ClauseLine> lines(Report report, Stream<Clause> promises) {
        return promises.map(promise -> clause(report, promise)).toList();
    }

    private static ClauseLine clause(Report report, Clause clause) {
        return new ClauseLine(
                clause.id(),
                clause.sentence(),
                clause.feature(),
                clause.rule(),
                clause.standing().word(),
                clause.reason(),
                report.acceptance(clause),
                clause.shown().stream()
                        .filter(example -> example.evidence() != null)
                        .map(example -> example(example, example.evidence()))
                        .toList());
    }

    private static ExampleLine example(Example example, Evidence evidence) {
        return new ExampleLine(
                example.text().name(),
                example.standing().word(),
                evidence.wanted(),
                evidence.collided(),
                evidence.repeated(),
                evidence.contradicted(),
                spread(evidence),
                evidence.operations(),
                evidence.unknown(),
                rounded(evidence.took().toMillis() / 1000.0),
                evidence.partial(),
                "examples/" + example.slug() + ".html");
    }

    private static Spread spread(Evidence evidence) {
        long[] micros =
                evidence.plays().stream()
                        .filter(play -> play.collided() && play.collision().met())
                        .mapToLong(play -> play.collision().spreadNanos() / 1000)
                        .sorted()
                        .toArray();
        return micros.length == 0
                ? new Spread(0, 0)
                : new Spread(micros[micros.length / 2], micros[micros.length - 1]);
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }
}
