package meanwhile.suite.glue;

import io.cucumber.picocontainer.CucumberPicoProvider;
import meanwhile.steps.RunServices;
import meanwhile.suite.run.OpenRun;
import org.picocontainer.injectors.Provider;

/** Hands the services of the run that is open to whatever Cucumber makes for an example. */
@CucumberPicoProvider
public final class RunServicesProvider implements Provider {
    /**
     * The services of the open run; PicoContainer looks for this method by its name.
     *
     * @throws IllegalStateException if no run is open
     */
    public RunServices provide() {
        return OpenRun.services();
    }
}
