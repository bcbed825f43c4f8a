package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordTyposTest {
    @ParameterizedTest
    @CsvSource({
        "Exmple: One, Example",
        "Example : One, ''",
        "example: One, Example",
        "Exmaple:, Example",
        "Scenaro: One, Scenario",
        "Scenario Outlin: One, Scenario Outline",
        "Rul: One, Rule",
        "Ruel: One, Rule",
        "Note: see above, ''",
        "Why: it matters, ''",
        "Given Ana says: hello, ''"
    })
    void aLineThatLooksLikeAKeywordIsToldWithItsPlace(String line, String meant) {
        assertThat(KeywordTypos.in("a.feature", "Feature: A\n  " + line + "\n"))
                .isEqualTo(
                        meant.isEmpty()
                                ? List.of()
                                : List.of(
                                        "a.feature:2: “%s:” is read as prose; is “%s:” meant?"
                                                .formatted(line.split(":", 2)[0], meant)));
    }

    @Test
    void textInQuotesAndOtherLanguagesAreLeftAlone() {
        assertThat(KeywordTypos.in("a", "Feature: A\n\"\"\"\nExmple: x\n\"\"\"\n")).isEmpty();
        assertThat(
                        KeywordTypos.in(
                                "a", "# language: de\nFunktionalität: A\nRegel: x\nBeispiel: y\n"))
                .isEmpty();
    }

    @Test
    void theSpecificationHasNone() {
        assertThat(FeatureFiles.in(null).warnings()).isEmpty();
    }
}
