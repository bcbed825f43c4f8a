package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.Stream;

/** All phrases that there are. */
final class PhraseCatalogue {
    private PhraseCatalogue() {}

    /** What a step may say. */
    static Phrases steps() {
        return new Phrases(
                Stream.concat(
                                RowVocabulary.STEP_CLASSES.stream(),
                                Stream.of(SimultaneousSteps.class))
                        .toList(),
                List.of(Given.class, When.class, Then.class));
    }

    /** What a Then step may say. */
    static Phrases questions() {
        return new Phrases(RowVocabulary.STEP_CLASSES, List.of(Then.class));
    }
}
