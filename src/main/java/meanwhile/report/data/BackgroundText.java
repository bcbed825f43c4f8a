package meanwhile.report.data;

import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a feature says in its backgrounds, even if it has no example. */
public final class BackgroundText {
    private BackgroundText() {}

    /**
     * The steps of all backgrounds of a feature, in the order written.
     *
     * @throws IllegalArgumentException if it is not a feature
     */
    public static List<FeatureText.Step> of(String path, String text) {
        List<FeatureText.Step> steps = new ArrayList<>();
        FeatureText.envelopes(path, text).stream()
                .map(Envelope::getGherkinDocument)
                .flatMap(Optional::stream)
                .flatMap(document -> document.getFeature().stream())
                .flatMap(BackgroundText::backgrounds)
                .forEach(background -> background.getSteps().forEach(step -> steps.add(of(step))));
        return steps;
    }

    private static Stream<Background> backgrounds(Feature feature) {
        return feature.getChildren().stream()
                .flatMap(
                        child ->
                                Stream.concat(
                                        child.getBackground().stream(),
                                        ofRules(child).map(Optional::stream).flatMap(b -> b)));
    }

    private static Stream<Optional<Background>> ofRules(FeatureChild child) {
        return child.getRule().stream()
                .flatMap(rule -> rule.getChildren().stream())
                .map(RuleChild::getBackground);
    }

    private static FeatureText.Step of(Step step) {
        List<List<String>> rows = new ArrayList<>();
        step.getDataTable()
                .ifPresent(
                        table ->
                                table.getRows()
                                        .forEach(
                                                row ->
                                                        rows.add(
                                                                row.getCells().stream()
                                                                        .map(
                                                                                cell ->
                                                                                        cell
                                                                                                .getValue())
                                                                        .toList())));
        return new FeatureText.Step(
                step.getLocation().getLine().intValue(), step.getKeyword(), step.getText(), rows);
    }
}
