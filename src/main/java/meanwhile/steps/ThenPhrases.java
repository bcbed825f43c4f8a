package meanwhile.steps;

/** All Then phrases, to tell by which of them an example was contradicted. */
public final class ThenPhrases {
    private final Phrases phrases = PhraseCatalogue.questions();

    /** The phrase that a step uses, as its definition words it. */
    public String of(String step) {
        return phrases.resolve(step).phrase();
    }

    /** Whether the phrase that a step uses can contradict; a witness only leaves undecided. */
    public boolean canAccuse(String step) {
        return !phrases.resolve(step).method().isAnnotationPresent(Witness.class);
    }
}
