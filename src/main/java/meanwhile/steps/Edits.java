package meanwhile.steps;

/** Phrases about changing images. */
public final class Edits {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Edits(Stage stage) {
        this.stage = stage;
    }
}
