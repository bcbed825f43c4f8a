package meanwhile.language;

/**
 * A password or a token. It never shows its value: not in a message, a log, a history or a report.
 * Only the driver reads it.
 */
public record Secret(String reveal) {
    /** The text that is shown in its place. */
    public static final String MASK = "•••";

    @Override
    public String toString() {
        return MASK;
    }
}
