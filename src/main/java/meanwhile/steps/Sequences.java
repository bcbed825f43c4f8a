package meanwhile.steps;

/** Phrases about in what order votes are taken. */
public final class Sequences {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Sequences(Stage stage) {
        this.stage = stage;
    }
}
