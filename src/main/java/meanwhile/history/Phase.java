package meanwhile.history;

import java.util.Locale;

/** Which part of an example a call belongs to. */
public enum Phase {
    /** Preparing the world; never judged by an example's own questions. */
    GIVEN,
    /** The action that the example is about. */
    WHEN,
    /** Looking at the outcome. */
    THEN;

    /** As files and reports write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
