package meanwhile.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.suite.setup.SetUpException;

/**
 * An example to play again, as the history of a report tells it.
 *
 * @param target on which it was played
 * @param feature the feature file, relative to the features' folder
 * @param example its name
 * @param seed of the run in which it was played
 */
public record Replay(String target, String feature, String example, long seed) {
    /**
     * Reads what was played from a report's history.
     *
     * @throws SetUpException if it is none
     */
    public static Replay of(Path history) {
        try {
            HistoryHeader header = HistoryFile.read(history).header();
            return new Replay(header.target(), header.feature(), header.example(), header.seed());
        } catch (IOException unreadable) {
            throw new SetUpException(
                    "--replay: %s is no history that can be read, like those in reports/histories (%s)"
                            .formatted(history, unreadable.getMessage()));
        }
    }
}
