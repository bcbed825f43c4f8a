package meanwhile.steps;

/** Phrases about crowds. */
public final class Crowds {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Crowds(Stage stage) {
        this.stage = stage;
    }
}
