package meanwhile.suite.setup;

/** The set-up is broken: the message is one clear sentence, the exit code is 3. */
public sealed class SetUpException extends RuntimeException permits SetUpException.DoesNotOpen {
    private static final long serialVersionUID = 1L;

    /** Creates it with a sentence for the user. */
    public SetUpException(String message) {
        super(message);
    }

    /** The embedded gallery cannot be opened. */
    public static final class DoesNotOpen extends SetUpException {
        private static final long serialVersionUID = 1L;

        public DoesNotOpen(String message) {
            super(message);
        }
    }
}
