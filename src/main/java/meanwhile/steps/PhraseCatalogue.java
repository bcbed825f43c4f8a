package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import meanwhile.language.Domain;

/** All phrases of the suite, with the words of a domain. */
final class PhraseCatalogue {
    /** Kept because a run may have thousands of examples. */
    private static final Map<Domain, Phrases> STEPS = new ConcurrentHashMap<>();

    private PhraseCatalogue() {}

    /** The phrases of all steps, where this domain is declared. */
    static Phrases steps(Domain domain) {
        return STEPS.computeIfAbsent(domain, PhraseCatalogue::collect);
    }

    private static Phrases collect(Domain domain) {
        return new Phrases(
                domain,
                Stream.concat(RowPhrases.CLASSES.stream(), Stream.of(SimultaneousSteps.class))
                        .toList(),
                List.of(Given.class, When.class, Then.class));
    }
}
