package meanwhile.history;

import java.util.Locale;

/** Which part of an example a call belongs to. */
public enum Phase {
    /** Preparation, which an example's own checks never judge. */
    GIVEN,
    /** The action that the example is about. */
    WHEN,
    /** Reading the results. */
    THEN,
    /** Looks when all is quiet, by which what is always true is judged. */
    AUDIT,
    /** What the target asked of others because of all that, whenever it did. */
    ELSEWHERE;

    /** The name that files and reports use. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
