package meanwhile.suite.run;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import meanwhile.language.Domain;
import meanwhile.steps.RunServices;
import org.jspecify.annotations.Nullable;

/**
 * The open run. Cucumber creates plugins and the objects of an example from nothing but their
 * classes: this is the only place through which they reach their run.
 */
public final class OpenRun {
    private static final AtomicReference<@Nullable Consumer<List<Class<?>>>> AWAITED =
            new AtomicReference<>();

    private OpenRun() {}

    /**
     * Lets a run be opened as soon as it is known where the steps are.
     *
     * @param opening is given a team's own classes with step definitions
     */
    static void await(Consumer<List<Class<?>>> opening) {
        AWAITED.set(opening);
    }

    /**
     * Opens the run that is awaited, if there is one.
     *
     * @param own a team's own classes with step definitions
     */
    public static synchronized void begin(List<Class<?>> own) {
        Consumer<List<Class<?>>> opening = AWAITED.getAndSet(null);
        if (opening != null) {
            opening.accept(own);
        }
    }

    /** The words that its features may use; those of no domain if no run is open. */
    public static Domain domain() {
        SpecificationRun run = SpecificationRun.current();
        return run == null ? Domain.NONE : run.services().wording().domain();
    }

    /**
     * The services for the steps of the open run.
     *
     * @throws IllegalStateException if no run is open
     */
    public static RunServices services() {
        SpecificationRun run = SpecificationRun.current();
        if (run == null) {
            throw new IllegalStateException(
                    "no target is open: examples are run by “mvn verify”, by “meanwhile run”, or by"
                            + " a suite with its plugin");
        }
        return run.services();
    }
}
