package meanwhile.suite.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import meanwhile.proof.Subject;
import meanwhile.suite.run.FeatureFiles;
import org.junit.jupiter.api.Test;

class UnprovenPhrasesTest {
    private final UnprovenPhrases unproven = new UnprovenPhrases(FeatureFiles.in(null).features());

    @Test
    void whatExamplesSayIsKnownAndWitnessesAreNotAmongIt() {
        assertThat(unproven.phrases())
                .contains("every renewal is accepted", "every vote is accepted")
                .doesNotContain(
                        "it was seen that the session ended",
                        "it was seen that some were served and some refused")
                // A When, and a Then that only another API's features say.
                .doesNotContain(
                        "{actor} logs out",
                        "exactly one becomes {string} and the others are told that the name is"
                                + " taken");
    }

    @Test
    void examplesAreFoundByWhatTheySayAmongASubjectsClauses() {
        assertThat(unproven.saying(Set.of("every renewal is accepted"), subject("U7.2", "U7.1")))
                .containsExactly("U7.2 Ben votes on while his session ends twice");
        assertThat(unproven.saying(Set.of("every renewal is accepted"), subject("U7.1"))).isEmpty();
    }

    private static Subject subject(String... clauses) {
        return new Subject(Subject.Kind.PHRASES, "any", List.of(clauses), "");
    }
}
