package meanwhile.language;

/** The gallery's own, opaque name of an image. */
public record ImageId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
