package meanwhile.check.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.check.order.PlayResult.Said;
import meanwhile.history.Call;

/**
 * Compares what came of calls at the same moment with what came of them one after another.
 *
 * @param noise what is not compared
 * @param open calls of which nobody knows whether they happened
 * @param away calls that are compared with orders in which they did not come at all
 */
record Comparison(Noise noise, Set<Call> open, Set<Call> away) {
    Comparison {
        open = Set.copyOf(open);
        away = Set.copyOf(away);
    }

    /** Compares everything. */
    static Comparison whole(Noise noise) {
        return new Comparison(noise, Set.of(), Set.of());
    }

    /** The groups of which something else was said; empty if the order explains it all. */
    List<String> differing(PlayResult observed, PlayResult ordered) {
        Set<String> groups = new TreeSet<>(observed.groups().keySet());
        groups.addAll(ordered.groups().keySet());
        return groups.stream()
                .filter(
                        group ->
                                !explains(
                                        ordered.groups().getOrDefault(group, List.of()),
                                        observed.groups().getOrDefault(group, List.of())))
                .toList();
    }

    private boolean explains(List<Said> ordered, List<Said> observed) {
        boolean look = isLook(ordered) || isLook(observed);
        List<String> known =
                told(
                        observed.stream()
                                .filter(said -> !open.contains(said.call()))
                                .filter(said -> !away.contains(said.call()))
                                .toList());
        List<String> expected = told(ordered);
        if (look) {
            // The same look through each door and of each member: all must show the same.
            return Set.copyOf(known).equals(Set.copyOf(expected));
        }
        int unknown =
                (int)
                        observed.stream()
                                .filter(said -> open.contains(said.call()))
                                .filter(said -> !away.contains(said.call()))
                                .count();
        if (known.size() > expected.size() || known.size() + unknown < expected.size()) {
            return false;
        }
        Map<String, Integer> rest = counted(expected);
        known.forEach(one -> rest.merge(one, -1, Integer::sum));
        return rest.values().stream().allMatch(number -> number >= 0);
    }

    private static boolean isLook(List<Said> group) {
        return !group.isEmpty() && group.getFirst().look();
    }

    /** What was said in a group, as texts that can be compared. */
    List<String> told(Collection<Said> group) {
        List<String> told = new ArrayList<>();
        for (Said said : group) {
            told.add(said.outcome() + " " + comparable(said));
        }
        Collections.sort(told);
        return told;
    }

    /**
     * The facts that are compared. What a call without an answer made has no name, so that lists
     * are compared by their length.
     */
    Map<String, List<String>> comparable(Said said) {
        ToldFacts facts = noise.mask(said.kind(), said.facts());
        return open.isEmpty() ? facts.values() : facts.numbers().values();
    }

    private static Map<String, Integer> counted(List<String> all) {
        Map<String, Integer> counted = new HashMap<>();
        all.forEach(one -> counted.merge(one, 1, Integer::sum));
        return counted;
    }

    /** What was said in a group of one result, as far as it differs from the other. */
    String words(PlayResult one, PlayResult other, String group) {
        return words(one, other, group, place -> true);
    }

    /**
     * The same of some places only.
     *
     * @param places which of them are told
     */
    String words(PlayResult one, PlayResult other, String group, Predicate<String> places) {
        List<Said> said = one.groups().getOrDefault(group, List.of());
        List<Said> others = other.groups().getOrDefault(group, List.of());
        if (said.isEmpty()) {
            return "nothing";
        }
        List<String> words = new ArrayList<>();
        if (!outcomes(said).equals(outcomes(others))) {
            words.add(counted(outcomes(said), said.size()));
        }
        for (String place : places(said, others)) {
            List<String> values = values(said, place);
            if (places.test(place) && !values.equals(values(others, place))) {
                words.add(ToldFacts.told(place, values, values(others, place).size()));
            }
        }
        return words.isEmpty() ? counted(outcomes(said), said.size()) : String.join(", ", words);
    }

    private static List<String> outcomes(List<Said> group) {
        return group.stream().map(Said::outcome).sorted().toList();
    }

    private Set<String> places(List<Said> group, List<Said> others) {
        return Stream.of(group, others)
                .flatMap(List::stream)
                .flatMap(said -> comparable(said).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether something else was said at this place of a group in each of these results. */
    boolean isNever(PlayResult observed, List<PlayResult> results, String group, String place) {
        List<String> seen = values(observed.groups().getOrDefault(group, List.of()), place);
        return results.stream()
                .map(one -> values(one.groups().getOrDefault(group, List.of()), place))
                .noneMatch(seen::equals);
    }

    private List<String> values(List<Said> group, String place) {
        return group.stream()
                .flatMap(said -> comparable(said).getOrDefault(place, List.of()).stream())
                .sorted()
                .toList();
    }

    /** Outcomes in words: “2 × is accepted, 1 × is told: sold out”. */
    static String counted(List<String> outcomes, int of) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(counted(outcomes))
                .forEach(
                        (outcome, number) ->
                                words.add(of == 1 ? outcome : number + " × " + outcome));
        return String.join(", ", words);
    }
}
