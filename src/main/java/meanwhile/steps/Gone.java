package meanwhile.steps;

/** Phrases about images that are deleted while others use them. */
public final class Gone {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Gone(Stage stage) {
        this.stage = stage;
    }
}
