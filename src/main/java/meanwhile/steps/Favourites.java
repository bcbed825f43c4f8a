package meanwhile.steps;

/** Phrases about favourites. */
public final class Favourites {
    @SuppressWarnings("UnusedVariable")
    private final Stage stage;

    public Favourites(Stage stage) {
        this.stage = stage;
    }
}
