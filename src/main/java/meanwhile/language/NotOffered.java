package meanwhile.language;

/** The target does not have what an example needs. The example is not judged. */
public final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is missing, for people: "it does not offer search-images"
     */
    public NotOffered(String reason) {
        super(reason);
    }
}
