package meanwhile.steps;

/** Phrases about reading lists page by page. */
public final class Histories {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Histories(Stage stage) {
        this.stage = stage;
    }
}
