package meanwhile.suite;

/** The set-up is broken: one clear sentence, and exit code 3. */
public final class SetUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for people. */
    public SetUpException(String message) {
        super(message);
    }
}
