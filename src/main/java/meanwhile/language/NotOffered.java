package meanwhile.language;

/** The target lacks something that an example needs, so the example is not judged. */
public final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is missing, for people: "it does not offer search-images"
     */
    public NotOffered(String reason) {
        super(reason);
    }
}
