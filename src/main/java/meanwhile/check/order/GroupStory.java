package meanwhile.check.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meanwhile.check.order.PlayResult.Said;

/**
 * Tells what was said in one group of several results, as far as it is not the same in all of them.
 *
 * @param results all of them, first the one that the others do not explain
 */
record GroupStory(Comparison comparison, String group, List<PlayResult> results) {
    /** What was said in one of the results. */
    String words(PlayResult one) {
        List<Said> said = said(one);
        if (said.isEmpty()) {
            return "nothing";
        }
        List<String> words = new ArrayList<>();
        for (String place : places()) {
            words.add(ToldFacts.told(place, values(one, place), differ(place, true)));
        }
        if (words.isEmpty() || results.stream().map(this::outcomes).distinct().count() > 1) {
            words.addFirst(counted(outcomes(one)));
        }
        return String.join(", ", words);
    }

    /** Where the first result differs from all others; if nowhere, where they differ at all. */
    Set<String> places() {
        Set<String> differing =
                results.stream()
                        .flatMap(one -> said(one).stream())
                        .flatMap(said -> comparison.comparable(said).keySet().stream())
                        .filter(place -> differ(place, false))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> never =
                differing.stream()
                        .filter(this::isOnlyInTheFirst)
                        .collect(Collectors.toCollection(TreeSet::new));
        return never.isEmpty() ? differing : never;
    }

    private boolean isOnlyInTheFirst(String place) {
        List<String> first = values(results.getFirst(), place);
        return results.stream().skip(1).noneMatch(one -> values(one, place).equals(first));
    }

    /** Whether not all results say the same at a place, or not even as much. */
    private boolean differ(String place, boolean number) {
        return results.stream()
                        .map(one -> values(one, place))
                        .map(values -> number ? List.of(values.size()) : values)
                        .distinct()
                        .count()
                > 1;
    }

    private List<Said> said(PlayResult one) {
        return one.groups().getOrDefault(group, List.of());
    }

    List<String> outcomes(PlayResult one) {
        return said(one).stream().map(Said::outcome).sorted().toList();
    }

    private List<String> values(PlayResult one, String place) {
        return said(one).stream()
                .flatMap(
                        said -> comparison.comparable(said).getOrDefault(place, List.of()).stream())
                .sorted()
                .toList();
    }

    /** Outcomes in words: “1 × is accepted, 2 × is told: sold out”; of one alone just this. */
    static String counted(List<String> outcomes) {
        Map<String, Integer> counted = new TreeMap<>();
        outcomes.forEach(outcome -> counted.merge(outcome, 1, Integer::sum));
        return outcomes.size() == 1
                ? outcomes.getFirst()
                : counted.entrySet().stream()
                        .map(one -> one.getValue() + " × " + one.getKey())
                        .collect(Collectors.joining(", "));
    }
}
