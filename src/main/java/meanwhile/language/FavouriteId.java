package meanwhile.language;

/** The gallery's opaque identifier of a favourite. */
public record FavouriteId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
