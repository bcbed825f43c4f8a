package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.Stream;

/** All phrases of the suite. */
final class PhraseCatalogue {
    private PhraseCatalogue() {}

    /** The phrases of all steps. */
    static Phrases steps() {
        return new Phrases(
                Stream.concat(
                                RowVocabulary.STEP_CLASSES.stream(),
                                Stream.of(SimultaneousSteps.class))
                        .toList(),
                List.of(Given.class, When.class, Then.class));
    }

    /** The phrases of Then steps. */
    static Phrases questions() {
        return new Phrases(RowVocabulary.STEP_CLASSES, List.of(Then.class));
    }
}
