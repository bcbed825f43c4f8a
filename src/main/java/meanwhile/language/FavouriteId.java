package meanwhile.language;

/** The gallery's own, opaque name of a favourite. */
public record FavouriteId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
