package meanwhile.steps;

/** Phrases about the ends of sessions. */
public final class SessionEnds {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public SessionEnds(Stage stage) {
        this.stage = stage;
    }
}
