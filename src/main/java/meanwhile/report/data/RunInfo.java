package meanwhile.report.data;

import java.time.Instant;
import java.util.List;
import meanwhile.check.PromiseMeanings;
import meanwhile.language.Promises;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a run as a whole.
 *
 * @param target the target's short name
 * @param title the target's name for people
 * @param planted defects that were planted on purpose; empty in a run that is meant
 * @param seed of all data that the run made up
 * @param started when it began
 * @param seconds how long it took
 * @param promises what the target was held to
 * @param canary how often a knowingly racy counter was caught, in words; null without one
 * @param meaning what the promises mean, with the target's figures
 * @param left what the run made and could not delete again, in words
 */
public record RunInfo(
        String target,
        String title,
        List<String> planted,
        long seed,
        Instant started,
        double seconds,
        Promises promises,
        @Nullable String canary,
        List<PromiseMeanings> meaning,
        List<String> left) {
    public RunInfo {
        planted = List.copyOf(planted);
        meaning = List.copyOf(meaning);
        left = List.copyOf(left);
    }

    /** Of a run that left nothing, against promises that need no explanation. */
    public RunInfo(
            String target,
            String title,
            List<String> planted,
            long seed,
            Instant started,
            double seconds,
            Promises promises,
            @Nullable String canary) {
        this(
                target, title, planted, seed, started, seconds, promises, canary, List.of(),
                List.of());
    }
}
