package meanwhile.language;

/** Thrown when the target lacks something that an example needs; the example is not judged. */
public final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is missing, for people: "it does not offer search-images"
     */
    public NotOffered(String reason) {
        super(reason);
    }
}
