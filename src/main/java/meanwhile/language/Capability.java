package meanwhile.language;

/**
 * A property that most galleries have and some lack. An example that needs a property that the
 * target lacks is not offered.
 */
public enum Capability {
    /** A member has at most one vote on an image; a second one replaces it. */
    ONE_VOTE_PER_MEMBER(
            "counts a member once, however often they vote on an image",
            "counts every vote, even a member's second one on an image"),
    /** A vote that its member sends again stays. */
    REPEATED_VOTE_STANDS(
            "keeps a vote that its member sends again",
            "takes a vote back when its member sends it again"),
    /** A member's second vote on an image is accepted. */
    SECOND_VOTE_ACCEPTED(
            "accepts a member's second vote on an image",
            "refuses a member's second vote on an image"),
    /** An image is a member's favourite at most once. */
    ONE_FAVOURITE_PER_MEMBER(
            "has an image among a member's favourites at most once",
            "accepts the same favourite as often as it is sent"),
    /** A favourite that its member sends again stays. */
    REPEATED_FAVOURITE_STANDS(
            "keeps a favourite that its member sends again",
            "takes a favourite back when its member sends it again"),
    /** The target inspects uploaded pictures and detects damaged ones. */
    LOOKS_INTO_PICTURES(
            "detects damaged pictures", "keeps files as they are and never detects damaged ones"),
    /** All actors have new accounts: nothing is left over from earlier rounds. */
    FRESH_MEMBERS(
            "is tested with new accounts",
            "is tested with existing accounts, so a list may hold items from an earlier round");

    private final String had;
    private final String lacked;

    Capability(String had, String lacked) {
        this.had = had;
        this.lacked = lacked;
    }

    /** What a target that has it does, as the rest of a sentence. */
    public String had() {
        return had;
    }

    /** What a target that lacks it does, as the rest of a sentence: "counts every vote". */
    public String lacked() {
        return lacked;
    }
}
