package meanwhile.steps;

/** Phrases about allowances of many. */
public final class Quotas {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Quotas(Stage stage) {
        this.stage = stage;
    }
}
