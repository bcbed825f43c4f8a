package meanwhile.suite.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.language.Domain;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.SpecificationText;
import meanwhile.steps.ExampleNeeds;
import meanwhile.steps.Wording;
import meanwhile.suite.run.FeatureFiles;
import meanwhile.suite.run.Offer;

/** Counts, for each clause, the examples that a target can run, and names what it lacks. */
public final class JudgeableClauses {
    private JudgeableClauses() {}

    /**
     * One clause.
     *
     * @param judged the number of its examples for which the target has what they need
     * @param examples the number of its examples
     * @param missing what the other examples need and the target lacks
     */
    public record Row(String clause, int judged, int examples, Set<String> missing) {}

    /** The clauses of the built-in specification. */
    public static List<Row> clauses(Offer offer) {
        FeatureFiles features = FeatureFiles.in(null);
        ExampleNeeds needs = new ExampleNeeds(Wording.of(Domain.NONE));
        List<Row> rows = new ArrayList<>();
        for (SpecificationText.Clause clause : FeatureFiles.specification().clauses()) {
            Set<String> missing = new TreeSet<>();
            int judged = 0;
            int examples = 0;
            for (FeatureText feature : features.features()) {
                for (FeatureText.Example example : feature.examples()) {
                    if (example.tags().contains(clause.id())) {
                        List<String> lacking = offer.missing(needs, example);
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
}
