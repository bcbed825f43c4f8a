package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.OwnRules;
import org.junit.jupiter.api.Test;

/** The ids of own rules. */
class OwnRuleNamesTest {
    @Test
    void aRuleIsNamedByItsOwnTagOrByItsTitles() {
        assertThat(
                        ids(
                                """
                                @shop @R1
                                Feature: Selling seats
                                  @SEAT-1 @quiet
                                  Rule: Once
                                    Example: A
                                      Given x
                                    @later
                                    Example: B
                                      Given x
                                  @alone
                                  Rule: Twice
                                    Example: C
                                      Given x
                                  @R1.2
                                  Rule: As specified
                                    Example: D
                                      Given x
                                """))
                .containsExactly("SEAT-1", "selling-seats-twice");
    }

    @Test
    void anExampleOutsideOfRulesStandsForItself() {
        assertThat(
                        ids(
                                """
                                Feature: Seats
                                  Example: A
                                    Given x
                                  @B
                                  Scenario Outline: Row <n>
                                    Given <n>
                                    Examples:
                                      | n |
                                      | 1 |
                                      | 2 |
                                  @R1.2
                                  Example: C
                                    Given x
                                """))
                .containsExactly("seats-a", "B");
    }

    @Test
    void aTagOfSeveralRulesNamesNone() {
        String rule = "  @smoke\n  Rule: Да\n    Example: A\n      Given x\n";
        assertThat(ids("Feature: Места\n" + rule + rule.replace("Да", "Нет") + rule))
                .doesNotHaveDuplicates()
                .hasSize(3)
                .allMatch(id -> id.matches("[a-z0-9-]+") && !id.equals("smoke"));
    }

    @Test
    void theFirstRuleOfTheShippedExampleIsAnOwnRule() {
        FeatureFiles shipped =
                FeatureFiles.in(Path.of("src", "examples", "parse-server", "features"));
        assertThat(new OwnRules(FeatureFiles.specification(), shipped.features()).ids())
                .containsExactly("what-the-server-decides-by-itself-a-name-belongs-to-one-member");
    }

    @Test
    void theSpecificationHasNone() {
        assertThat(
                        new OwnRules(FeatureFiles.specification(), FeatureFiles.in(null).features())
                                .ids())
                .isEmpty();
    }

    private static List<String> ids(String text) {
        FeatureText feature = Objects.requireNonNull(FeatureText.parse("a.feature", text));
        return new OwnRules(FeatureFiles.specification(), List.of(feature)).ids();
    }
}
