package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meanwhile.history.Call;
import meanwhile.history.CallDescription;
import meanwhile.language.Naming;

/**
 * Shows by a few calls that no legal order explains a history.
 *
 * @param expected what was expected and what was seen: "Expected 3 votes up, saw 2"
 * @param calls the fewest calls that show it, in the order in which they began
 * @param conclusion why no order explains them
 */
public record CounterExample(String expected, List<Call> calls, String conclusion) {
    public CounterExample {
        calls =
                calls.stream()
                        .distinct()
                        .sorted(Comparator.comparingLong(call -> call.times().begun()))
                        .toList();
    }

    /** All these calls in one list. */
    public static List<Call> join(Collection<Call> some, Collection<Call> others) {
        List<Call> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * The story, one sentence per line, in the feature's own names; times count from the first
     * call.
     */
    public List<String> story(Naming naming) {
        long origin = calls.isEmpty() ? 0 : calls.getFirst().times().begun();
        return IntStream.range(0, calls.size())
                .mapToObj(
                        i ->
                                "%s: %s."
                                        .formatted(
                                                clock(calls.get(i), origin),
                                                CallDescription.of(calls.get(i), naming)))
                .toList();
    }

    /** The whole story as one text, for a failure message. */
    public String told(Naming naming) {
        return expected
                + ".\n"
                + story(naming).stream().map(line -> "  " + line).collect(Collectors.joining("\n"))
                + "\n"
                + conclusion
                + ".";
    }

    private static String clock(Call call, long origin) {
        long begun = call.times().begun() - origin;
        long ended = call.times().ended() - origin;
        return ended < Duration.ofSeconds(1).toNanos()
                ? "%.1f–%.1f ms".formatted(begun / 1e6, ended / 1e6)
                : CallDescription.moment(begun) + " to " + CallDescription.moment(ended);
    }
}
