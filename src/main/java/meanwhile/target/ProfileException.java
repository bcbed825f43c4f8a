package meanwhile.target;

/**
 * A profile that cannot be used: one sentence that names the place, the bad value and the allowed
 * ones.
 */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for people. */
    public ProfileException(String message) {
        super(message);
    }
}
