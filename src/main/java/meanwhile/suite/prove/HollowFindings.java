package meanwhile.suite.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meanwhile.check.Evidence;
import meanwhile.history.Call;
import meanwhile.proof.Trial;
import meanwhile.report.data.Report;

/** What the examples led to on a hollow server, and what was seen where they held. */
final class HollowFindings {
    private HollowFindings() {}

    static Trial.Hollow of(Report report) {
        Map<String, Integer> verdicts = new TreeMap<>();
        List<Trial.Held> held = new ArrayList<>();
        for (Report.Clause clause : report.clauses()) {
            for (Report.Example example : clause.examples()) {
                Evidence evidence = example.evidence();
                if (evidence != null) {
                    verdicts.merge(example.standing().word(), 1, Integer::sum);
                    if (example.standing() == Report.Standing.HOLDS) {
                        held.add(
                                new Trial.Held(clause.id(), example.text().name(), seen(evidence)));
                    }
                }
            }
        }
        return new Trial.Hollow(verdicts, held);
    }

    private static Map<String, Integer> seen(Evidence evidence) {
        Map<String, Integer> seen = new TreeMap<>();
        evidence.plays().stream()
                .flatMap(play -> play.history().stream())
                .filter(Call::accepted)
                .forEach(call -> seen.merge(call.operation().key(), 1, Integer::sum));
        return seen;
    }
}
