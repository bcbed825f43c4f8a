package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import meanwhile.language.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which phrases an unknown sentence is answered with. */
class NearPhrasesTest {
    private final Phrases steps = PhraseCatalogue.steps(Wording.of(Domain.NONE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ben vots up on "Tabby"                          | {actor} votes {direction} on {image}
                    Ben votes sideways on "Tabby"                   | {actor} votes {direction} on {image}
                    Bob votes up on "Tabby"                         | {actor} votes {direction} on {image}
                    Ana delets "Tabby"                              | {actor} deletes {image}
                    Ana has uplaoded "Tabby"                        | {actor} has uploaded {image}
                    every action has ended in god time              | every action has ended in good time
                    every action ended in good time                 | every action has ended in good time
                    every vote was accepted                         | every vote is accepted
                    no action ended in an error of the gallery                  | no action has ended in an error of the gallery itself
                    """)
    void aSentenceThatIsAlmostAPhraseIsAnsweredWithIt(String sentence, String phrase) {
        assertThatThrownBy(() -> steps.resolve(sentence))
                .hasMessageStartingWith("no phrase fits “" + sentence + "”; near: “")
                .hasMessageContaining("“" + phrase + "”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ben books the last seat",
                "the weather is fine",
                "Ana pays 30 euros for the seat of Ben",
                "Ben and Chloe are married",
                "all is well in the end",
                "Given",
                "\"\"",
                "x",
                "Ana walks the dog in the park at night"
            })
    void aSentenceThatIsNothingLikeAPhraseIsAnsweredWithTheWholeList(String sentence) {
        assertThatThrownBy(() -> steps.resolve(sentence))
                .hasMessageStartingWith(
                        "no phrase fits “%s”; none is near; the command “phrases” lists what can be said"
                                .formatted(sentence));
    }

    @Test
    void theNearestPhraseIsNamedFirstAndAtMostThreeAre() {
        assertThat(new NearPhrases(steps.sources(), List.of()).to("Ana delets \"Tabby\""))
                .startsWith("{actor} deletes {image}")
                .hasSizeLessThanOrEqualTo(3);
    }
}
