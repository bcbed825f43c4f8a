package meanwhile.language;

/** The gallery's opaque identifier of a member. */
public record MemberId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
