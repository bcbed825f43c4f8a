package meanwhile.report;

import java.time.Instant;
import java.util.List;
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
 */
public record Facts(
        String target,
        String title,
        List<String> planted,
        long seed,
        Instant started,
        double seconds,
        Promises promises,
        @Nullable String canary) {
    public Facts {
        planted = List.copyOf(planted);
    }
}
