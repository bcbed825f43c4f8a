package meanwhile.language;

/** The gallery's own, opaque name of a comment. */
public record CommentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
