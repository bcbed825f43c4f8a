package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptancesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<String> IDS = List.of("U1.1", "R1.2", "R1.3", "seats-are-sold-once");

    @TempDir private Path folder;

    @Test
    void anAcceptanceCountsUntilItsLastDayAndOnItsTargetOnly() throws IOException {
        Acceptances read =
                read(
                        """
                        - {clause: R1.2, reason: issue 12, until: 2026-11-24}
                        - {clause: R1.3, reason: issue 13, until: 2026-11-23}
                        - {clause: U1.1, reason: issue 14, until: 2027-01-01, target: theirs}
                        """);
        assertThat(read.of("ours"))
                .containsOnlyKeys("R1.2")
                .containsValue("accepted until 2026-11-24: issue 12");
        assertThat(read.of("theirs")).containsOnlyKeys("R1.2", "U1.1");
        assertThat(read.expired("ours"))
                .containsExactly("The acceptance of R1.3 ended on 2026-11-23: issue 13");
    }

    @Test
    void anOwnRuleIsAcceptedLikeAClause() throws IOException {
        assertThat(read("- {clause: seats-are-sold-once, reason: x, until: 2027-01-01}").of("ours"))
                .containsOnlyKeys("seats-are-sold-once");
    }

    @Test
    void jsonWillDo() throws IOException {
        assertThat(
                        read("[{\"clause\": \"R1.2\", \"reason\": \"x\", \"until\":"
                                        + " \"2027-01-01\"}]")
                                .of("ours"))
                .containsOnlyKeys("R1.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {clause: R9.9, reason: x, until: 2027-01-01} | line 1, clause: “R9.9” does not fit; allowed are U1.1
                    {clause: R1.2, reason: x, until: soon}       | line 1, until: “soon” does not fit; allowed are dates like
                    {clause: R1.2, until: 2027-01-01}            | line 1: reason is missing
                    {clause: R1.2, reason: x}                    | line 1: until is missing
                    {clause: R1.2, why: x}                       | line 1: “why” is not known here
                    """)
    void mistakesAreNamedWithTheirLine(String entry, String message) {
        assertThatThrownBy(() -> read("- " + entry + "\n")).hasMessageContaining(message);
    }

    private Acceptances read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("accepted.yaml"), text);
        return Acceptances.read(file, IDS, TODAY);
    }
}
