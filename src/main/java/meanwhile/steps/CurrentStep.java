package meanwhile.steps;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestStepStarted;

/** A Cucumber plugin that provides the text of the current step as the feature words it. */
public final class CurrentStep implements ConcurrentEventListener {
    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "");

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestStepStarted.class, CurrentStep::started);
    }

    /** The text of the step that this thread is executing. */
    static String current() {
        return CURRENT.get();
    }

    private static void started(TestStepStarted event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            CURRENT.set(step.getStep().getText());
        }
    }
}
