package meanwhile.suite.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Domain;
import meanwhile.proof.Trial;
import meanwhile.report.data.Report;
import meanwhile.steps.ThenPhrases;
import meanwhile.steps.Wording;
import org.jspecify.annotations.Nullable;

/** Finds the contradicted examples of a trial in its report. */
final class TrialCatches {
    private final ThenPhrases thens = new ThenPhrases(Wording.of(Domain.NONE));

    /**
     * The contradicted examples.
     *
     * @param explained whether each says why it was contradicted
     */
    List<Trial.Catch> in(Report report, boolean explained) {
        List<Trial.Catch> catches = new ArrayList<>();
        for (Report.Clause clause : report.clauses()) {
            for (Report.Example example : clause.shown()) {
                Evidence evidence = example.evidence();
                if (evidence != null && example.standing() == Report.Standing.CONTRADICTED) {
                    catches.add(caught(clause, example, evidence, explained));
                }
            }
        }
        return catches;
    }

    private Trial.Catch caught(
            Report.Clause clause, Report.Example example, Evidence evidence, boolean explained) {
        return new Trial.Catch(
                clause.id(),
                example.text().name(),
                Math.round(evidence.took().toMillis() / 100.0) / 10.0,
                clause.found().contains(example) ? List.of() : phrases(evidence),
                explained ? why(evidence) : null);
    }

    /** The Then phrases that were contradicted; a law is none. */
    private List<String> phrases(Evidence evidence) {
        return evidence.findings().stream()
                .filter(TrialCatches::contradicts)
                .map(finding -> thens.of(finding.question()))
                .distinct()
                .toList();
    }

    /** The first counterexample and its calls, with their times in milliseconds. */
    private static @Nullable String why(Evidence evidence) {
        return evidence.findings().stream()
                .flatMap(finding -> finding.verdicts().stream())
                .filter(Verdict.Contradicted.class::isInstance)
                .map(verdict -> why(((Verdict.Contradicted) verdict).why()))
                .findFirst()
                .orElse(null);
    }

    private static String why(CounterExample against) {
        return "%s. %s".formatted(against.expected(), against.conclusion())
                + against.calls().stream().map(TrialCatches::told).collect(Collectors.joining());
    }

    private static String told(Call call) {
        return ". %s: %s from %d to %d"
                .formatted(
                        call.actor(),
                        call.operation().key(),
                        call.times().begun() / 1_000_000,
                        call.times().ended() / 1_000_000);
    }

    private static boolean contradicts(Evidence.Finding finding) {
        return finding.verdicts().stream().anyMatch(Verdict.Contradicted.class::isInstance);
    }
}
