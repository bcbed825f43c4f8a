package meanwhile.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.suite.setup.SetUpException;

/**
 * An example to repeat, as a report's history describes it.
 *
 * @param target the target of that run
 * @param feature the feature file, relative to the features' folder
 * @param example its name
 * @param seed the seed of that run
 */
public record Replay(String target, String feature, String example, long seed) {
    /**
     * Reads the description from a report's history.
     *
     * @throws SetUpException if the file is no such history
     */
    public static Replay of(Path history) {
        try {
            HistoryHeader header = HistoryFile.read(history).header();
            return new Replay(header.target(), header.feature(), header.example(), header.seed());
        } catch (IOException unreadable) {
            throw new SetUpException(
                    "--replay: %s is not a readable history, like those in reports/histories (%s)"
                            .formatted(history, unreadable.getMessage()));
        }
    }
}
