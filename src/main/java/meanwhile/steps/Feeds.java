package meanwhile.steps;

/** Phrases about feeds and searching. */
public final class Feeds {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Feeds(Stage stage) {
        this.stage = stage;
    }
}
