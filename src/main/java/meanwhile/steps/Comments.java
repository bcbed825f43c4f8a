package meanwhile.steps;

/** Phrases about comments. */
public final class Comments {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Comments(Stage stage) {
        this.stage = stage;
    }
}
