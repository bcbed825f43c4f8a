package meanwhile.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.check.Propagation;
import meanwhile.report.chart.Axis;
import meanwhile.report.chart.Chart;
import meanwhile.report.data.Report;
import org.jspecify.annotations.Nullable;

/**
 * How long it took until others saw an action, for each kind of action.
 *
 * @param actions a line for each kind
 * @param chart every single delay; null if nothing was measured
 * @param promised the promised delay in milliseconds
 */
public record VisibilityPage(List<Action> actions, @Nullable Chart chart, long promised) {
    /**
     * One kind of action, in milliseconds. A delay is known only within bounds; its upper bound is
     * the end of the first read that showed the action.
     *
     * @param count how many were measured
     * @param medianAtLeast the median of the lower bounds
     * @param median the median of the upper bounds
     * @param p95 the 95th percentile of the upper bounds
     */
    public record Action(
            String name,
            int count,
            double medianAtLeast,
            double median,
            double p95,
            double longest) {}

    /** The page of all delays that a run measured. */
    public static VisibilityPage of(Report report) {
        Map<String, List<Propagation.Delay>> delays = VisibilityDelays.byAction(report);
        List<Action> actions =
                delays.entrySet().stream().map(e -> action(e.getKey(), e.getValue())).toList();
        long promised = report.run().promises().propagation().toMillis();
        return new VisibilityPage(
                actions, actions.isEmpty() ? null : chart(delays, promised), promised);
    }

    private static Action action(String key, List<Propagation.Delay> delays) {
        double[] most = delays.stream().mapToDouble(d -> d.most() / 1e6).sorted().toArray();
        double[] least = delays.stream().mapToDouble(d -> d.least() / 1e6).sorted().toArray();
        return new Action(
                key.replace('-', ' '),
                most.length,
                Measurements.percentile(least, 0.5),
                Measurements.percentile(most, 0.5),
                Measurements.percentile(most, 0.95),
                most[most.length - 1]);
    }

    private static Chart chart(Map<String, List<Propagation.Delay>> delays, long promised) {
        double longest =
                delays.values().stream()
                        .flatMap(List::stream)
                        .mapToDouble(d -> d.most() / 1e6)
                        .max()
                        .orElse(1);
        double shortest =
                delays.values().stream()
                        .flatMap(List::stream)
                        .mapToDouble(d -> d.most() / 1e6)
                        .min()
                        .orElse(1);
        Axis y = Axis.powers(shortest, Math.max(longest, (double) promised));
        Axis x = Axis.across(delays.size());
        List<Chart.Mark> names = new ArrayList<>();
        List<Chart.Dot> dots = new ArrayList<>();
        delays.forEach(
                (key, many) -> {
                    double column = x.at(names.size() + 0.5);
                    names.add(new Chart.Mark(column, String.valueOf(names.size() + 1)));
                    for (int i = 0; i < many.size(); i++) {
                        double millis = many.get(i).most() / 1e6;
                        dots.add(
                                new Chart.Dot(
                                        column + (i % 5 - 2) * 4,
                                        y.at(millis),
                                        "%s: at most %.1f ms"
                                                .formatted(key.replace('-', ' '), millis)));
                    }
                });
        return new Chart(
                "Milliseconds until others saw it, one dot for each measurement, one column for"
                        + " each kind of action",
                names,
                y.marks(Axis::number),
                List.of(new Chart.Series("", 1, "", dots)),
                promised == 0
                        ? List.of()
                        : List.of(new Chart.Mark(y.at((double) promised), "promised")));
    }
}
