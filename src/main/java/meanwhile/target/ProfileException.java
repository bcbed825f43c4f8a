package meanwhile.target;

import java.util.regex.Pattern;

/**
 * Thrown when a profile cannot be used; its message names the place, the bad value and the allowed
 * ones. It is always one line, and never contains the user information of an address.
 */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Line breaks, escape sequences, and characters that change the direction of the text. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]+");

    /** What stands before the host in {@code http://name:password@host}. */
    private static final Pattern USER = Pattern.compile("(?<=//)[^“”]*@|[^\\s“”/]*:[^\\s“”]*@");

    /** With a message of one sentence for people. */
    public ProfileException(String message) {
        super(USER.matcher(INVISIBLE.matcher(message).replaceAll(" ")).replaceAll("•••@"));
    }
}
