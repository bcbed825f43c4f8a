package meanwhile.steps;

/** Phrases about waiting for news. */
public final class Polls {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Polls(Stage stage) {
        this.stage = stage;
    }
}
