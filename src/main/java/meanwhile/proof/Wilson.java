package meanwhile.proof;

/**
 * The 95 % confidence interval of a rate, given the hits in a number of trials: the score interval
 * of E. B. Wilson (1927), which stays sensible for few trials and for rates of 0 and 1.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Wilson(double low, double high) {
    private static final double Z = 1.959964;

    /** The interval; from 0 to 1 without any trial. */
    public static Wilson of(long hits, long trials) {
        if (trials == 0) {
            return new Wilson(0, 1);
        }
        double rate = (double) hits / trials;
        double z2 = Z * Z;
        double middle = rate + z2 / (2 * trials);
        double half = Z * Math.sqrt(rate * (1 - rate) / trials + z2 / (4.0 * trials * trials));
        double whole = 1 + z2 / trials;
        return new Wilson(
                Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole));
    }

    /** For people: "84–100 %", with more digits if the whole interval is near 0 or 1. */
    public String words() {
        String form =
                high < 0.02
                        ? "%.1f–%.2f\u00a0%%"
                        : low > 0.98 ? "%.1f–%.1f\u00a0%%" : "%.0f–%.0f\u00a0%%";
        return form.formatted(low * 100, high * 100);
    }
}
