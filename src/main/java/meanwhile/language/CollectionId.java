package meanwhile.language;

/** The gallery's opaque identifier of a collection. */
public record CollectionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
