package meanwhile.check.declared;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sums that a number may be, if each of some amounts may belong to it or not.
 *
 * @param least the least of them
 * @param most the greatest of them
 * @param all each of them; null if there are too many, and then any number between may be one
 */
record Sums(BigDecimal least, BigDecimal most, @Nullable NavigableSet<BigDecimal> all) {
    /** More are not told apart: twelve amounts of any size, or thousands of equal ones. */
    private static final int MOST = 4_096;

    private static final int FEW = 4;

    static Sums of(BigDecimal certain, List<BigDecimal> maybe) {
        BigDecimal least = certain;
        BigDecimal most = certain;
        for (BigDecimal amount : maybe) {
            least = least.add(amount.min(BigDecimal.ZERO));
            most = most.add(amount.max(BigDecimal.ZERO));
        }
        return new Sums(least, most, all(certain, maybe));
    }

    private static @Nullable NavigableSet<BigDecimal> all(
            BigDecimal certain, List<BigDecimal> maybe) {
        NavigableSet<BigDecimal> sums = new TreeSet<>(List.of(certain));
        for (BigDecimal amount : maybe) {
            List<BigDecimal> more = sums.stream().map(amount::add).toList();
            sums.addAll(more);
            if (sums.size() > MOST) {
                return null;
            }
        }
        return sums;
    }

    boolean contain(BigDecimal number) {
        return all == null
                ? number.compareTo(least) >= 0 && number.compareTo(most) <= 0
                : all.contains(number);
    }

    String told() {
        if (all != null && all.size() <= FEW) {
            return all.stream().map(Amounts::plain).collect(Collectors.joining(" or "));
        }
        String between = "between %s and %s".formatted(Amounts.plain(least), Amounts.plain(most));
        return all == null ? between : "one of %d sums %s".formatted(all.size(), between);
    }
}
