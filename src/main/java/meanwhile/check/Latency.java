package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import org.HdrHistogram.Histogram;

/**
 * Measures and compares latencies: counted from when a call should have begun, calls without an
 * answer included. Two crowds of equal size and pace are compared by their medians, because a busy
 * machine moves all other percentiles first.
 */
public final class Latency {
    private static final int DIGITS = 3;

    private Latency() {}

    /**
     * The figures of one kind of operation.
     *
     * @param operation its key
     * @param calls the number of calls
     * @param accepted the number of calls accepted
     * @param refused the number of calls refused
     * @param failed the number of calls without an answer, or with one that the contract does not
     *     allow
     * @param middle the median latency, in microseconds
     * @param most the 95th percentile, in microseconds
     * @param nearlyAll the 99th percentile, in microseconds
     * @param longest the longest latency, in microseconds
     */
    public record Figures(
            String operation,
            long calls,
            long accepted,
            long refused,
            long failed,
            long middle,
            long most,
            long nearlyAll,
            long longest) {}

    /** The figures of each kind of operation, by its key. */
    public static List<Figures> figures(History history) {
        Map<String, List<Call>> kinds = new TreeMap<>();
        for (Call call : history.calls()) {
            kinds.computeIfAbsent(call.operation().key(), _ -> new ArrayList<>()).add(call);
        }
        return kinds.entrySet().stream()
                .map(kind -> figures(kind.getKey(), kind.getValue()))
                .toList();
    }

    /**
     * Checks that the second crowd's median is within the promised factor of the first one's. If
     * the time was lost before the requests were sent, the verdict is undecided: either the senders
     * were too busy or the gallery was too slow to take their connections.
     *
     * @param first a quiet crowd
     * @param second a crowd of equal size and pace that differs in one thing
     */
    public static Verdict asQuick(History first, History second, Promises.Pressure promise) {
        if (first.isEmpty() || second.isEmpty()) {
            return new Verdict.Undecided("one of the two crowds did nothing to compare");
        }
        Call before = middle(first, Call::latency);
        Call after = middle(second, Call::latency);
        double allowed =
                Math.max(
                        before.latency() * promise.factor(),
                        (double) promise.unnoticed().toNanos());
        if (after.latency() <= allowed) {
            return Verdict.holds();
        }
        long answering = middle(second, Call::underWay).underWay();
        if (answering <= allowed) {
            return new Verdict.Undecided(
                    "half of the second crowd was answered within %.0f ms of asking, but %.0f ms after it should have asked"
                            .formatted(answering / 1e6, after.latency() / 1e6));
        }
        return Verdict.contradicted(
                "Expected the middle answer within %.0f ms, %.0f times as long as before at the most; it took %.0f ms"
                        .formatted(allowed / 1e6, promise.factor(), after.latency() / 1e6),
                List.of(before, after),
                "Half of the first crowd was answered in %.0f ms, and the second was no larger"
                        .formatted(before.latency() / 1e6));
    }

    /** Checks that each refused caller was told so at once, with the time to come back. */
    public static Verdict refusedAtOnce(History calls, Duration limit) {
        for (Call call : calls.calls()) {
            if (call.outcome() instanceof Outcome.Refused refused) {
                boolean late = call.underWay() > limit.toNanos();
                if (late || refused.retryAfter() == null) {
                    return Verdict.contradicted(
                            late
                                    ? "Expected the refusal within %d s"
                                            .formatted(limit.toSeconds())
                                    : "Expected to be told when to come back",
                            List.of(call),
                            "A caller who cannot be served must not be kept waiting");
                }
            }
        }
        return Verdict.holds();
    }

    private static Call middle(History history, ToLongFunction<Call> time) {
        List<Call> sorted = history.stream().sorted(Comparator.comparingLong(time)).toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Figures figures(String operation, List<Call> calls) {
        Histogram histogram = new Histogram(DIGITS);
        calls.forEach(call -> histogram.recordValue(Math.max(0, call.latency() / 1_000)));
        long accepted = calls.stream().filter(Call::accepted).count();
        long failed = calls.stream().filter(call -> !call.outcome().isDefinite()).count();
        return new Figures(
                operation,
                calls.size(),
                accepted,
                calls.size() - accepted - failed,
                failed,
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(95),
                histogram.getValueAtPercentile(99),
                histogram.getMaxValue());
    }
}
