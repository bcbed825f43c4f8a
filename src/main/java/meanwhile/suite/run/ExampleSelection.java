package meanwhile.suite.run;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.OwnRules;
import meanwhile.steps.ExampleScheduler;
import meanwhile.steps.LookBack;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;

/** Selects the examples of a run, and knows their titles. */
public final class ExampleSelection {
    private final List<ExampleScheduler.Announced> examples;
    private final Map<String, String> titles;

    /**
     * Selects the examples that match the run's clauses and tags or, for a replay, the one example.
     *
     * @throws SetUpException if the tag expression is malformed
     */
    ExampleSelection(List<FeatureText> features, OwnRules own, RunOptions options) {
        examples = fitting(features, own, options);
        titles =
                features.stream()
                        .flatMap(
                                feature ->
                                        feature.examples().stream()
                                                .map(one -> titled(own, feature, one)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The selected examples, in the order of the features. */
    List<ExampleScheduler.Announced> examples() {
        return examples;
    }

    /** Clause or own rule, and name of the example at this line of this feature. */
    String title(String feature, int line) {
        return titles.getOrDefault(place(feature, line), feature);
    }

    /** Clause and name of the example at this place. */
    String title(String place) {
        return titles.getOrDefault(place, place);
    }

    /** The place of the example with that clause and name; null if it is not selected. */
    @Nullable String place(String title) {
        return places(title).stream()
                .filter(place -> title.equals(titles.get(place)))
                .findFirst()
                .orElse(null);
    }

    /**
     * The places that need not run any more once the example of that clause and name is
     * contradicted.
     */
    List<String> needless(RunOptions.End end, String title) {
        return switch (end) {
            case LAST, EXAMPLE_BY_EXAMPLE -> List.of();
            case CLAUSE_BY_CLAUSE -> places(title.split(" ", 2)[0] + " ");
            case FIRST -> places("");
        };
    }

    /** The places of the examples that are not among these. */
    List<String> placesBut(Set<String> wanted) {
        return places("").stream()
                .filter(place -> !wanted.contains(titles.getOrDefault(place, "")))
                .toList();
    }

    /** The places of the examples whose clause and name begin with this. */
    private List<String> places(String beginning) {
        return examples.stream()
                .map(ExampleScheduler.Announced::place)
                .filter(place -> titles.getOrDefault(place, "").startsWith(beginning))
                .toList();
    }

    static String place(String feature, int line) {
        return feature + ":" + line;
    }

    private static List<ExampleScheduler.Announced> fitting(
            List<FeatureText> features, OwnRules own, RunOptions options) {
        try {
            Expression expression = TagExpressionParser.parse(options.tags());
            return features.stream()
                    .flatMap(
                            feature ->
                                    feature.examples().stream()
                                            .filter(one -> isAsked(feature, one, own, options))
                                            .map(one -> announced(feature, one)))
                    .filter(example -> expression.evaluate(List.copyOf(example.tags())))
                    .toList();
        } catch (TagExpressionException malformed) {
            throw new SetUpException("--tags: " + malformed.getMessage());
        }
    }

    private static boolean isAsked(
            FeatureText feature, FeatureText.Example one, OwnRules own, RunOptions options) {
        Replay replay = options.replay();
        if (replay != null
                && !(feature.path().equals(replay.feature())
                        && one.name().equals(replay.example()))) {
            return false;
        }
        List<String> clauses = options.clauses();
        return clauses.isEmpty()
                || clauses.contains(own.idOf(feature, one))
                || one.tags().stream().anyMatch(clauses::contains);
    }

    private static ExampleScheduler.Announced announced(
            FeatureText feature, FeatureText.Example one) {
        return new ExampleScheduler.Announced(
                place(feature.path(), one.line()),
                one.tags().stream().map(tag -> "@" + tag).toList(),
                one.steps().stream().anyMatch(s -> LookBack.isAskedBy(s.words())));
    }

    private static Map.Entry<String, String> titled(
            OwnRules own, FeatureText feature, FeatureText.Example one) {
        return Map.entry(place(feature.path(), one.line()), title(own, feature, one));
    }

    /** The titles of all examples of these features. */
    public static List<String> titles(List<FeatureText> features, OwnRules own) {
        return features.stream()
                .flatMap(
                        feature -> feature.examples().stream().map(one -> title(own, feature, one)))
                .toList();
    }

    /** The name of an example behind the id of what it illustrates: a clause or an own rule. */
    public static String title(OwnRules own, FeatureText feature, FeatureText.Example one) {
        return own.idOf(feature, one) + " " + one.name();
    }
}
