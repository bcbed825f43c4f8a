package meanwhile.steps;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;

/** A Cucumber plugin that provides the text of the current step as the feature words it. */
public final class CurrentStep implements ConcurrentEventListener {
    private static final Said NOTHING = new Said("", false);
    private static final ThreadLocal<Said> CURRENT = ThreadLocal.withInitial(() -> NOTHING);

    /**
     * A step.
     *
     * @param prepares whether it is a Given step, or an And after one
     */
    private record Said(String text, boolean prepares) {}

    /** Why a step of the example that this thread is playing failed. */
    private static final ThreadLocal<String> FAILURE = ThreadLocal.withInitial(() -> "");

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestStepStarted.class, CurrentStep::started);
        publisher.registerHandlerFor(TestStepFinished.class, CurrentStep::finished);
    }

    /** The text of the step that this thread is executing. */
    public static String current() {
        return CURRENT.get().text();
    }

    /**
     * Why a step of the example that this thread is playing failed, in one line, with the step;
     * empty if none did.
     */
    static String failure() {
        return FAILURE.get();
    }

    /** The next example of this thread begins. */
    static void begin() {
        FAILURE.remove();
    }

    /** Whether the step prepares: a Given step, or an And after one. */
    public static boolean prepares() {
        return CURRENT.get().prepares();
    }

    /**
     * Does something as if this thread were executing a step of this text that does not prepare.
     */
    static void saying(String text, Runnable step) {
        Said before = CURRENT.get();
        CURRENT.set(new Said(text, false));
        try {
            step.run();
        } finally {
            CURRENT.set(before);
        }
    }

    private static void finished(TestStepFinished event) {
        Throwable error = event.getResult().getError();
        if (error != null && event.getTestStep() instanceof PickleStepTestStep step) {
            String message = error.getMessage();
            FAILURE.set(
                    "“%s” failed: %s"
                            .formatted(
                                    step.getStep().getText(),
                                    (message == null ? error.getClass().getSimpleName() : message)
                                            .strip()
                                            .replaceAll("\\s+", " ")));
        }
    }

    private static void started(TestStepStarted event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            String keyword = step.getStep().getKeyword().strip();
            boolean goesOn = keyword.equals("And") || keyword.equals("But") || keyword.equals("*");
            CURRENT.set(
                    new Said(
                            step.getStep().getText(),
                            keyword.equals("Given") || (goesOn && CURRENT.get().prepares())));
        }
    }
}
