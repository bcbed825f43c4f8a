package meanwhile.suite.setup;

import java.util.List;

/** The set-up is broken: the message is one clear sentence for each fault, the exit code is 3. */
public sealed class SetUpException extends RuntimeException permits SetUpException.DoesNotOpen {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    /** Creates it with a sentence for the user. */
    public SetUpException(String message) {
        this(List.of(message));
    }

    /** Creates it with a sentence for each fault. */
    public SetUpException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** A sentence for each fault. */
    public List<String> faults() {
        return faults;
    }

    /** The embedded gallery cannot be opened. */
    public static final class DoesNotOpen extends SetUpException {
        private static final long serialVersionUID = 1L;

        public DoesNotOpen(String message) {
            super(message);
        }
    }
}
