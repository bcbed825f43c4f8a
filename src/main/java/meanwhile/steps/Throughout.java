package meanwhile.steps;

/** Phrases about the whole run. */
public final class Throughout {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Throughout(Stage stage) {
        this.stage = stage;
    }
}
