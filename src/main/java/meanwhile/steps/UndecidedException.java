package meanwhile.steps;

/** An example could not be decided: an error for JUnit, not a failure. */
public final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, for people. */
    public UndecidedException(String reason) {
        super("Undecided: " + reason);
    }
}
