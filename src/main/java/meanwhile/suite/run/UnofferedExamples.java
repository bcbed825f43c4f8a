package meanwhile.suite.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meanwhile.report.data.FeatureText;
import meanwhile.steps.ExampleNeeds;
import meanwhile.steps.Wording;

/**
 * The examples that a target does not offer, as far as that is known before anything is played.
 *
 * @param examples the number of all examples
 * @param unoffered the number of those that cannot be played
 * @param groups what they need, the most frequent first
 */
public record UnofferedExamples(int examples, int unoffered, List<Group> groups) {
    /** So many groups fit into a line. */
    private static final int SHOWN = 5;

    private static final Pattern CLAUSE = Pattern.compile("X\\d|[A-Z]\\d\\.\\d");

    /**
     * One need.
     *
     * @param missing what is missing, in a few words
     * @param rules the number of examples that need it, by clause or rule
     */
    public record Group(String missing, Map<String, Integer> rules) {
        /** The number of examples that need it. */
        public int examples() {
            return rules.values().stream().mapToInt(number -> number).sum();
        }

        @Override
        public String toString() {
            return "%s: %d (%s)"
                    .formatted(
                            missing,
                            examples(),
                            rules.entrySet().stream()
                                    .map(rule -> rule.getKey() + " × " + rule.getValue())
                                    .collect(Collectors.joining(", ")));
        }
    }

    /**
     * Compares what examples need with what a target offers.
     *
     * @param counts whether the example at this place counts
     * @param wording what they may say
     */
    public static UnofferedExamples of(
            List<FeatureText> features, Predicate<String> counts, Offer offer, Wording wording) {
        ExampleNeeds needs = new ExampleNeeds(wording);
        Map<String, Map<String, Integer>> rules = new TreeMap<>();
        int examples = 0;
        int unoffered = 0;
        for (FeatureText feature : features) {
            for (FeatureText.Example example : feature.examples()) {
                if (!counts.test(ExampleSelection.place(feature.path(), example.line()))) {
                    continue;
                }
                List<String> missing = offer.missing(needs, example);
                examples++;
                unoffered += missing.isEmpty() ? 0 : 1;
                for (String one : missing) {
                    rules.computeIfAbsent(one, _ -> new TreeMap<>())
                            .merge(rule(feature, example), 1, Integer::sum);
                }
            }
        }
        List<Group> groups = new ArrayList<>();
        rules.forEach((missing, by) -> groups.add(new Group(missing, by)));
        groups.sort(Comparator.comparingInt(group -> -group.examples()));
        return new UnofferedExamples(examples, unoffered, groups);
    }

    /** The clause of an example, or its rule, or where it stands. */
    private static String rule(FeatureText feature, FeatureText.Example example) {
        return example.tags().stream()
                .filter(tag -> CLAUSE.matcher(tag).matches())
                .reduce((_, own) -> own)
                .orElse(
                        example.rule().title().isEmpty()
                                ? feature.path()
                                : "“" + example.rule().title() + "”");
    }

    /** The same in a sentence. */
    public String sentence() {
        String most =
                groups.stream()
                        .limit(SHOWN)
                        .map(group -> "%s (%d)".formatted(group.missing(), group.examples()))
                        .collect(Collectors.joining(", "));
        int more = groups.size() - SHOWN;
        return "%d of %d examples are not offered by this target. Needed: %s%s"
                .formatted(
                        unoffered,
                        examples,
                        most,
                        more > 0 ? " and %d more, which target check lists".formatted(more) : "");
    }
}
