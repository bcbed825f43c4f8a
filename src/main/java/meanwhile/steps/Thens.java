package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Set;

/** All Then phrases, to tell by which of them an example was contradicted. */
public final class Thens {
    private final Phrases phrases = new Phrases(Vocabulary.SPEAKERS, List.of(Then.class));

    /** As their definitions word them. */
    public Set<String> all() {
        return phrases.sources();
    }

    /** The phrase that a step uses. */
    public String of(String step) {
        return phrases.resolve(step).phrase();
    }
}
