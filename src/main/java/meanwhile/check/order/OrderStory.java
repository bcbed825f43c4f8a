package meanwhile.check.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meanwhile.check.Verdict;
import meanwhile.check.order.PlayResult.Said;
import meanwhile.history.Call;

/**
 * Tells why no order explains what was observed: how often what was done is accepted, or else what
 * somebody was told.
 */
record OrderStory(Comparison comparison, PlayResult observed, List<PlayResult> results) {
    private static final int TOLD = 2;

    /**
     * @param number how many orders were tried
     * @param ignored what was not compared, in words
     */
    Verdict told(int number, List<String> ignored) {
        PlayResult nearest =
                results.stream()
                        .min(Comparator.comparingInt(one -> differing(one).size()))
                        .orElseThrow();
        List<String> told = counts();
        if (told.isEmpty()) {
            told = groups(differing(nearest));
        }
        return Verdict.contradicted(
                "One after another: " + told.stream().limit(TOLD).collect(Collectors.joining("; ")),
                calls(differing(nearest)),
                "None of the %d orders in which these calls can come one after another gives this%s"
                        .formatted(
                                number,
                                ignored.isEmpty()
                                        ? ""
                                        : "; not compared, because it differs each time: "
                                                + String.join(", ", ignored)));
    }

    private List<String> differing(PlayResult ordered) {
        return comparison.differing(observed, ordered);
    }

    /** The deeds whose outcomes no order gives in these numbers, whoever did them. */
    private List<String> counts() {
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, List<String>> deed : outcomes(observed).entrySet()) {
            Set<String> ordered = new TreeSet<>();
            for (PlayResult one : results) {
                List<String> others = outcomes(one).getOrDefault(deed.getKey(), List.of());
                ordered.add(GroupStory.counted(others));
            }
            String seen = GroupStory.counted(deed.getValue());
            if (!ordered.contains(seen)) {
                told.add(told(deed.getKey(), ordered, seen));
            }
        }
        return told;
    }

    private static Map<String, List<String>> outcomes(PlayResult result) {
        Map<String, List<String>> outcomes = new TreeMap<>();
        for (List<Said> group : result.groups().values()) {
            for (Said said : group) {
                if (!said.look()) {
                    outcomes.computeIfAbsent(said.deed(), one -> new ArrayList<>())
                            .add(said.outcome());
                }
            }
        }
        outcomes.values().forEach(all -> all.sort(Comparator.naturalOrder()));
        return outcomes;
    }

    /** What was said in these groups; if there are such, only those of which no order gives it. */
    private List<String> groups(List<String> differing) {
        List<String> never =
                differing.stream()
                        .filter(
                                group ->
                                        results.stream()
                                                .allMatch(one -> differing(one).contains(group)))
                        .toList();
        return (never.isEmpty() ? differing : never).stream().limit(TOLD).map(this::told).toList();
    }

    private String told(String group) {
        List<PlayResult> all = new ArrayList<>(results);
        all.addFirst(observed);
        GroupStory story = new GroupStory(comparison, group, all);
        Set<String> ordered = new TreeSet<>();
        results.forEach(one -> ordered.add(story.words(one)));
        return told(group, ordered, story.words(observed));
    }

    private static String told(String what, Set<String> ordered, String seen) {
        return "“%s”: %s; at the same moment: %s"
                .formatted(what, String.join(", or ", ordered), seen);
    }

    /** The calls that are told: those of which something else was said, and what was accepted. */
    private List<Call> calls(List<String> groups) {
        Set<Call> calls = new LinkedHashSet<>();
        observed.groups()
                .forEach(
                        (group, all) ->
                                all.stream()
                                        .filter(said -> groups.contains(group) || isEffect(said))
                                        .map(Said::call)
                                        .forEach(calls::add));
        return List.copyOf(calls);
    }

    private static boolean isEffect(Said said) {
        return !said.look() && said.call().accepted();
    }
}
