package meanwhile.report.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import meanwhile.check.Evidence;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.report.data.Report;

/** The promises of the target, and the measurements of this run. */
public final class Measurements {
    /**
     * One promise.
     *
     * @param promised in words
     * @param median the median, in words
     * @param p95 the 95th percentile, in words
     * @param longest the longest, in words
     * @param count the number of measurements; if there are none, the words are empty
     * @param unanswered the number of calls without an answer
     */
    public record Line(
            String name,
            String promised,
            String median,
            String p95,
            String longest,
            long count,
            long unanswered) {}

    private Measurements() {}

    /** A line for each promise. */
    static List<Line> of(Report report) {
        Promises promises = report.run().promises();
        List<Double> answers = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        long unanswered = 0;
        for (Report.Clause clause : report.promises()) {
            for (Report.Example example : clause.examples()) {
                Evidence evidence = example.evidence();
                if (evidence != null) {
                    for (Evidence.Play play : evidence.plays()) {
                        collect(play.history().calls(), answers, ready);
                        unanswered += play.history().stream().filter(Measurements::inVain).count();
                    }
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        lines.add(line("Answers within", promises.answer(), answers, unanswered));
        lines.add(
                line(
                        "Others see it within",
                        promises.propagation(),
                        VisibilityDelays.all(report),
                        0));
        if (!report.clauses().isEmpty()) {
            lines.add(1, line("Images ready within", promises.processing(), ready, 0));
            lines.add(line("Counts follow within", promises.totals(), List.of(), 0));
        }
        return lines;
    }

    /**
     * Leaves out waiting for news, which takes as long as it should, and calls without an answer.
     * An image that was never seen in processing is left out, because it is unknown when it became
     * ready.
     */
    private static void collect(List<Call> calls, List<Double> answers, List<Double> ready) {
        Map<ImageId, Long> taken = new HashMap<>();
        Set<ImageId> watched = new HashSet<>();
        for (Call call : calls) {
            boolean answered =
                    call.phase() == Phase.WHEN
                            && !(call.operation() instanceof Operation.AwaitNews)
                            && !(call.outcome() instanceof Outcome.Unknown);
            if (answered) {
                answers.add(call.latency() / 1e6);
            }
            Answer.UploadTaken upload = call.answer(Answer.UploadTaken.class);
            if (upload != null) {
                taken.put(upload.id(), call.times().ended());
            }
            Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
            if (seen != null && seen.status() == ImageStatus.PROCESSING) {
                watched.add(seen.id());
            }
            if (seen != null && seen.status() == ImageStatus.READY) {
                Long since = taken.remove(seen.id());
                if (since != null && watched.contains(seen.id())) {
                    ready.add(Math.max(0, (call.times().ended() - since) / 1e6));
                }
            }
        }
    }

    private static boolean inVain(Call call) {
        return call.phase() == Phase.WHEN
                && call.outcome() instanceof Outcome.Unknown(Outcome.Cause cause, _)
                && cause != Outcome.Cause.BROKEN_OFF;
    }

    private static Line line(String name, Duration promised, List<Double> millis, long unanswered) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? new Line(name, words(promised), "", "", "", 0, unanswered)
                : new Line(
                        name,
                        words(promised),
                        millis(percentile(sorted, 0.5)),
                        millis(percentile(sorted, 0.95)),
                        millis(sorted[sorted.length - 1]),
                        sorted.length,
                        unanswered);
    }

    /** The value that this share of the sorted values does not exceed. */
    static double percentile(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** Milliseconds in words: "3.2 ms", "37 ms", "7.7 s". */
    public static String millis(double millis) {
        return millis >= 1000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000)
                : String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    private static String words(Duration duration) {
        if (duration.isZero()) {
            return "at once";
        }
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
