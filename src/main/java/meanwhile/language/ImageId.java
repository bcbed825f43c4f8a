package meanwhile.language;

/** The gallery's opaque identifier of an image. */
public record ImageId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
