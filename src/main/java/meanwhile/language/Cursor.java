package meanwhile.language;

/** Where a page ends and the next begins; opaque, made by the gallery. */
public record Cursor(String value) {
    @Override
    public String toString() {
        return value;
    }
}
