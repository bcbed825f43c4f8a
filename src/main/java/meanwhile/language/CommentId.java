package meanwhile.language;

/** The gallery's opaque identifier of a comment. */
public record CommentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
