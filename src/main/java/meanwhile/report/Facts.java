package meanwhile.report;

import java.time.Instant;
import java.util.Map;

/**
 * What is to be said of a run as a whole.
 *
 * @param target the target's short name
 * @param title the target's name for people
 * @param seed of all data that the run made up
 * @param started when it began
 * @param seconds how long it took
 * @param promises what the target was held to, in words
 */
public record Facts(
        String target,
        String title,
        long seed,
        Instant started,
        double seconds,
        Map<String, String> promises) {}
