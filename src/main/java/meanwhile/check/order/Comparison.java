package meanwhile.check.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
}
