package meanwhile.report.data;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feature as it is written in its file.
 *
 * @param path relative to the features' folder
 * @param title its name
 * @param prose the lines below its name
 * @param examples in the order written
 */
public record FeatureText(String path, String title, String prose, List<Example> examples) {

    /**
     * One example.
     *
     * @param line where it stands; of an outline, the line of the table's row
     * @param name its name
     * @param rule the title of its rule; empty if it has none
     * @param reason the lines below the rule's title
     * @param tags its own and inherited, without the at sign
     * @param steps with the tables that belong to them
     */
    public record Example(
            int line,
            String name,
            String rule,
            String reason,
            List<String> tags,
            List<Step> steps) {}

    /**
     * A step.
     *
     * @param line where it stands
     * @param keyword "Given ", "When ", "And "
     * @param words what it says
     * @param rows the rows of its table; empty if it has none
     */
    public record Step(int line, String keyword, String words, List<List<String>> rows) {}

    /**
     * Reads a feature; null if it holds none.
     *
     * @throws IllegalArgumentException if it is not a feature
     */
    public static @Nullable FeatureText parse(String path, String text) {
        List<Envelope> envelopes = envelopes(path, text);
        Feature feature =
                envelopes.stream()
                        .map(Envelope::getGherkinDocument)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .flatMap(document -> document.getFeature())
                        .orElse(null);
        if (feature == null) {
            return null;
        }
        Outline outline = new Outline(feature);
        List<Example> examples =
                envelopes.stream()
                        .map(Envelope::getPickle)
                        .flatMap(Optional::stream)
                        .map(outline::example)
                        .toList();
        return new FeatureText(path, feature.getName(), prose(feature.getDescription()), examples);
    }

    private static List<Envelope> envelopes(String path, String text) {
        try {
            List<Envelope> envelopes =
                    GherkinParser.builder()
                            .includeSource(false)
                            .build()
                            .parse(
                                    path,
                                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                            .toList();
            for (Envelope envelope : envelopes) {
                if (envelope.getParseError().isPresent()) {
                    throw new IllegalArgumentException(
                            path + ": " + envelope.getParseError().get().getMessage());
                }
            }
            return envelopes;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    private static String prose(String description) {
        return description.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Where the parts of a feature stand, by their identifiers. */
    private static final class Outline {
        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, Rule> rules = new HashMap<>();
        private final Map<String, String> keywords = new HashMap<>();

        Outline(Feature feature) {
            feature.getChildren()
                    .forEach(
                            child -> {
                                child.getBackground().ifPresent(b -> words(b.getSteps()));
                                child.getScenario().ifPresent(scenario -> add(scenario, null));
                                child.getRule().ifPresent(this::add);
                            });
        }

        private void add(Rule rule) {
            rule.getChildren()
                    .forEach(
                            child -> {
                                child.getBackground().ifPresent(b -> words(b.getSteps()));
                                child.getScenario().ifPresent(scenario -> add(scenario, rule));
                            });
        }

        private void add(Scenario scenario, @Nullable Rule rule) {
            lines.put(scenario.getId(), scenario.getLocation().getLine().intValue());
            words(scenario.getSteps());
            if (rule != null) {
                rules.put(scenario.getId(), rule);
            }
            scenario.getExamples()
                    .forEach(
                            table ->
                                    table.getTableBody()
                                            .forEach(
                                                    row ->
                                                            lines.put(
                                                                    row.getId(),
                                                                    row.getLocation()
                                                                            .getLine()
                                                                            .intValue())));
        }

        private void words(List<io.cucumber.messages.types.Step> steps) {
            for (io.cucumber.messages.types.Step step : steps) {
                keywords.put(step.getId(), step.getKeyword());
                lines.put(step.getId(), step.getLocation().getLine().intValue());
            }
        }

        Example example(Pickle pickle) {
            List<String> ids = pickle.getAstNodeIds();
            Rule rule = rules.get(ids.getFirst());
            return new Example(
                    lines.getOrDefault(ids.getLast(), 0),
                    pickle.getName(),
                    rule == null ? "" : rule.getName(),
                    rule == null ? "" : prose(rule.getDescription()),
                    pickle.getTags().stream()
                            .map(PickleTag::getName)
                            .map(t -> t.substring(1))
                            .toList(),
                    pickle.getSteps().stream().map(this::step).toList());
        }

        private Step step(PickleStep step) {
            List<List<String>> rows = new ArrayList<>();
            step.getArgument()
                    .flatMap(argument -> argument.getDataTable())
                    .ifPresent(
                            table ->
                                    table.getRows()
                                            .forEach(
                                                    row ->
                                                            rows.add(
                                                                    row.getCells().stream()
                                                                            .map(c -> c.getValue())
                                                                            .toList())));
            String id = step.getAstNodeIds().getFirst();
            return new Step(
                    lines.getOrDefault(id, 0), keywords.getOrDefault(id, ""), step.getText(), rows);
        }
    }
}
