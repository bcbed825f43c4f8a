package meanwhile.suite.prove;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meanwhile.reference.mutation.Mutants;
import meanwhile.reference.mutation.Statement;
import meanwhile.reference.mutation.StatementRecorder;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.OwnRules;
import meanwhile.suite.run.ExampleSelection;
import meanwhile.suite.run.FeatureFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records, by playing each example alone, which statements the sound gallery executes and which of
 * its places each example reaches. Mutants are made of what it writes.
 */
public final class PlaceRecording {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlaceRecording() {}

    /**
     * Plays each example of these features and writes two files.
     *
     * @param resources the folder of the resources
     * @throws IOException if they cannot be written
     */
    public static void write(List<FeatureText> features, Path resources, PrintStream out)
            throws IOException {
        OwnRules own = new OwnRules(FeatureFiles.specification(), features);
        List<String> titles = ExampleSelection.titles(features, own).stream().sorted().toList();
        Map<String, Set<String>> reached = new TreeMap<>();
        Map<String, Double> seconds = new TreeMap<>();
        try (TrialRunner runner = TrialRunner.open()) {
            for (String title : titles) {
                long start = System.nanoTime();
                reached.put(title, runner.reached(title));
                seconds.put(title, Math.round((System.nanoTime() - start) / 1e8) / 10.0);
                out.printf(
                        "  [%d/%d] %s: %d places%n",
                        reached.size(), titles.size(), title, reached.get(title).size());
            }
        }
        file(resources, ReachedPlaces.FILE, places(reached, seconds));
        file(resources, Mutants.STATEMENTS, statements());
    }

    private static void file(Path resources, String name, String text) throws IOException {
        Files.writeString(resources.resolve(name.substring(1)), text);
    }

    private static String statements() {
        List<Statement> all = StatementRecorder.statements();
        return all.stream()
                .map(JSON::writeValueAsString)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String places(Map<String, Set<String>> reached, Map<String, Double> seconds) {
        List<String> places =
                reached.values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .toList();
        List<String> lines = new ArrayList<>();
        reached.forEach(
                (title, some) ->
                        lines.add(
                                "%s:{\"seconds\":%s,\"places\":%s}"
                                        .formatted(
                                                JSON.writeValueAsString(title),
                                                seconds.get(title),
                                                some.stream()
                                                        .map(places::indexOf)
                                                        .sorted()
                                                        .map(String::valueOf)
                                                        .collect(
                                                                Collectors.joining(
                                                                        ",", "[", "]")))));
        String names =
                places.stream()
                        .map(JSON::writeValueAsString)
                        .collect(Collectors.joining(",\n", "[\n", "\n]"));
        return "{\"places\":%s,\n\"examples\":{\n%s\n}}\n"
                .formatted(names, String.join(",\n", lines));
    }
}
