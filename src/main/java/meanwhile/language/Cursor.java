package meanwhile.language;

/** The position where one page ends and the next begins; opaque, issued by the gallery. */
public record Cursor(String value) {
    @Override
    public String toString() {
        return value;
    }
}
