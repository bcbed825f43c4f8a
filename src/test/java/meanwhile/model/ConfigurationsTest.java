package meanwhile.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigurationsTest {
    /** A state, a word of definite events, a word of indefinite ones. */
    private final Configurations configurations = new Configurations(1, 1);

    @Test
    void noneIsThereTwice() {
        assertThat(add(7, 0b01, 0)).isTrue();
        assertThat(add(7, 0b01, 0)).isFalse();
        assertThat(add(8, 0b01, 0)).isTrue();
        assertThat(add(7, 0b10, 0)).isTrue();
        assertThat(add(7, 0b10, 0)).isFalse();
        assertThat(configurations.size()).isEqualTo(3);
    }

    @Test
    void oneThatUsedMoreThanAnotherIsNeedless() {
        assertThat(add(7, 1, 0b010)).isTrue();
        assertThat(add(7, 1, 0b110)).isFalse();
        assertThat(add(7, 1, 0b100)).isTrue();
        assertThat(add(7, 1, 0b000)).isTrue();
        assertThat(add(7, 1, 0b001)).isFalse();
    }

    @Test
    void allAreFoundAgainHoweverManyThereAre() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(add(i, i % 3, 0)).isTrue();
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(configurations.state(i)).isEqualTo(i);
            assertThat(add(i, i % 3, 0)).isFalse();
        }
        configurations.clear();
        assertThat(configurations.isEmpty()).isTrue();
        assertThat(add(5, 2, 0)).isTrue();
        configurations.mark(0, 1, 0b100);
        long[] copy = new long[3];
        configurations.get(0, copy);
        assertThat(copy).containsExactly(5, 0b110, 0);
    }

    /** These have the same hash as long as the hash function stays as it is now. */
    @Test
    void twoInOnePlaceAreTwo() {
        assertThat(add(7, 50_967, 0)).isTrue();
        assertThat(add(7, 80_776, 0)).isTrue();
        assertThat(add(215, 43, 0)).isTrue();
        assertThat(add(651, 49, 0)).isTrue();
    }

    private boolean add(long... configuration) {
        return configurations.add(configuration);
    }
}
