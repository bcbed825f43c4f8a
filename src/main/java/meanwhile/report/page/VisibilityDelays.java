package meanwhile.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meanwhile.check.Evidence;
import meanwhile.check.Propagation;
import meanwhile.report.data.Report;
import org.jspecify.annotations.Nullable;

/**
 * Collects, from the examples about visibility, how long each kind of action took to become visible
 * to others.
 */
final class VisibilityDelays {
    /** The scenario whose examples have one member watch the actions of others. */
    private static final String SCENARIO = "D3";

    private VisibilityDelays() {}

    /** The delays of each kind of action. */
    static Map<String, List<Propagation.Delay>> byAction(Report report) {
        Map<String, List<Propagation.Delay>> delays = new TreeMap<>();
        for (Report.Clause clause : report.promises()) {
            if (clause.id().startsWith(SCENARIO + ".")) {
                clause.examples().forEach(example -> add(example.evidence(), delays));
            }
        }
        return delays;
    }

    /** All delays together, in milliseconds. */
    static List<Double> all(Report report) {
        return byAction(report).values().stream()
                .flatMap(List::stream)
                .map(delay -> delay.most() / 1e6)
                .toList();
    }

    private static void add(
            @Nullable Evidence evidence, Map<String, List<Propagation.Delay>> delays) {
        if (evidence != null) {
            for (Evidence.Play play : evidence.plays()) {
                for (Propagation.Delay delay : Propagation.delays(play.history())) {
                    delays.computeIfAbsent(delay.action(), _ -> new ArrayList<>()).add(delay);
                }
            }
        }
    }
}
