package meanwhile.language;

/**
 * A password or a token. It never shows its value: not in a message, a log, a history or a report.
 * Only the driver asks for it.
 */
public record Secret(String reveal) {
    /** What stands in its place wherever it would be shown. */
    public static final String MASK = "•••";

    @Override
    public String toString() {
        return MASK;
    }
}
