package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which two of a list meet. */
class PairShareTest {
    private static final int TASKS = 13;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6, TASKS})
    void tenSeedsInARowTryAllPairs(int tasks) {
        Set<PairShare.Pair> met = new HashSet<>();
        for (long seed = 41; seed < 41 + PairShare.RUNS; seed++) {
            for (int round = 1; round <= tasks * tasks; round++) {
                met.add(PairShare.of(tasks, seed, round));
            }
        }
        assertThat(met).hasSize(tasks * (tasks - 1) / 2);
        assertThat(met).allMatch(pair -> pair.one() < pair.other() && pair.other() < tasks);
    }

    @Test
    void eachPairOfARunIsTriedAsOftenAsTheOthers() {
        List<PairShare.Pair> rounds =
                IntStream.rangeClosed(1, 16)
                        .mapToObj(round -> PairShare.of(TASKS, 7, round))
                        .toList();
        assertThat(new HashSet<>(rounds)).hasSize(8);
        for (int round = 0; round < 16; round += 2) {
            assertThat(rounds.get(round)).as("both gate points").isEqualTo(rounds.get(round + 1));
        }
    }

    @Test
    void theSameSeedTriesTheSamePairs() {
        assertThat(PairShare.of(TASKS, 7, 3)).isEqualTo(PairShare.of(TASKS, 7, 3));
    }
}
