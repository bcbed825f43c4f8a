package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InterleavingsTest {
    @Test
    void areAllOrdersInWhichEverybodyKeepsTheirOwn() {
        Interleavings.Tried tried = tried(List.of(1, 2), List.of(0, 1));
        assertThat(tried.all()).isTrue();
        assertThat(turns(tried))
                .containsExactlyInAnyOrder(List.of(0, 1, 1), List.of(1, 0, 1), List.of(1, 1, 0));
        assertThat(tried(List.of(2, 2), List.of(0, 1)).orders()).hasSize(6);
        assertThat(tried(List.of(1, 1, 1, 1), List.of(0, 1, 2, 3)).orders()).hasSize(24);
    }

    @Test
    void countOnceIfTheyOnlyExchangeThoseWhoAreAlike() {
        List<Integer> ten = Collections.nCopies(10, 1);
        Interleavings.Tried tried = tried(ten, Collections.nCopies(10, 0));
        assertThat(tried.all()).isTrue();
        assertThat(tried.orders()).hasSize(1);
        // Ana and four who are alike: only her place among them matters.
        assertThat(tried(List.of(1, 1, 1, 1, 1), List.of(0, 1, 1, 1, 1)).orders()).hasSize(5);
    }

    @Test
    void areASampleIfThereAreTooMany() {
        List<Integer> five = IntStream.range(0, 5).boxed().toList();
        Interleavings.Tried tried = tried(Collections.nCopies(5, 1), five);
        assertThat(tried.all()).isFalse();
        assertThat(tried.orders()).hasSize(Interleavings.MOST).doesNotHaveDuplicates();
        assertThat(turns(tried)).contains(five);
        assertThat(tried(Collections.nCopies(5, 1), five)).isEqualTo(tried);
    }

    @Property(tries = 200)
    void eachOrderHasAllCalls(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 4) Integer> calls) {
        List<Integer> nobody = IntStream.range(0, calls.size()).boxed().toList();
        for (List<Integer> turns : turns(tried(calls, nobody))) {
            for (int actor = 0; actor < calls.size(); actor++) {
                assertThat(Collections.frequency(turns, actor)).isEqualTo(calls.get(actor));
            }
        }
    }

    private static Interleavings.Tried tried(List<Integer> calls, List<Integer> alike) {
        return Interleavings.of(calls, alike, 7);
    }

    private static List<List<Integer>> turns(Interleavings.Tried tried) {
        return tried.orders().stream().map(Order::turns).toList();
    }
}
