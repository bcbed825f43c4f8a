package meanwhile.language;

/** The gallery's own, opaque name of a member. */
public record MemberId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
