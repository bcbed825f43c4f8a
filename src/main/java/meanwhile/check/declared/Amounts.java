package meanwhile.check.declared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the numbers that phrases say and answers show. */
public final class Amounts {
    /** More digits than anybody counts with; a sum of such numbers would need all memory. */
    private static final int MOST_DIGITS = 100;

    private Amounts() {}

    /** A value that should be a number is none. */
    public static final class NoNumber extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoNumber(@Nullable String text) {
            super(
                    text == null
                            ? "a number is missing"
                            : "“%.100s” is not a number of at most %d digits"
                                    .formatted(text, MOST_DIGITS));
        }
    }

    /**
     * The number that a text is.
     *
     * @throws NoNumber if it is none
     */
    public static BigDecimal of(@Nullable String text) {
        if (text == null || text.length() > MOST_DIGITS) {
            throw new NoNumber(text);
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number;
            }
        } catch (NumberFormatException word) {
            throw new NoNumber(text);
        }
        throw new NoNumber(text);
    }

    /** A text as it is compared with others: 12.50 and 12.5 are one number. */
    static @Nullable String alike(@Nullable String text) {
        try {
            return plain(of(text));
        } catch (NoNumber word) {
            return text;
        }
    }

    /** A number as people write it. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
