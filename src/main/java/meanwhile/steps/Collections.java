package meanwhile.steps;

/** Phrases about collections. */
public final class Collections {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Collections(Stage stage) {
        this.stage = stage;
    }
}
