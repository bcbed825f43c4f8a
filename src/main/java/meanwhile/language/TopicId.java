package meanwhile.language;

/** The gallery's own, opaque name of a category or breed. */
public record TopicId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
