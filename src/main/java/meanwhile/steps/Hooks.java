package meanwhile.steps;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import java.net.URI;

/** The end of each example. */
public final class Hooks {
    private static final String FEATURES = "features/";

    private final Stage stage;

    public Hooks(Stage stage) {
        this.stage = stage;
    }

    /** Hands the evidence over, whatever happened before. */
    @After
    public void end(Scenario scenario) {
        boolean failed = scenario.isFailed();
        stage.close(
                relative(scenario.getUri()),
                scenario.getLine(),
                failed ? "a step of the example failed" : null);
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
