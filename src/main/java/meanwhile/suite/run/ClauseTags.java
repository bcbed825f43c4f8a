package meanwhile.suite.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.SpecificationText;
import meanwhile.suite.setup.SetUpException;

/**
 * Checks the tags that look like ids of the specification. One that the specification lacks is a
 * mistake: its rule would be judged, but as none of the clauses that its author had in mind.
 */
final class ClauseTags {
    private static final int NEAREST = 3;
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern MARKS = Pattern.compile("[._-]");

    private final Set<String> ids = new LinkedHashSet<>();

    ClauseTags(SpecificationText specification) {
        specification.clauses().forEach(clause -> ids.add(clause.id()));
        specification.scenarios().forEach(scenario -> ids.add(scenario.id()));
    }

    /**
     * Requires that every tag of this form is an id of the specification.
     *
     * @throws SetUpException naming each that is not, with its line and the nearest ids
     */
    void require(List<FeatureText> features) {
        List<String> faults = new ArrayList<>();
        for (FeatureText feature : features) {
            for (FeatureText.WrittenTag tag : feature.tags()) {
                if (!ids.contains(tag.name()) && looksLikeAnId(tag.name())) {
                    faults.add(
                            "%s:%d: “@%s” is no clause of the specification; the nearest are %s"
                                    .formatted(
                                            feature.path(),
                                            tag.line(),
                                            tag.name(),
                                            nearest(tag.name())));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new SetUpException(faults);
        }
    }

    /**
     * Whether it has the shape of some id, as letters, a number, a point and a number have; without
     * a mark between them only if it is near to an id, since it may be a word.
     */
    private boolean looksLikeAnId(String tag) {
        return ids.stream().anyMatch(tag::equalsIgnoreCase)
                || (MARKS.matcher(tag).find()
                        && DIGITS.matcher(tag).find()
                        && ids.stream().anyMatch(id -> shape(id).equals(shape(tag))));
    }

    private static String shape(String id) {
        return DIGITS.matcher(LETTERS.matcher(id).replaceAll("A")).replaceAll("9");
    }

    private String nearest(String tag) {
        String word = tag.toUpperCase(Locale.ROOT);
        return String.join(
                ", ",
                ids.stream()
                        .sorted(Comparator.comparingInt(id -> Spelling.distance(word, id)))
                        .limit(NEAREST)
                        .map(id -> "@" + id)
                        .toList());
    }
}
