package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import meanwhile.report.data.FeatureText;
import meanwhile.suite.setup.SetUpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTagsTest {
    @ParameterizedTest
    @CsvSource({"R1.9, @R1.1", "r1.2, @R1.2", "Q7.1, @U7.1", "x3, @X3", "r1, @R1"})
    void anIdThatTheSpecificationLacksIsRefusedWithItsLine(String tag, String near) {
        assertThatThrownBy(() -> require(tag))
                .isInstanceOf(SetUpException.class)
                .hasMessageStartingWith(
                        "mine/a.feature:4: “@%s” is no clause of the specification; the nearest are "
                                .formatted(tag))
                .hasMessageContaining(near);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R1.2",
                "R1",
                "X3",
                "alone",
                "SEAT-7",
                "v2",
                "issue27",
                "seats-are-sold-once"
            })
    void clausesScenariosAndOwnIdsAreAllowed(String tag) {
        assertThatCode(() -> require(tag)).doesNotThrowAnyException();
    }

    @Test
    void theShippedFeaturesAreAllowed() {
        assertThatCode(
                        () ->
                                new ClauseTags(FeatureFiles.specification())
                                        .require(FeatureFiles.in(null).features()))
                .doesNotThrowAnyException();
    }

    private static void require(String tag) {
        String text =
                """
                Feature: Mine

                  Rule: One
                    @%s
                    Example: Two
                      Given Ana is a member
                """
                        .formatted(tag);
        new ClauseTags(FeatureFiles.specification())
                .require(
                        List.of(Objects.requireNonNull(FeatureText.parse("mine/a.feature", text))));
    }
}
