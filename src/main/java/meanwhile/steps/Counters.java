package meanwhile.steps;

/** Phrases about totals of the gallery. */
public final class Counters {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Counters(Stage stage) {
        this.stage = stage;
    }
}
