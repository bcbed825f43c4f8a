package meanwhile.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import meanwhile.check.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a run as a whole.
 *
 * @param target the target's short name
 * @param title the target's name for people
 * @param seed of all data that the run made up
 * @param started when it began
 * @param seconds how long it took
 * @param promises what the target was held to, in words
 * @param canary how often a knowingly racy counter was caught, in words; null without one
 * @param meaning what the promises mean, with the target's figures
 * @param left what the run made and could not delete again, in words
 */
public record Facts(
        String target,
        String title,
        long seed,
        Instant started,
        double seconds,
        Map<String, String> promises,
        @Nullable String canary,
        List<Meaning> meaning,
        List<String> left) {
    public Facts {
        meaning = List.copyOf(meaning);
        left = List.copyOf(left);
    }

    /** Of a run that left nothing, against promises that need no explanation. */
    public Facts(
            String target,
            String title,
            long seed,
            Instant started,
            double seconds,
            Map<String, String> promises,
            @Nullable String canary) {
        this(target, title, seed, started, seconds, promises, canary, List.of(), List.of());
    }
}
