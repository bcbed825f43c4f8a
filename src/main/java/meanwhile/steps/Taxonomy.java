package meanwhile.steps;

/** Phrases about categories and breeds. */
public final class Taxonomy {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Taxonomy(Stage stage) {
        this.stage = stage;
    }
}
