package meanwhile.report.data;

/** Prepares texts from a target or a feature for display. */
public final class DisplayText {
    /** The maximum length: no reader needs more of an answer, and a page must not grow with it. */
    private static final int MOST = 2_000;

    private DisplayText() {}

    /** The text, cut if it is too long, but never between the halves of a character. */
    public static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end)
                + "… (%,d of %,d characters shown)".formatted(end, text.length());
    }
}
