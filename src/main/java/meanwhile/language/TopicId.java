package meanwhile.language;

/** The gallery's opaque identifier of a category or breed. */
public record TopicId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
