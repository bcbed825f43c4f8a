package meanwhile.history;

/**
 * Where a recorded history comes from: the first line of its file.
 *
 * @param target the profile's name
 * @param feature the feature file, relative to the features' folder
 * @param example the example's name
 * @param seed the run's seed
 */
public record HistoryHeader(String target, String feature, String example, long seed) {}
