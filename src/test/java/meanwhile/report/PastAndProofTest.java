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
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import meanwhile.report.data.SpecificationText;
import meanwhile.report.past.VerdictHistory;
import meanwhile.report.past.VerdictHistoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a report shows beyond its own run: earlier runs and the proof. */
class PastAndProofTest {
    private static final String H = "holds";
    private static final String C = "contradicted";

    @TempDir private Path folder;

    @Test
    void aClauseIsNewOrMendedOrFlickersByItsLastVerdicts() {
        assertThat(trend(H).kind()).isEqualTo(VerdictHistory.Kind.FIRST);
        assertThat(trend(H, H).kind()).isEqualTo(VerdictHistory.Kind.STEADY);
        assertThat(trend(H, H, C).kind()).isEqualTo(VerdictHistory.Kind.NEW);
        assertThat(trend(C, H).kind()).isEqualTo(VerdictHistory.Kind.MENDED);
        assertThat(trend(H, C, H).kind()).isEqualTo(VerdictHistory.Kind.FLICKERING);
        assertThat(trend(H, "undecided").kind()).isEqualTo(VerdictHistory.Kind.CHANGED);
    }

    @Test
    void itIsKnownSinceWhenAVerdictStands() {
        VerdictHistory.Trend trend = trend(H, C, C, C);
        assertThat(trend.since()).isEqualTo("2026-11-02 10:00 UTC");
        assertThat(trend.streak()).isEqualTo(3);
    }

    @Test
    void runsWithPlantedDefectsAreNotComparedWithOthers() {
        VerdictHistory past =
                new VerdictHistory(
                        List.of(run(1, C, List.of("lost-update")), run(2, H, List.of())));
        assertThat(past.previous()).isNull();
        assertThat(past.trend("R1.2").kind()).isEqualTo(VerdictHistory.Kind.FIRST);
    }

    @Test
    void eachTargetHasAPastOfItsOwn() {
        VerdictHistory.Run first = run(1, C, List.of("lost-update"));
        VerdictHistory.Run second = run(2, H, List.of());
        VerdictHistory.Run third = run(3, H, List.of());
        assertThat(new VerdictHistory(List.of(second, first, third)).apart())
                .containsExactly(
                        new VerdictHistory(List.of(second, third)),
                        new VerdictHistory(List.of(first)));
    }

    @Test
    void onlyTheLastRunsAreKept() {
        Report report = Specimens.large(3).report();
        VerdictHistory past = new VerdictHistory(List.of(run(1, H, List.of("another target's"))));
        for (int i = 0; i < 60; i++) {
            past = past.with(report);
        }
        assertThat(past.runs()).hasSize(51);
        assertThat(past.comparable()).hasSize(50);
    }

    @Test
    void thePastIsReadBackAndADamagedOneIsNamed() throws Exception {
        VerdictHistory past =
                new VerdictHistory(List.of(run(1, H, List.of()), run(2, C, List.of())));
        VerdictHistoryFile.write(past, folder);
        assertThat(VerdictHistoryFile.read(folder)).isEqualTo(past);
        Files.writeString(folder.resolve(VerdictHistoryFile.NAME), "{\"version\":1,\"runs\":[{");
        assertThatThrownBy(() -> VerdictHistoryFile.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(VerdictHistoryFile.NAME)
                .hasMessageContaining("remove the file");
        Files.writeString(folder.resolve(VerdictHistoryFile.NAME), "{\"version\":9,\"runs\":[]}");
        assertThatThrownBy(() -> VerdictHistoryFile.read(folder)).hasMessageContaining("version 9");
    }

    @Test
    void aProofMayLackAnythingAndHaveMore() throws Exception {
        assertThat(ProofFile.read(folder)).isEqualTo(ProofFile.shipped());
        Files.writeString(
                folder.resolve(ProofFile.NAME),
                """
                {"version":1,"later":true,"defects":[{"name":"a","runs":20,"catches":20},
                 {"name":"b","breaks":["R1.2"],"runs":20,"catches":0}],"mutants":[{"name":"m","reached":true}]}
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
    void anIntervalNearAllIsNotRoundedToAll() {
        assertThat(Wilson.of(2719, 2720).words()).isEqualTo("99.8–100.0\u00a0%");
        assertThat(Wilson.of(19, 20).words()).isEqualTo("76–99\u00a0%");
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
                ReportCompiler.compile(
                        Specimens.hostile().report().run(),
                        SpecificationText.parse("## All\n### R1 Voting\n- **R1.2** Two.\n"),
                        List.of(outline),
                        List.of());
        assertThat(report.clauses().getFirst().examples())
                .extracting(Report.Example::slug)
                .containsExactly("r1-2-same-name", "r1-2-same-name-2");
    }

    private static VerdictHistory.Trend trend(String... verdicts) {
        List<VerdictHistory.Run> runs = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            runs.add(run(i + 1, verdicts[i], List.of()));
        }
        return new VerdictHistory(runs).trend("R1.2");
    }

    private static VerdictHistory.Run run(int day, String verdict, List<String> planted) {
        return new VerdictHistory.Run(
                "mine",
                planted,
                "2026-11-%02dT10:00:00Z".formatted(day),
                day,
                1.5,
                verdict,
                Map.of("R1.2", verdict));
    }
}
