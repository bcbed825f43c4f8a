package meanwhile.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The start and the end of each example. */
public final class Hooks {
    private static final String FEATURES = "features/";

    private final ExampleTurn turn;
    private final @Nullable Path folder;

    public Hooks(ExampleTurn turn, RunServices run) {
        this.turn = turn;
        folder = run.features();
    }

    /** Waits for the example's turn. */
    @Before
    public void begin(Scenario scenario) throws InterruptedException {
        CurrentStep.begin();
        turn.enter(place(scenario));
    }

    /** Hands the evidence over, whatever happened before. */
    @After
    public void end(Scenario scenario) {
        boolean failed = scenario.isFailed();
        try {
            turn.close(
                    relative(scenario.getUri()),
                    scenario.getLine(),
                    failed ? CurrentStep.failure() : null);
        } finally {
            turn.leave(place(scenario));
        }
    }

    private String place(Scenario scenario) {
        return relative(scenario.getUri()) + ":" + scenario.getLine();
    }

    private String relative(URI uri) {
        return relative(uri, folder);
    }

    /**
     * Cucumber's URI of a feature, relative to the features' folder.
     *
     * @param folder the folder of the features; null for the built-in ones
     */
    public static String relative(URI uri, @Nullable Path folder) {
        if (folder != null && "file".equals(uri.getScheme())) {
            return real(folder).relativize(real(Path.of(uri))).toString().replace('\\', '/');
        }
        String text = uri.toString();
        int features = text.lastIndexOf(FEATURES);
        return features < 0
                ? text.replaceFirst("^(classpath|file):/*", "")
                : text.substring(features + FEATURES.length());
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
