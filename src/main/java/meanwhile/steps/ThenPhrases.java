package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.util.List;

/** All Then phrases, to tell by which of them an example was contradicted. */
public final class ThenPhrases {
    private final Phrases phrases = new Phrases(Vocabulary.SPEAKERS, List.of(Then.class));

    /** The phrase that a step uses, as its definition words it. */
    public String of(String step) {
        return phrases.resolve(step).phrase();
    }

    /** Whether the phrase that a step uses can contradict; a witness only leaves undecided. */
    public boolean canAccuse(String step) {
        return !phrases.resolve(step).method().isAnnotationPresent(Witness.class);
    }
}
