package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All phrases of the suite, with the words of a domain and of a team. */
final class PhraseCatalogue {
    /** Kept because a run may have thousands of examples. */
    private static final Map<Wording, Phrases> STEPS = new ConcurrentHashMap<>();

    private PhraseCatalogue() {}

    /** The phrases of all steps, with these words. */
    static Phrases steps(Wording wording) {
        return STEPS.computeIfAbsent(wording, PhraseCatalogue::collect);
    }

    private static Phrases collect(Wording wording) {
        return new Phrases(
                wording,
                Stream.concat(RowPhrases.CLASSES.stream(), Stream.of(SimultaneousSteps.class))
                        .toList(),
                List.of(Given.class, When.class, Then.class));
    }
}
