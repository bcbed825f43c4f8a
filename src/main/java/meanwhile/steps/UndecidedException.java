package meanwhile.steps;

/** An example is undecided: an error for JUnit, not a failure. */
public final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a reason for the reader. */
    public UndecidedException(String reason) {
        super("Undecided: " + reason);
    }
}
