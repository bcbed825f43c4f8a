package meanwhile.language;

/** The gallery's own, opaque name of a collection. */
public record CollectionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
