package meanwhile.suite.run;

import meanwhile.language.Domain;
import meanwhile.steps.RunServices;

/**
 * The open run. Cucumber creates plugins and the objects of an example from nothing but their
 * classes: this is the only place through which they reach their run.
 */
public final class OpenRun {
    private OpenRun() {}

    /** The words that its features may use; those of no domain if no run is open. */
    public static Domain domain() {
        SpecificationRun run = SpecificationRun.current();
        return run == null ? Domain.NONE : run.services().domain();
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
                    "no target is open: examples are run by “mvn verify” or by “meanwhile run”");
        }
        return run.services();
    }
}
