package meanwhile.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/**
 * Checks that a crowd behaved like people: a few images draw most of the visits, and the visits
 * overlap.
 */
public final class WorkloadMix {
    /** With ten images, each draws a tenth if all are equally popular. */
    private static final double SKEWED = 1.5;

    private WorkloadMix() {}

    /** Checks that the most popular image drew clearly more than its even share of the visits. */
    public static Verdict skewed(History visits) {
        Map<ImageId, Integer> counts = new HashMap<>();
        for (Call call : visits.of(Operation.ReadImage.class).calls()) {
            if (call.operation() instanceof Operation.ReadImage(ImageId image)) {
                counts.merge(image, 1, Integer::sum);
            }
        }
        List<Integer> sorted = counts.values().stream().sorted(Comparator.reverseOrder()).toList();
        int all = sorted.stream().mapToInt(Integer::intValue).sum();
        boolean enough =
                !sorted.isEmpty() && sorted.getFirst() > SKEWED * all / (double) sorted.size();
        return enough
                ? Verdict.holds()
                : new Verdict.Undecided("the crowd did not favour any image: " + sorted);
    }

    /** Checks that at some moment at least this many members were in the middle of their visit. */
    public static Verdict overlap(History visits, int members) {
        Map<String, long[]> spans = new HashMap<>();
        for (Call call : visits.calls()) {
            long[] span =
                    spans.computeIfAbsent(
                            call.actor().member(), _ -> new long[] {Long.MAX_VALUE, 0});
            span[0] = Math.min(span[0], call.times().begun());
            span[1] = Math.max(span[1], call.times().ended());
        }
        int most = 0;
        for (long[] moment : spans.values()) {
            Set<String> present = new HashSet<>();
            spans.forEach(
                    (member, span) -> {
                        if (span[0] <= moment[0] && moment[0] <= span[1]) {
                            present.add(member);
                        }
                    });
            most = Math.max(most, present.size());
        }
        return most >= members
                ? Verdict.holds()
                : new Verdict.Undecided(
                        "at no moment were more than %d members there".formatted(most));
    }
}
