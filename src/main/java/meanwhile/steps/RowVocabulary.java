package meanwhile.steps;

import java.util.List;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/**
 * The sentences that the rows of an example's tables may contain, and the objects that execute
 * them.
 */
public final class RowVocabulary {
    private final Phrases phrases;
    private final MutablePicoContainer steps;

    /**
     * Creates the vocabulary of one example. Cucumber does not lend the step objects that it
     * creates, so they are created again here; they have no state except in the shared objects that
     * they use.
     */
    public RowVocabulary(
            RunServices run,
            ExampleScript script,
            ExampleMemory memory,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge,
            Audit audit) {
        phrases = RowPhrases.of(run.domain()).cells();
        steps = new PicoBuilder().withCaching().build();
        List.of(run, script, memory, promised, target, judge, audit).forEach(steps::addComponent);
        RowPhrases.CLASSES.forEach(steps::addComponent);
    }

    /**
     * Resolves a sentence, to be executed later.
     *
     * @throws Phrases.UnknownPhrase if no phrase fits
     */
    Runnable understand(String sentence) {
        Phrases.Said said = phrases.resolve(sentence);
        Object object = steps.getComponent(said.method().getDeclaringClass());
        return () -> said.to(object);
    }
}
