package meanwhile.report.data;

/** Texts that a target or a feature made up, fit to be shown. */
public final class DisplayText {
    /** Nobody reads more than that of an answer, and a page must not grow with it. */
    private static final int MOST = 2_000;

    private DisplayText() {}

    /** The text, cut where it is too long. Never between the halves of a character. */
    public static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end)
                + "… (%,d of %,d characters shown)".formatted(end, text.length());
    }
}
