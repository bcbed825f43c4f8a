package meanwhile.suite.prove;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meanwhile.language.Domain;
import meanwhile.proof.Subject;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.OwnRules;
import meanwhile.steps.ThenPhrases;
import meanwhile.steps.Wording;
import meanwhile.suite.run.ExampleSelection;
import meanwhile.suite.run.FeatureFiles;

/**
 * The Then phrases that the examples of the specification use. Every phrase must be able to catch
 * something: a phrase is proven if in some run it was the only one that contradicted an example.
 */
public final class UnprovenPhrases {
    private final ThenPhrases thens = new ThenPhrases(Wording.of(Domain.NONE));
    private final Map<String, Set<String>> said = new LinkedHashMap<>();

    /** Collects the phrases of these features. */
    public UnprovenPhrases(List<FeatureText> features) {
        OwnRules own = new OwnRules(FeatureFiles.specification(), features);
        for (FeatureText feature : features) {
            feature.examples()
                    .forEach(one -> said.put(ExampleSelection.title(own, feature, one), said(one)));
        }
    }

    private Set<String> said(FeatureText.Example example) {
        Set<String> phrases = new HashSet<>();
        boolean then = false;
        for (FeatureText.Step step : example.steps()) {
            then =
                    switch (step.keyword().strip()) {
                        case "Then" -> true;
                        case "Given", "When" -> false;
                        default -> then;
                    };
            if (then && thens.canAccuse(step.words())) {
                phrases.add(thens.of(step.words()));
            }
        }
        return phrases;
    }

    /** All phrases that an example uses and that can contradict. */
    public Set<String> phrases() {
        return said.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The examples of a subject's clauses, by clause and name, that use one of these phrases. */
    Set<String> saying(Set<String> phrases, Subject subject) {
        return said.entrySet().stream()
                .filter(one -> subject.clauses().contains(one.getKey().split(" ", 2)[0]))
                .filter(one -> one.getValue().stream().anyMatch(phrases::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
