package meanwhile.steps;

/** The sentences that the rows of an example's tables may contain. */
public final class RowVocabulary {
    private final Phrases phrases;

    public RowVocabulary(RunServices run) {
        phrases = RowPhrases.of(run.wording()).cells();
    }

    /**
     * Resolves a sentence, to be executed later by the same object as a step of that class.
     *
     * @throws Phrases.UnknownPhrase if no phrase fits
     */
    Runnable understand(String sentence) {
        Phrases.Said said = phrases.resolve(sentence);
        Object object = StepObjects.of(said.method().getDeclaringClass());
        return () -> CurrentStep.saying(sentence, () -> said.to(object));
    }
}
