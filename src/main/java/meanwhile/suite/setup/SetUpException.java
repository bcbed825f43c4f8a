package meanwhile.suite.setup;

/** The set-up is broken: one clear sentence, and exit code 3. */
public sealed class SetUpException extends RuntimeException permits SetUpException.DoesNotOpen {
    private static final long serialVersionUID = 1L;

    /** With a sentence for people. */
    public SetUpException(String message) {
        super(message);
    }

    /** The embedded gallery does not open. */
    public static final class DoesNotOpen extends SetUpException {
        private static final long serialVersionUID = 1L;

        public DoesNotOpen(String message) {
            super(message);
        }
    }
}
