package meanwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.report.data.Report;
import meanwhile.report.data.RunVerdict;
import org.junit.jupiter.api.Test;

/** A law that is found broken counts for the clause that promises it, wherever it was found. */
class AuditFindingsTest {
    private static final String LAW = "Everything adds up";

    @Test
    void aBrokenLawContradictsTheClauseThatPromisesIt() {
        Report report = report("R2.1", Verdict.contradicted("Expected 2, saw 1", List.of(), "So"));
        assertThat(clause(report, "R1.1").standing()).isEqualTo(Report.Standing.HOLDS);
        Report.Clause promised = clause(report, "R2.1");
        assertThat(promised.standing()).isEqualTo(Report.Standing.CONTRADICTED);
        assertThat(promised.reason()).isEqualTo("Expected 2, saw 1");
        assertThat(promised.shown())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.text().name()).startsWith(LAW).contains("“Number 0”");
                            assertThat(one.history())
                                    .isEqualTo(clause(report, "R1.1").examples().getFirst().slug());
                        });
        assertThat(report.verdict()).isEqualTo(RunVerdict.CONTRADICTED);
        assertThat(JUnitXml.of(report)).contains("failures=\"1\"", LAW);
        assertThat(SpecificationJson.of(report)).contains(LAW);
    }

    @Test
    void aLawThatIsKeptChangesNothing() {
        Report report = report("R2.1", Verdict.holds());
        assertThat(clause(report, "R2.1").standing()).isEqualTo(Report.Standing.NOT_SPECIFIED);
        assertThat(report.verdict()).isEqualTo(RunVerdict.HOLDS);
    }

    private static Report report(String promisedBy, Verdict verdict) {
        Evidence held = Specimens.evidence(Verdict.holds(), List.of());
        Evidence audited =
                new Evidence(
                        held.feature(),
                        held.line(),
                        held.races(),
                        held.wanted(),
                        held.plays(),
                        held.findings(),
                        List.of(),
                        List.of(new Evidence.LawFinding(promisedBy, LAW, Map.of(0, verdict))),
                        null,
                        held.took());
        return Specimens.edition(List.of(audited)).report();
    }

    private static Report.Clause clause(Report report, String id) {
        return report.clauses().stream()
                .filter(clause -> clause.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
