package meanwhile.report.data;

import java.time.Instant;
import java.util.List;
import meanwhile.check.PromiseMeanings;
import meanwhile.language.Promises;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a run as a whole.
 *
 * @param target the target's short name
 * @param title the target's name for people
 * @param planted the defects that were planted on purpose; empty in a normal run
 * @param seed the random seed of the run
 * @param started when it began
 * @param seconds how long it took
 * @param promises the promises against which the target was judged
 * @param canary how often a knowingly racy counter was caught, in words; null without one
 * @param meaning what the promises mean, with the target's figures
 * @param left what the run created and could not clean up, in words
 * @param unjudged what the target asked of others that is part of no verdict, in words
 * @param unmet the rows of a contract of which no call made use, with their places
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
        List<String> left,
        List<String> unjudged,
        List<String> unmet) {
    public RunInfo {
        planted = List.copyOf(planted);
        meaning = List.copyOf(meaning);
        left = List.copyOf(left);
        unjudged = List.copyOf(unjudged);
        unmet = List.copyOf(unmet);
    }

    /** A run that left nothing behind, with promises that need no explanation. */
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
                List.of(), List.of(), List.of());
    }
}
