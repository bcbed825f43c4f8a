package meanwhile.suite.run;

import meanwhile.steps.RunServices;

/**
 * The run that is open. Cucumber makes plugins and the objects of an example itself, from nothing
 * but their classes: so here, and nowhere else, they reach the run that they belong to.
 */
public final class OpenRun {
    private OpenRun() {}

    /**
     * What the steps of the open run work with.
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
