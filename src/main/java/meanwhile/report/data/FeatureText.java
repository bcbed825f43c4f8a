package meanwhile.report.data;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feature as it is written in its file.
 *
 * @param path relative to the features' folder
 * @param title its name
 * @param prose the lines below its name
 * @param examples in the order written
 * @param tags every tag, in the order written
 */
public record FeatureText(
        String path, String title, String prose, List<Example> examples, List<WrittenTag> tags) {

    /** A tag, without the at sign, and where it stands. */
    public record WrittenTag(String name, int line) {}

    /**
     * One example.
     *
     * @param line where it stands; of an outline, the line of the table's row
     * @param name its name
     * @param rule its rule
     * @param tags its own and inherited, without the at sign
     * @param steps with the tables that belong to them
     */
    public record Example(
            int line, String name, RuleText rule, List<String> tags, List<Step> steps) {
        private static final Pattern TOGETHER =
                Pattern.compile("at the same moment.*|meanwhile .*|\\d+ members arrive within .*");

        /** Whether it says that several things happen at once. */
        public boolean isAboutMeeting() {
            return steps.stream().anyMatch(step -> TOGETHER.matcher(step.words()).matches());
        }
    }

    /**
     * What an example illustrates.
     *
     * @param line where it stands
     * @param title its title; empty if the example belongs to no rule, and stands for itself
     * @param reason the lines below the title
     * @param tags the tags of the rule, or of an example that belongs to none, without the at sign
     */
    public record RuleText(int line, String title, String reason, List<String> tags) {}

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
        return new FeatureText(
                path,
                feature.getName(),
                prose(feature.getDescription()),
                examples,
                outline.tags.stream().sorted(Comparator.comparingInt(WrittenTag::line)).toList());
    }

    /** What Gherkin makes of a text. */
    static List<Envelope> envelopes(String path, String text) {
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
                            path + ": " + oneLine(envelope.getParseError().get().getMessage()));
                }
            }
            return envelopes;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    private static String prose(String description) {
        return oneLine(description.strip());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    private static List<String> names(List<Tag> tags) {
        return tags.stream().map(tag -> tag.getName().substring(1)).toList();
    }

    /** Where the parts of a feature stand, by their identifiers. */
    private static final class Outline {
        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, RuleText> rules = new HashMap<>();
        private final List<WrittenTag> tags = new ArrayList<>();
        private final Map<String, String> keywords = new HashMap<>();

        Outline(Feature feature) {
            add(feature.getTags());
            feature.getChildren()
                    .forEach(
                            child -> {
                                child.getBackground().ifPresent(b -> words(b.getSteps()));
                                child.getScenario()
                                        .ifPresent(scenario -> add(scenario, itself(scenario)));
                                child.getRule().ifPresent(this::add);
                            });
        }

        private void add(List<Tag> some) {
            for (Tag tag : some) {
                tags.add(
                        new WrittenTag(
                                tag.getName().substring(1),
                                tag.getLocation().getLine().intValue()));
            }
        }

        private static RuleText itself(Scenario scenario) {
            return new RuleText(
                    scenario.getLocation().getLine().intValue(), "", "", names(scenario.getTags()));
        }

        private void add(Rule rule) {
            add(rule.getTags());
            RuleText text =
                    new RuleText(
                            rule.getLocation().getLine().intValue(),
                            rule.getName(),
                            prose(rule.getDescription()),
                            names(rule.getTags()));
            rule.getChildren()
                    .forEach(
                            child -> {
                                child.getBackground().ifPresent(b -> words(b.getSteps()));
                                child.getScenario().ifPresent(scenario -> add(scenario, text));
                            });
        }

        private void add(Scenario scenario, RuleText rule) {
            add(scenario.getTags());
            scenario.getExamples().forEach(table -> add(table.getTags()));
            lines.put(scenario.getId(), scenario.getLocation().getLine().intValue());
            words(scenario.getSteps());
            rules.put(scenario.getId(), rule);
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
            return new Example(
                    lines.getOrDefault(ids.getLast(), 0),
                    pickle.getName(),
                    Objects.requireNonNull(
                            rules.get(ids.getFirst()), "every example was read before"),
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
