package meanwhile.suite.glue;

import io.cucumber.picocontainer.CucumberPicoProvider;
import meanwhile.own.Stage;
import meanwhile.steps.ExampleJudge;
import meanwhile.steps.ExampleScript;
import meanwhile.steps.RunServices;
import meanwhile.suite.own.OwnStage;
import org.picocontainer.injectors.Provider;

/** Provides the stage to a team's own step classes. */
@CucumberPicoProvider
public final class StageProvider implements Provider {
    /** The stage of the example; PicoContainer finds this method by its name. */
    public Stage provide(ExampleScript script, ExampleJudge judge, RunServices run) {
        return new OwnStage(script, judge, run.context().gallery());
    }
}
