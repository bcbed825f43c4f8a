package meanwhile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A look shows each change wholly or not at all. */
class WholesTest {
    private static final Map<String, Object> CARD =
            Map.of("copies", new BigDecimal("5"), "shelf", "A", "lent", false);
    private static final Map<String, Wholes.Part> LEND =
            Map.of(
                    "copies",
                    Wholes.Part.added(new BigDecimal("-1")),
                    "lent",
                    Wholes.Part.written(true));

    private static Wholes.Halves halves(
            List<Map<String, Wholes.Part>> changes, Map<String, Object> seen) {
        return Wholes.check(CARD, List.of(), changes, seen, Register.BUDGET);
    }

    @Test
    void allOrNothingIsNoHalf() {
        assertThat(halves(List.of(LEND), CARD).places()).isEmpty();
        assertThat(
                        halves(List.of(LEND), Map.of("copies", new BigDecimal("4.0"), "lent", true))
                                .places())
                .isEmpty();
    }

    @Test
    void theFewestPlacesThatShowAHalfAreTold() {
        assertThat(
                        halves(
                                        List.of(LEND),
                                        Map.of(
                                                "copies",
                                                new BigDecimal("4"),
                                                "shelf",
                                                "A",
                                                "lent",
                                                false))
                                .places())
                .containsExactlyInAnyOrder("copies", "lent");
    }

    /** Two loans beside each other are no half, though nobody knows which one is seen. */
    @Test
    void anotherChangeMayExplainIt() {
        Map<String, Wholes.Part> other = Map.of("copies", Wholes.Part.added(BigDecimal.ONE));
        Map<String, Object> seen = Map.of("copies", new BigDecimal("5"), "lent", true);
        assertThat(halves(List.of(LEND), seen).places()).hasSize(2);
        assertThat(halves(List.of(LEND, other), seen).places()).isEmpty();
    }

    @Test
    void whoGivesUpSaysSo() {
        List<Map<String, Wholes.Part>> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(Map.of("copies", Wholes.Part.added(new BigDecimal(1 << i))));
        }
        Map<String, Object> seen = Map.of("copies", new BigDecimal("4.5"), "lent", true);
        assertThat(Wholes.check(CARD, List.of(), many, seen, 100).gaveUp()).isTrue();
    }

    /** Against all subsets in all orders. */
    @Test
    void bruteForceAgrees() {
        int illegal = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            Chance chance = new Chance(seed);
            Map<String, Object> initial = new TreeMap<>();
            initial.put("n", BigDecimal.ZERO);
            initial.put("t", "a");
            initial.put("e", false);
            List<Map<String, Wholes.Part>> changes = new ArrayList<>();
            for (int i = chance.below(5); i > 0; i--) {
                changes.add(change(chance));
            }
            Map<String, Object> seen = new HashMap<>();
            seen.put("n", BigDecimal.valueOf(chance.below(4) - 1));
            seen.put("t", chance.oneOf(List.of("a", "b", "c")));
            if (chance.oneIn(2)) {
                seen.put("e", chance.oneIn(2));
            }
            List<Map<String, Wholes.Part>> done =
                    changes.subList(0, chance.below(changes.size() + 1));
            boolean legal =
                    reachable(initial, changes, done.size(), new HashSet<>()).stream()
                            .anyMatch(state -> state.entrySet().containsAll(seen.entrySet()));
            Set<String> places =
                    Wholes.check(
                                    initial,
                                    done,
                                    changes.subList(done.size(), changes.size()),
                                    seen,
                                    Register.BUDGET)
                            .places();
            assertThat(places.isEmpty()).as("%s %s", changes, seen).isEqualTo(legal);
            illegal += legal ? 0 : 1;
        }
        assertThat(illegal).isBetween(2_000, 9_300);
    }

    private static Map<String, Wholes.Part> change(Chance chance) {
        Map<String, Wholes.Part> parts = new TreeMap<>();
        if (chance.oneIn(2)) {
            parts.put("n", Wholes.Part.added(BigDecimal.valueOf(chance.below(3) - 1)));
        }
        if (chance.oneIn(2)) {
            parts.put("t", Wholes.Part.written(chance.oneOf(List.of("a", "b", "c"))));
        }
        if (parts.isEmpty() || chance.oneIn(2)) {
            parts.put("e", Wholes.Part.written(chance.oneIn(2)));
        }
        return parts;
    }

    private static Set<Map<String, Object>> reachable(
            Map<String, Object> state,
            List<Map<String, Wholes.Part>> left,
            int done,
            Set<Map<String, Object>> all) {
        if (done == 0) {
            all.add(state);
        }
        for (int i = 0; i < left.size(); i++) {
            Map<String, Object> next = new TreeMap<>(state);
            left.get(i)
                    .forEach(
                            (place, part) ->
                                    next.computeIfPresent(
                                            place,
                                            (_, before) ->
                                                    part.added()
                                                            ? ((BigDecimal) before)
                                                                    .add((BigDecimal) part.value())
                                                            : part.value()));
            List<Map<String, Wholes.Part>> fewer = new ArrayList<>(left);
            fewer.remove(i);
            reachable(next, fewer, i < done ? done - 1 : done, all);
        }
        return all;
    }
}
