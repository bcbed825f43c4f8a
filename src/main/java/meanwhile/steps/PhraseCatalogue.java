package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import meanwhile.language.Domain;

/**
 * All phrases of the suite, with the words of a domain.
 *
 * @param steps the phrases of all steps
 * @param cells the phrases that may stand in a row after the actor: every When step
 * @param questions the phrases of Then steps
 */
record PhraseCatalogue(Phrases steps, Phrases cells, Phrases questions) {
    /** Kept because a run may have thousands of examples. */
    private static final Map<Domain, PhraseCatalogue> KNOWN = new ConcurrentHashMap<>();

    /** The phrases where this domain is declared. */
    static PhraseCatalogue of(Domain domain) {
        return KNOWN.computeIfAbsent(domain, PhraseCatalogue::collect);
    }

    private static PhraseCatalogue collect(Domain domain) {
        List<Class<?>> all =
                Stream.concat(
                                RowVocabulary.STEP_CLASSES.stream(),
                                Stream.of(SimultaneousSteps.class))
                        .toList();
        return new PhraseCatalogue(
                new Phrases(domain, all, List.of(Given.class, When.class, Then.class)),
                new Phrases(domain, RowVocabulary.STEP_CLASSES, List.of(When.class)),
                new Phrases(domain, RowVocabulary.STEP_CLASSES, List.of(Then.class)));
    }
}
