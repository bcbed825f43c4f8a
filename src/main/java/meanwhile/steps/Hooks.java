package meanwhile.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.net.URI;

/** The beginning and the end of each example. */
public final class Hooks {
    private static final String FEATURES = "features/";

    private final Stage stage;

    public Hooks(Stage stage) {
        this.stage = stage;
    }

    /** Waits for the example's turn. */
    @Before
    public void begin(Scenario scenario) throws InterruptedException {
        stage.enter(place(scenario));
    }

    /** Hands the evidence over, whatever happened before. */
    @After
    public void end(Scenario scenario) {
        boolean failed = scenario.isFailed();
        try {
            stage.close(
                    relative(scenario.getUri()),
                    scenario.getLine(),
                    failed ? "a step of the example failed" : null);
        } finally {
            stage.leave(place(scenario));
        }
    }

    private static String place(Scenario scenario) {
        return relative(scenario.getUri()) + ":" + scenario.getLine();
    }

    /** Cucumber's address of a feature, from the features' folder on. */
    static String relative(URI uri) {
        String text = uri.toString();
        int features = text.lastIndexOf(FEATURES);
        return features < 0
                ? text.replaceFirst("^(classpath|file):/*", "")
                : text.substring(features + FEATURES.length());
    }
}
