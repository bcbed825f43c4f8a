package meanwhile.report.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules that carry no clause of the specification: a team's own. An example outside of rules
 * stands for itself. Each rule has an id: the first of its tags that no other rule has, or else a
 * name made of the titles of its feature and itself.
 */
public final class OwnRules {
    /** Tags that say how an example is played. */
    private static final Set<String> MANNERS = Set.of("quiet", "alone", "throughout");

    private final Set<String> clauses = new LinkedHashSet<>();
    private final Set<String> reserved = new LinkedHashSet<>(MANNERS);
    private final Slugs slugs = new Slugs();
    private final Map<FeatureText, List<OwnRule>> rules = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    /**
     * A rule.
     *
     * @param title its title or, of an example that stands for itself, the example's name
     */
    public record OwnRule(
            String id, String title, String reason, List<FeatureText.Example> examples) {}

    /** Collects the own rules of these features. */
    public OwnRules(SpecificationText specification, List<FeatureText> features) {
        specification.clauses().forEach(clause -> clauses.add(clause.id()));
        specification.scenarios().forEach(scenario -> reserved.add(scenario.id()));
        Map<FeatureText, List<List<FeatureText.Example>>> written = new LinkedHashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (FeatureText feature : features) {
            List<List<FeatureText.Example>> own = ownOf(feature);
            written.put(feature, own);
            own.forEach(
                    examples ->
                            nameTags(examples).forEach(tag -> uses.merge(tag, 1, Integer::sum)));
        }
        clauses.forEach(slugs::reserve);
        uses.keySet().forEach(slugs::reserve);
        written.forEach((feature, own) -> own.forEach(examples -> add(feature, examples, uses)));
    }

    /** The examples of a feature that carry no clause, by rule. */
    private List<List<FeatureText.Example>> ownOf(FeatureText feature) {
        Map<Integer, List<FeatureText.Example>> byRule = new TreeMap<>();
        for (FeatureText.Example example : feature.examples()) {
            if (example.tags().stream().noneMatch(clauses::contains)) {
                byRule.computeIfAbsent(example.rule().line(), _ -> new ArrayList<>()).add(example);
            }
        }
        return List.copyOf(byRule.values());
    }

    /** The tags that may name the rule of these examples. */
    private Set<String> nameTags(List<FeatureText.Example> examples) {
        Set<String> tags = new LinkedHashSet<>(examples.getFirst().rule().tags());
        tags.removeAll(reserved);
        tags.removeAll(clauses);
        return tags;
    }

    private void add(
            FeatureText feature, List<FeatureText.Example> examples, Map<String, Integer> uses) {
        FeatureText.RuleText rule = examples.getFirst().rule();
        String title = rule.title().isEmpty() ? examples.getFirst().name() : rule.title();
        String id =
                nameTags(examples).stream()
                        .filter(tag -> uses.getOrDefault(tag, 0) == 1)
                        .findFirst()
                        .orElseGet(() -> slugs.unused(feature.title() + " " + title));
        rules.computeIfAbsent(feature, _ -> new ArrayList<>())
                .add(new OwnRule(id, title, rule.reason(), examples));
        examples.forEach(example -> ids.put(place(feature.path(), example.line()), id));
    }

    /** The own rules of each feature that has any. */
    Map<FeatureText, List<OwnRule>> byFeature() {
        return rules;
    }

    /** The ids of all own rules. */
    public List<String> ids() {
        return rules.values().stream().flatMap(List::stream).map(OwnRule::id).toList();
    }

    /**
     * The id of the own rule or the clause that an example illustrates; of several clauses the
     * first.
     */
    public String idOf(FeatureText feature, FeatureText.Example example) {
        String own = ids.get(place(feature.path(), example.line()));
        return own != null
                ? own
                : example.tags().stream().filter(clauses::contains).findFirst().orElse("");
    }

    static String place(String feature, int line) {
        return feature + ":" + line;
    }
}
