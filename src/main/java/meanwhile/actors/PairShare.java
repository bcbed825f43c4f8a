package meanwhile.actors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chooses which two of several tasks meet in a round. A run tries a tenth of all pairs, each as
 * often as the others; the runs of ten seeds in a row try all of them.
 */
final class PairShare {
    /** The number of runs, with seeds in a row, that together try every pair. */
    static final int RUNS = 10;

    private PairShare() {}

    /** Two of the tasks, by their places. */
    record Pair(int one, int other) {}

    /**
     * The pair of a round. Each pair has two rounds in a row, as two rounds in a row have different
     * gate points.
     *
     * @param tasks how many tasks there are; at least two
     * @param seed the run's seed
     * @param round the number of the round, from 1
     */
    static Pair of(int tasks, long seed, int round) {
        List<Pair> pairs = share(tasks, seed);
        return pairs.get((round - 1) / 2 % pairs.size());
    }

    private static List<Pair> share(int tasks, long seed) {
        List<Pair> all = new ArrayList<>();
        for (int one = 0; one < tasks; one++) {
            for (int other = one + 1; other < tasks; other++) {
                all.add(new Pair(one, other));
            }
        }
        int part = (int) Math.floorMod(seed, (long) RUNS);
        List<Pair> share = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % RUNS == part % Math.min(RUNS, all.size())) {
                share.add(all.get(i));
            }
        }
        Collections.shuffle(share, new Random(seed));
        return share;
    }
}
