package meanwhile.actors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The orders in which the calls of several actors can come one after another. Each actor keeps
 * their own order. Actors who are alike are taken in the order in which they are written: orders
 * that only exchange them count once.
 */
public final class Interleavings {
    /** More orders than these are not tried. */
    public static final int MOST = 24;

    private Interleavings() {}

    /**
     * The orders that are tried.
     *
     * @param orders at most {@link #MOST}
     * @param all whether there are no others
     */
    public record Tried(List<Order> orders, boolean all) {
        public Tried {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Returns all orders, or a sample of them.
     *
     * @param calls how many calls each actor makes
     * @param alike for each actor the first one whom they are like; themselves if there is none
     * @param seed of the sample
     */
    public static Tried of(List<Integer> calls, List<Integer> alike, long seed) {
        Set<List<Integer>> found = new LinkedHashSet<>();
        boolean all = collect(new ArrayList<>(calls), alike, new ArrayList<>(), found);
        if (!all) {
            found = sample(calls, alike, seed);
        }
        List<Order> orders =
                found.stream().map(turns -> new Order(turns, Map.of(), false)).toList();
        return new Tried(orders, all);
    }

    /** Adds all orders that begin so; returns false when there are too many. */
    private static boolean collect(
            List<Integer> left,
            List<Integer> alike,
            List<Integer> begun,
            Set<List<Integer>> found) {
        if (left.stream().allMatch(calls -> calls == 0)) {
            found.add(List.copyOf(begun));
            return found.size() <= MOST;
        }
        for (int actor = 0; actor < left.size(); actor++) {
            if (left.get(actor) > 0 && mayBegin(actor, alike, begun)) {
                left.set(actor, left.get(actor) - 1);
                begun.add(actor);
                boolean few = collect(left, alike, begun, found);
                begun.removeLast();
                left.set(actor, left.get(actor) + 1);
                if (!few) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Those who are alike begin in the order in which they are written. */
    private static boolean mayBegin(int actor, List<Integer> alike, List<Integer> begun) {
        for (int earlier = 0; earlier < actor; earlier++) {
            if (alike.get(earlier).equals(alike.get(actor)) && !begun.contains(earlier)) {
                return false;
            }
        }
        return true;
    }

    /** Actor after actor in several orders, then their calls shuffled. */
    private static Set<List<Integer>> sample(List<Integer> calls, List<Integer> alike, long seed) {
        Random random = new Random(seed);
        Set<List<Integer>> found = new LinkedHashSet<>();
        List<Integer> actors = new ArrayList<>();
        for (int actor = 0; actor < calls.size(); actor++) {
            actors.add(actor);
        }
        for (int i = 0; i < MOST / 2; i++) {
            List<Integer> turns = new ArrayList<>();
            actors.forEach(actor -> turns.addAll(Collections.nCopies(calls.get(actor), actor)));
            found.add(inWrittenOrder(turns, alike));
            Collections.shuffle(actors, random);
        }
        List<Integer> turns = new ArrayList<>(found.iterator().next());
        for (int i = 0; i < 10 * MOST && found.size() < MOST; i++) {
            Collections.shuffle(turns, random);
            found.add(inWrittenOrder(turns, alike));
        }
        return found;
    }

    /** The same order with those who are alike exchanged so that they begin as written. */
    private static List<Integer> inWrittenOrder(List<Integer> turns, List<Integer> alike) {
        Map<Integer, Integer> as = new HashMap<>();
        for (int actor : turns) {
            as.computeIfAbsent(
                    actor,
                    one -> {
                        for (int other = 0; other < alike.size(); other++) {
                            if (alike.get(other).equals(alike.get(one))
                                    && !as.containsValue(other)) {
                                return other;
                            }
                        }
                        return one;
                    });
        }
        return turns.stream().map(as::get).toList();
    }
}
