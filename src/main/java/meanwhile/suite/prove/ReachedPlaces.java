package meanwhile.suite.prove;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which places of the sound gallery each example reaches, as recorded by playing each one alone. An
 * example that never reaches a changed place cannot notice the change.
 *
 * @param places the names of all places
 * @param examples what each example reaches, by clause and name
 */
public record ReachedPlaces(List<String> places, Map<String, Reached> examples) {
    /** The file of the recording, among the resources. */
    public static final String FILE = "/proof/reached.json";

    public ReachedPlaces {
        places = List.copyOf(places);
        examples = new TreeMap<>(examples);
    }

    /**
     * What one example reaches.
     *
     * @param seconds it took
     * @param places their indices
     */
    public record Reached(double seconds, Set<Integer> places) {
        public Reached {
            places = Set.copyOf(places);
        }
    }

    /** The shipped recording. */
    public static ReachedPlaces shipped() {
        try (InputStream in = ReachedPlaces.class.getResourceAsStream(FILE)) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(in, FILE), ReachedPlaces.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }

    /** The examples that reach one of these places, quickest first. */
    List<String> reaching(Set<String> wanted) {
        Set<Integer> indices =
                wanted.stream()
                        .map(places::indexOf)
                        .filter(k -> k >= 0)
                        .collect(Collectors.toSet());
        return examples.entrySet().stream()
                .filter(one -> one.getValue().places().stream().anyMatch(indices::contains))
                .sorted(
                        Comparator.comparingDouble(
                                        (Map.Entry<String, Reached> one) ->
                                                one.getValue().seconds())
                                .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The examples that look back at the whole run; any fault may show there. */
    List<String> lookingBack() {
        return examples.keySet().stream().filter(title -> title.startsWith("X")).toList();
    }
}
