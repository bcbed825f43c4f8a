package meanwhile.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import meanwhile.check.Evidence;
import meanwhile.check.Latency;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.report.chart.Axis;
import meanwhile.report.chart.Chart;
import meanwhile.report.data.Report;

/**
 * The crowds of one example: latency and number of answers, over time and for each kind of
 * operation. Latency counts from the planned arrival.
 *
 * @param clause the clause that the example illustrates
 * @param all the figures of each kind of operation
 * @param arrivals the number of planned arrivals
 * @param seconds from the first arrival to the last answer
 * @param late the delay of the latest arrival in milliseconds, which is this machine's own fault
 * @param operations the charts of each kind of operation
 */
public record CrowdPage(
        Report.Clause clause,
        Report.Example example,
        List<Latency.Figures> all,
        long arrivals,
        double seconds,
        double late,
        List<Operation> operations) {
    private static final int BINS = 40;

    /** The number of kinds of operations with charts: those with the most calls. */
    private static final int DRAWN = 6;

    /** One kind of operation. */
    public record Operation(String name, Chart latency, Chart rate) {}

    /** One slice of time; its middle, in seconds since the first arrival. */
    private record Bin(double middle, double seconds, History calls) {}

    /** Whether an example had a crowd. */
    public static boolean fits(Report.Example example) {
        Evidence evidence = example.evidence();
        return evidence != null && evidence.plays().stream().anyMatch(CrowdPage::crowded);
    }

    /** The page of the first crowd of an example. */
    public static CrowdPage of(Report.Clause clause, Report.Example example, Evidence evidence) {
        Evidence.Play play =
                evidence.plays().stream().filter(CrowdPage::crowded).findFirst().orElseThrow();
        History calls = play.history().in(Phase.WHEN);
        long from = calls.stream().mapToLong(CrowdPage::began).min().orElse(0);
        long to = calls.stream().mapToLong(call -> call.times().ended()).max().orElse(from + 1);
        List<Latency.Figures> figures =
                Latency.figures(calls).stream()
                        .sorted(Comparator.comparingLong(Latency.Figures::calls).reversed())
                        .toList();
        Map<String, List<Call>> kinds = new TreeMap<>();
        calls.stream()
                .forEach(
                        call ->
                                kinds.computeIfAbsent(
                                                call.operation().key(), _ -> new ArrayList<>())
                                        .add(call));
        return new CrowdPage(
                clause,
                example,
                figures,
                planned(calls).size(),
                (to - from) / 1e9,
                planned(calls).stream()
                                .mapToLong(call -> call.times().begun() - began(call))
                                .max()
                                .orElse(0)
                        / 1e6,
                figures.stream()
                        .limit(DRAWN)
                        .map(Latency.Figures::operation)
                        .map(
                                key ->
                                        operation(
                                                key,
                                                bins(kinds.getOrDefault(key, List.of()), from, to)))
                        .toList());
    }

    private static boolean crowded(Evidence.Play play) {
        return play.history().stream().anyMatch(call -> call.times().planned() != null);
    }

    private static List<Call> planned(History calls) {
        return calls.stream().filter(call -> call.times().planned() != null).toList();
    }

    private static long began(Call call) {
        Long planned = call.times().planned();
        return planned == null ? call.times().begun() : planned;
    }

    private static List<Bin> bins(List<Call> calls, long from, long to) {
        double width = Math.max(1, (to - from) / (double) BINS);
        List<List<Call>> sorted = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            sorted.add(new ArrayList<>());
        }
        for (Call call : calls) {
            sorted.get((int) Math.min(BINS - 1, (began(call) - from) / width)).add(call);
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            bins.add(new Bin((i + 0.5) * width / 1e9, width / 1e9, new History(sorted.get(i))));
        }
        return bins;
    }

    private static Operation operation(String key, List<Bin> bins) {
        String name = key.replace('-', ' ');
        return new Operation(name, latency(name, bins), rate(name, bins));
    }

    private static Chart latency(String name, List<Bin> bins) {
        List<Latency.Figures> figures = figures(bins);
        Axis x = across(bins);
        Axis y =
                Axis.powers(
                        figures.stream().mapToDouble(f -> millis(f.middle())).min().orElse(1),
                        figures.stream().mapToDouble(f -> millis(f.longest())).max().orElse(10));
        return new Chart(
                name + ": time until the answer in milliseconds, over seconds",
                x.marks(Axis::number),
                y.marks(Axis::number),
                List.of(
                        line("longest", 4, bins, x, y, f -> millis(f.longest())),
                        line("95th percentile", 2, bins, x, y, f -> millis(f.most())),
                        line("median", 1, bins, x, y, f -> millis(f.middle()))),
                List.of());
    }

    private static Chart rate(String name, List<Bin> bins) {
        double seconds = bins.getFirst().seconds();
        Axis x = across(bins);
        Axis y =
                Axis.up(
                        figures(bins).stream()
                                .mapToDouble(f -> f.calls() / seconds)
                                .max()
                                .orElse(1));
        return new Chart(
                name + ": answers per second, over seconds",
                x.marks(Axis::number),
                y.marks(Axis::number),
                List.of(
                        line("accepted", 1, bins, x, y, f -> f.accepted() / seconds),
                        line("refused", 2, bins, x, y, f -> f.refused() / seconds),
                        line("failed", 4, bins, x, y, f -> f.failed() / seconds)),
                List.of());
    }

    private static Axis across(List<Bin> bins) {
        return Axis.across(bins.getLast().middle() + bins.getLast().seconds() / 2);
    }

    private static List<Latency.Figures> figures(List<Bin> bins) {
        return bins.stream().flatMap(bin -> Latency.figures(bin.calls()).stream()).toList();
    }

    /** A line that is interrupted where there were no calls. */
    private static Chart.Series line(
            String name,
            int style,
            List<Bin> bins,
            Axis x,
            Axis y,
            ToDoubleFunction<Latency.Figures> value) {
        StringBuilder path = new StringBuilder();
        List<Chart.Dot> dots = new ArrayList<>();
        boolean broken = true;
        for (Bin bin : bins) {
            if (bin.calls().isEmpty()) {
                broken = true;
                continue;
            }
            double amount = value.applyAsDouble(Latency.figures(bin.calls()).getFirst());
            double height = y.at(amount);
            path.append(broken ? "M" : "L").append(x.at(bin.middle())).append(' ').append(height);
            dots.add(
                    new Chart.Dot(
                            x.at(bin.middle()),
                            height,
                            String.format(
                                    Locale.ROOT,
                                    "%s: %s after %.1f s",
                                    name,
                                    Axis.number(amount),
                                    bin.middle())));
            broken = false;
        }
        return new Chart.Series(name, style, path.toString(), dots);
    }

    private static double millis(long micros) {
        return micros / 1e3;
    }
}
