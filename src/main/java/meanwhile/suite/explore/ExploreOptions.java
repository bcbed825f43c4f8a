package meanwhile.suite.explore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;

/**
 * The options of an exploration.
 *
 * @param target a profile's name or file
 * @param against another one with which it is compared one after another; null for none
 * @param time how long to go on drawing
 * @param seed of the programs and of all data
 * @param actors how many act in a program at most
 * @param length how many things one of them does at most
 * @param reports the folder for what was found
 * @param keep the folder from which what was found before is played first, and to which it is added
 * @param defects planted in the embedded gallery
 * @param permitted whether a target on another machine may be tested
 */
public record ExploreOptions(
        String target,
        @Nullable String against,
        Duration time,
        long seed,
        int actors,
        int length,
        Path reports,
        Path keep,
        List<String> defects,
        boolean permitted) {
    private static final int MOST = 4;

    public ExploreOptions {
        requireBetween("--actors", actors, 2);
        requireBetween("--length", length, 1);
        defects = List.copyOf(defects);
    }

    /** Options for one target. */
    public ExploreOptions(
            String target,
            Duration time,
            long seed,
            int actors,
            int length,
            Path reports,
            Path keep,
            List<String> defects,
            boolean permitted) {
        this(target, null, time, seed, actors, length, reports, keep, defects, permitted);
    }

    private static void requireBetween(String option, int number, int least) {
        if (number < least || number > MOST) {
            throw new SetUpException(
                    "%s: %d does not fit; it must be between %d and %d"
                            .formatted(option, number, least, MOST));
        }
    }
}
