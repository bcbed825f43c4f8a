package meanwhile.suite.glue;

import io.cucumber.picocontainer.CucumberPicoProvider;
import meanwhile.steps.RunServices;
import meanwhile.suite.run.OpenRun;
import org.picocontainer.injectors.Provider;

/** Provides the services of the open run to the objects that Cucumber creates for an example. */
@CucumberPicoProvider
public final class RunServicesProvider implements Provider {
    /**
     * Returns the services of the open run; PicoContainer finds this method by its name.
     *
     * @throws IllegalStateException if no run is open
     */
    public RunServices provide() {
        return OpenRun.services();
    }
}
