package meanwhile.language;

/** The two ways to sort images. */
public enum TopicKind {
    CATEGORY("categories"),
    BREED("breeds");

    private final String plural;

    TopicKind(String plural) {
        this.plural = plural;
    }

    /** The plural, as profiles use it in paths: "categories". */
    public String plural() {
        return plural;
    }
}
