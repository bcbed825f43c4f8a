package meanwhile.steps;

/** Phrases about what administrators do. */
public final class Administration {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Administration(Stage stage) {
        this.stage = stage;
    }
}
