package meanwhile.steps;

/** Phrases about when others see it. */
public final class Visibility {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Visibility(Stage stage) {
        this.stage = stage;
    }
}
