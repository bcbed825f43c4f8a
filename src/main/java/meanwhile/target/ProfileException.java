package meanwhile.target;

/**
 * Thrown when a profile cannot be used; its message names the place, the bad value and the allowed
 * ones.
 */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message of one sentence for people. */
    public ProfileException(String message) {
        super(message);
    }
}
