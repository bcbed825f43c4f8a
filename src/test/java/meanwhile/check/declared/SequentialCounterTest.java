package meanwhile.check.declared;

import static meanwhile.check.Verdicts.holds;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import meanwhile.check.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A server that does one thing after the other is never accused, whatever its answers hide; one
 * that loses something that it confirmed always is, if nothing else is in doubt.
 */
class SequentialCounterTest {
    private static final int TRIES = 3_000;

    /** The account of a server that does one thing after the other. */
    private static final class Counter {
        private final Random random;
        private final Shop shop = new Shop();
        private final BigDecimal start;
        private final List<BigDecimal> accepted = new ArrayList<>();
        private final List<String> made = new ArrayList<>();
        private BigDecimal value;

        Counter(long seed) {
            random = new Random(seed);
            start = number();
            value = start;
        }

        /** A number that may be negative, and may have a fraction. */
        private BigDecimal number() {
            return BigDecimal.valueOf(random.nextInt(2_001) - 1_000, random.nextInt(4) - 1);
        }

        /**
         * Does something.
         *
         * @param doubts whether its answer may be lost or broken
         */
        void serves(boolean doubts) {
            boolean adds = random.nextBoolean();
            BigDecimal size = number();
            String name = adds ? "pay-in" : "pay-out";
            String id = "id " + shop.history().size();
            switch (random.nextInt(doubts ? 4 : 2)) {
                case 0 -> {
                    shop.does(name, Shop.values("sum", size.toString()), Shop.values("id", id));
                    accepted.add(adds ? size : size.negate());
                    made.add(id);
                    value = value.add(accepted.getLast());
                }
                case 1 -> shop.refused(name, "not enough money");
                case 2 ->
                        mayHappen(
                                shop.silent(name, Shop.values("sum", size.toString())), adds, size);
                default ->
                        mayHappen(
                                shop.broken(name, Shop.values("sum", size.toString())), adds, size);
            }
        }

        private void mayHappen(Shop after, boolean adds, BigDecimal size) {
            if (random.nextBoolean()) {
                value = adds ? value.add(size) : value.subtract(size);
                made.add("unknown " + after.history().size());
            }
        }

        Verdict shows(BigDecimal number) {
            shop.sees("balance", random.nextBoolean() ? number.toString() : number.toPlainString());
            return Numbers.follow(
                    "the balance",
                    "balance",
                    shop.look(),
                    start,
                    List.of(
                            new Numbers.Term(true, "sum", deeds("pay-in")),
                            new Numbers.Term(false, "sum", deeds("pay-out"))));
        }

        private Deeds deeds(String name) {
            return Deeds.of(shop.history(), Set.of(name), name, name + "s");
        }

        /** What the list of all that it did shows of the deeds of both kinds. */
        Verdict lists(List<String> ids) {
            shop.lists(ids.toArray(String[]::new));
            Deeds both =
                    new Deeds(
                            "payment",
                            "payments",
                            IntStream.range(0, shop.history().size() - 1)
                                    .mapToObj(i -> shop.history().calls().get(i))
                                    .toList());
            return both.listedOnce(shop.look(), "bookings", "payments");
        }
    }

    private static Counter served(long seed, boolean doubts) {
        Counter counter = new Counter(seed);
        int calls = counter.random.nextInt(12);
        for (int i = 0; i < calls; i++) {
            counter.serves(doubts);
        }
        return counter;
    }

    @Property(tries = TRIES)
    void aCorrectCounterIsNeverContradicted(@ForAll long seed) {
        Counter counter = served(seed, true);
        holds(counter.shows(counter.value));
    }

    @Property(tries = TRIES)
    void anAcceptedDeedThatIsLostIsAlwaysSeen(@ForAll long seed) {
        Counter counter = served(seed, false);
        List<BigDecimal> felt =
                counter.accepted.stream().filter(size -> size.signum() != 0).toList();
        if (felt.isEmpty()) {
            holds(counter.shows(counter.value));
            return;
        }
        BigDecimal lost = felt.get(counter.random.nextInt(felt.size()));
        assertThat(counter.shows(counter.value.subtract(lost)))
                .isInstanceOfSatisfying(
                        Verdict.Contradicted.class,
                        it -> assertThat(it.why().calls()).hasSize(counter.accepted.size() + 1));
    }

    @Property(tries = TRIES)
    void aCorrectListIsNeverContradicted(@ForAll long seed) {
        Counter counter = served(seed, true);
        Collections.shuffle(counter.made, counter.random);
        holds(counter.lists(counter.made));
    }

    @Property(tries = TRIES)
    void aListThatLosesOrDoublesOneIsAlwaysSeen(@ForAll long seed) {
        Counter counter = served(seed, true);
        List<String> confirmed =
                counter.made.stream().filter(id -> !id.startsWith("unknown")).toList();
        if (confirmed.isEmpty()) {
            return;
        }
        String one = confirmed.get(counter.random.nextInt(confirmed.size()));
        List<String> listed = new ArrayList<>(counter.made);
        if (counter.random.nextBoolean()) {
            listed.remove(one);
        } else {
            listed.add(one);
        }
        assertThat(counter.lists(listed)).isInstanceOf(Verdict.Contradicted.class);
    }
}
