package meanwhile.steps;

import java.util.Set;

/**
 * The questions that look back at the whole run. Examples that ask them are played last, and need
 * others before them that do something.
 */
public final class LookBack {
    static final String ENDED = "every action has ended in good time";
    static final String NO_ERROR = "no action has ended in an error of the gallery itself";
    static final String NO_LEAK = "connections and stored bytes are back where they began";

    private static final Set<String> QUESTIONS = Set.of(ENDED, NO_ERROR, NO_LEAK);

    private LookBack() {}

    /** Whether a step asks such a question. */
    public static boolean isAskedBy(String words) {
        return QUESTIONS.contains(words);
    }
}
