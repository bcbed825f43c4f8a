package meanwhile.steps;

/** All Then phrases, to find the phrase that contradicted an example. */
public final class ThenPhrases {
    private final Phrases phrases;

    /**
     * @param wording the words of the features
     */
    public ThenPhrases(Wording wording) {
        phrases = RowPhrases.of(wording).questions();
    }

    /** The phrase that a step uses, as its definition words it. */
    public String of(String step) {
        return phrases.resolve(step).phrase();
    }

    /** Whether the step's phrase can contradict; a witness can only leave undecided. */
    public boolean canAccuse(String step) {
        return !phrases.resolve(step).method().isAnnotationPresent(Witness.class);
    }
}
