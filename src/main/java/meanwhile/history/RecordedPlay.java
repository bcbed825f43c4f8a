package meanwhile.history;

import java.util.Map;

/**
 * One play of a round, as recorded in a history file.
 *
 * @param round which round, from 1
 * @param attempt which play of the round, from 1
 * @param collided whether the calls of its race really met
 * @param names the feature's names by identifier
 * @param history its calls
 */
public record RecordedPlay(
        int round, int attempt, boolean collided, Map<String, String> names, History history) {
    public RecordedPlay {
        names = Map.copyOf(names);
    }
}
