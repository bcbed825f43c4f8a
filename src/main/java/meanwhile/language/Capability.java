package meanwhile.language;

/**
 * What most galleries have and some do not: an example that needs what a target lacks is not
 * offered there.
 */
public enum Capability {
    /** A member has one vote on an image at the most; a second one replaces it. */
    ONE_VOTE_PER_MEMBER("counts every vote, also a member's second one on an image"),
    /** An image is a favourite of a member or it is not. */
    ONE_FAVOURITE_PER_MEMBER("takes the same favourite as often as it is sent"),
    /** It looks into the pictures that it is sent, and finds out which are damaged. */
    LOOKS_INTO_PICTURES("keeps files as they are, and never finds out which are damaged"),
    /** Everybody who acts is new there: nothing is left of earlier rounds. */
    FRESH_MEMBERS(
            "is tried with accounts that exist, so a list may hold what an earlier round left");

    private final String lacked;

    Capability(String lacked) {
        this.lacked = lacked;
    }

    /** What a target does that lacks it, as a sentence goes on: "counts every vote". */
    public String lacked() {
        return lacked;
    }
}
