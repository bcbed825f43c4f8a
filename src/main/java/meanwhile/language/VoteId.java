package meanwhile.language;

/** The gallery's own, opaque name of a vote. */
public record VoteId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
