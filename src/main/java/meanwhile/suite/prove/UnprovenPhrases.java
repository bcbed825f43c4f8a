package meanwhile.suite.prove;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meanwhile.proof.Subject;
import meanwhile.report.data.FeatureText;
import meanwhile.steps.ThenPhrases;
import meanwhile.suite.run.ExampleSelection;

/**
 * Which Then phrases the examples of the specification say. One that passed unconditionally must
 * lose a catch: in some run it must be the only one that an example was contradicted by.
 */
public final class UnprovenPhrases {
    private final ThenPhrases thens = new ThenPhrases();
    private final Map<String, Set<String>> said = new LinkedHashMap<>();

    /** Of these features. */
    public UnprovenPhrases(List<FeatureText> features) {
        for (FeatureText feature : features) {
            feature.examples().forEach(one -> said.put(ExampleSelection.title(one), said(one)));
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

    /** All phrases that an example says and that can accuse. */
    public Set<String> phrases() {
        return said.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The examples, by clause and name, that a subject's clauses have and that say one of these.
     */
    Set<String> saying(Set<String> phrases, Subject subject) {
        return said.entrySet().stream()
                .filter(one -> subject.clauses().contains(one.getKey().split(" ", 2)[0]))
                .filter(one -> one.getValue().stream().anyMatch(phrases::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
