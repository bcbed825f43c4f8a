package meanwhile.language;

/** Two ways of sorting images. */
public enum TopicKind {
    CATEGORY("categories"),
    BREED("breeds");

    private final String plural;

    TopicKind(String plural) {
        this.plural = plural;
    }

    /** As profiles have it in paths: "categories". */
    public String plural() {
        return plural;
    }
}
