package meanwhile.suite.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meanwhile.language.Operation;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.SpecificationText;
import meanwhile.steps.RequiredOperations;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.run.FeatureFiles;
import meanwhile.target.Profile;

/**
 * Counts, for each clause, the examples that a target can run, and names the operations it lacks.
 */
public final class JudgeableClauses {
    private JudgeableClauses() {}

    /**
     * One clause.
     *
     * @param judged the number of its examples whose operations the target has
     * @param examples the number of its examples
     * @param missing the operations that the other examples need and the target lacks
     */
    public record Row(String clause, int judged, int examples, Set<String> missing) {}

    public static List<Row> clauses(OpenTarget target, List<OperationProbe.Row> tried) {
        Set<String> there = there(target.profile(), tried);
        FeatureFiles features = FeatureFiles.in(null);
        RequiredOperations needs = new RequiredOperations();
        List<Row> rows = new ArrayList<>();
        for (SpecificationText.Clause clause : FeatureFiles.specification().clauses()) {
            Set<String> missing = new TreeSet<>();
            int judged = 0;
            int examples = 0;
            for (FeatureText feature : features.features()) {
                for (FeatureText.Example example : feature.examples()) {
                    if (example.tags().contains(clause.id())) {
                        Set<String> lacking = needs(needs, example);
                        lacking.removeAll(there);
                        examples++;
                        judged += lacking.isEmpty() ? 1 : 0;
                        missing.addAll(lacking);
                    }
                }
            }
            rows.add(new Row(clause.id(), judged, examples, missing));
        }
        return rows;
    }

    /** Returns the operations that work, and those that are bound but were not tried. */
    private static Set<String> there(Profile profile, List<OperationProbe.Row> tried) {
        Set<String> there =
                tried.stream()
                        .filter(
                                row ->
                                        row.state() == OperationProbe.State.WORKS
                                                || row.state() == OperationProbe.State.NOT_TRIED)
                        .map(OperationProbe.Row::operation)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (profile.administrator() != null) {
            there.add(RequiredOperations.ADMINISTRATOR);
        }
        return there;
    }

    private static Set<String> needs(RequiredOperations needs, FeatureText.Example example) {
        Set<String> all =
                new TreeSet<>(
                        Set.of(
                                Operation.keyOf(Operation.SignUp.class),
                                Operation.keyOf(Operation.LogIn.class)));
        for (FeatureText.Step step : example.steps()) {
            all.addAll(needs.of(step.words(), step.rows()));
        }
        return all;
    }
}
