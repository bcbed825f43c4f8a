package meanwhile.language;

/** The gallery's opaque identifier of a vote. */
public record VoteId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
