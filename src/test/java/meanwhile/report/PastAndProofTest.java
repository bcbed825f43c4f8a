package meanwhile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.proof.Proof;
import meanwhile.proof.ProofFile;
import meanwhile.proof.Wilson;
import meanwhile.report.past.Past;
import meanwhile.report.past.PastFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report knows beyond its own run. */
class PastAndProofTest {
    private static final String H = "holds";
    private static final String C = "contradicted";

    @TempDir private Path folder;

    @Test
    void aClauseIsNewOrMendedOrFlickersByItsLastVerdicts() {
        assertThat(trend(H).kind()).isEqualTo(Past.Kind.FIRST);
        assertThat(trend(H, H).kind()).isEqualTo(Past.Kind.STEADY);
        assertThat(trend(H, H, C).kind()).isEqualTo(Past.Kind.NEW);
        assertThat(trend(C, H).kind()).isEqualTo(Past.Kind.MENDED);
        assertThat(trend(H, C, H).kind()).isEqualTo(Past.Kind.FLICKERING);
        assertThat(trend(H, "undecided").kind()).isEqualTo(Past.Kind.CHANGED);
    }

    @Test
    void itIsKnownSinceWhenAVerdictStands() {
        Past.Trend trend = trend(H, C, C, C);
        assertThat(trend.since()).isEqualTo("2026-11-02 10:00 UTC");
        assertThat(trend.times()).isEqualTo(3);
    }

    @Test
    void runsWithPlantedDefectsAreNotComparedWithOthers() {
        Past past = new Past(List.of(run(1, C, List.of("lost-update")), run(2, H, List.of())));
        assertThat(past.previous()).isNull();
        assertThat(past.trend("R1.2").kind()).isEqualTo(Past.Kind.FIRST);
    }

    @Test
    void eachTargetHasAPastOfItsOwn() {
        Past.Run first = run(1, C, List.of("lost-update"));
        Past.Run second = run(2, H, List.of());
        Past.Run third = run(3, H, List.of());
        assertThat(new Past(List.of(second, first, third)).apart())
                .containsExactly(new Past(List.of(second, third)), new Past(List.of(first)));
    }

    @Test
    void onlyTheLastRunsAreKept() {
        Report report = Specimens.large(3).report();
        Past past = new Past(List.of(run(1, H, List.of("another target's"))));
        for (int i = 0; i < 60; i++) {
            past = past.with(report);
        }
        assertThat(past.runs()).hasSize(51);
        assertThat(past.comparable()).hasSize(50);
    }

    @Test
    void thePastIsReadBackAndADamagedOneIsNamed() throws Exception {
        Past past = new Past(List.of(run(1, H, List.of()), run(2, C, List.of())));
        PastFile.write(past, folder);
        assertThat(PastFile.read(folder)).isEqualTo(past);
        Files.writeString(folder.resolve(PastFile.NAME), "{\"version\":1,\"runs\":[{");
        assertThatThrownBy(() -> PastFile.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(PastFile.NAME)
                .hasMessageContaining("remove the file");
        Files.writeString(folder.resolve(PastFile.NAME), "{\"version\":9,\"runs\":[]}");
        assertThatThrownBy(() -> PastFile.read(folder)).hasMessageContaining("version 9");
    }

    @Test
    void aProofMayLackAnythingAndHaveMore() throws Exception {
        assertThat(ProofFile.read(folder)).isEqualTo(ProofFile.shipped());
        Files.writeString(
                folder.resolve(ProofFile.NAME),
                """
                {"version":1,"later":true,"defects":[{"name":"a","runs":20,"catches":20},
                 {"name":"b","breaks":["R1.2"],"runs":20,"catches":0}],"mutants":[{"name":"m"}]}
                """);
        Proof proof = ProofFile.read(folder);
        assertThat(proof).isNotNull();
        assertThat(proof.caught()).isEqualTo(1);
        assertThat(proof.survivors()).extracting(Proof.Mutant::name).containsExactly("m");
        assertThat(proof.falseAlarms()).isZero();
        Files.writeString(folder.resolve(ProofFile.NAME), "[");
        assertThatThrownBy(() -> ProofFile.read(folder)).hasMessageContaining(ProofFile.NAME);
    }

    /** The values of Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
    @Test
    void wilsonsIntervalIsAsPublished() {
        Wilson some = Wilson.of(81, 263);
        assertThat(some.low()).isCloseTo(0.2553, within(0.00005));
        assertThat(some.high()).isCloseTo(0.3662, within(0.00005));
        Wilson none = Wilson.of(0, 20);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1611, within(0.00005));
    }

    @Test
    void anOutlinesExamplesHaveAPageEach() {
        FeatureText outline =
                FeatureText.parse(
                        "r1.feature",
                        """
                        Feature: Voting
                          @R1.2
                          Scenario Outline: Same name
                            Given <who> is a member
                            Examples:
                              | who |
                              | Ana |
                              | Ben |
                        """);
        assertThat(outline).isNotNull();
        Report report =
                Compiler.compile(
                        Specimens.hostile().report().facts(),
                        SpecificationText.parse("## All\n### R1 Voting\n- **R1.2** Two.\n"),
                        List.of(outline),
                        List.of());
        assertThat(report.clauses().getFirst().examples())
                .extracting(Report.Example::slug)
                .containsExactly("r1-2-same-name", "r1-2-same-name-2");
    }

    private static Past.Trend trend(String... verdicts) {
        List<Past.Run> runs = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            runs.add(run(i + 1, verdicts[i], List.of()));
        }
        return new Past(runs).trend("R1.2");
    }

    private static Past.Run run(int day, String verdict, List<String> planted) {
        return new Past.Run(
                "mine",
                planted,
                "2026-11-%02dT10:00:00Z".formatted(day),
                day,
                1.5,
                verdict,
                Map.of("R1.2", verdict));
    }
}
