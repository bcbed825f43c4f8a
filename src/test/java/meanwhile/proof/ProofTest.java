package meanwhile.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
    private static final Subject LOST =
            new Subject(Subject.Kind.DEFECT, "lost-update", List.of("R1.2", "D1.3"), "natural");
    private static final Subject LOST_IN_ORDER =
            new Subject(Subject.Kind.SEQUENTIAL, "lost-update", List.of("R1.2", "D1.3"), "");
    private static final Subject SLOW =
            new Subject(Subject.Kind.DECOY, "slow", List.of("R1.1"), "");
    private static final Subject NOTHING = new Subject(Subject.Kind.SOUND, "", List.of(), "");
    private static final Subject REFUSES =
            new Subject(Subject.Kind.HOLLOW, "hollow refuses: everything", List.of(), "");
    private static final List<Subject> SUBJECTS =
            List.of(LOST, LOST_IN_ORDER, SLOW, NOTHING, REFUSES);

    private static final String PROGRAM = "0123456789ab";

    private static Trial trial(Subject subject, Trial.Catch... catches) {
        return trial(subject, true, null, catches);
    }

    private static Trial hollow(int holds, Trial.Held... held) {
        return new Trial(
                Subject.Kind.HOLLOW,
                REFUSES.name(),
                1,
                null,
                "2026-11-24T10:00:00Z",
                2.5,
                true,
                null,
                false,
                List.of(),
                List.of(),
                List.of(by("R1.2", 1, "count")),
                new Trial.Hollow(Map.of("holds", holds, "undecided", 4), List.of(held)),
                null);
    }

    private static Trial trial(
            Subject subject, boolean whole, @Nullable Integer micros, Trial.Catch... catches) {
        return new Trial(
                subject.kind(),
                subject.name(),
                1,
                PROGRAM,
                "2026-11-24T10:00:00Z",
                2.5,
                whole,
                micros,
                false,
                List.of("R1.1", "R1.2"),
                List.of(),
                List.of(catches),
                null,
                null);
    }

    private static Trial.Catch by(String clause, double seconds, String... thens) {
        return new Trial.Catch(clause, "A double tap", seconds, List.of(thens), null);
    }

    private static Proof proof(Trial... trials) {
        return new Figures(SUBJECTS, List.of(trials), Set.of("count", "history", "order"), Map.of())
                .proof();
    }

    @Test
    void countsInHowManyRunsADefectWasCaughtAndByWhom() {
        Proof proof =
                proof(
                        trial(LOST, by("R1.2", 0.8, "count"), by("R1.2", 0.5, "count")),
                        trial(LOST, by("R1.2", 1.5, "count"), by("D1.3", 2.0, "count")),
                        trial(LOST_IN_ORDER));
        Proof.Defect lost = proof.defects().getFirst();
        assertThat(lost.runs()).isEqualTo(2);
        assertThat(lost.catches()).isEqualTo(2);
        assertThat(lost.caughtBy()).isEqualTo(Map.of("R1.2", 2, "D1.3", 1));
        assertThat(lost.sequentialRuns()).isEqualTo(1);
        assertThat(lost.sequentialCatches()).isZero();
        assertThat(lost.medianSecondsToCatch()).isEqualTo(1.5);
        assertThat(proof.detected()).isTrue();
        assertThat(proof.clauses()).containsEntry("D1.3", List.of("lost-update"));
    }

    @Test
    void aDefectThatOnlyAnotherClauseNoticesIsMissed() {
        Trial elsewhere = trial(LOST, by("U1.1", 1, "count"));
        assertThat(proof(elsewhere).notCaught()).containsExactly("lost-update");
        assertThat(proof(elsewhere).detected()).isFalse();
        assertThat(elsewhere.fails(SUBJECTS)).isTrue();
    }

    @Test
    void whoeverAccusesTheSoundAlarmsFalsely() {
        Trial calm = trial(NOTHING);
        Trial alarm = trial(NOTHING, by("R1.2", 1, "count"), by("R1.2", 2, "history"));
        Trial decoy = trial(SLOW, by("R1.1", 1, "count"));
        Proof proof = proof(calm, alarm, decoy);
        assertThat(proof.soundRuns()).isEqualTo(new Proof.SoundRuns(2, 0, 4, 0, 1));
        assertThat(proof.decoys()).containsExactly(new Proof.Decoy("slow", 1, 1));
        assertThat(calm.fails(SUBJECTS)).isFalse();
        assertThat(alarm.fails(SUBJECTS)).isTrue();
        assertThat(decoy.fails(SUBJECTS)).isTrue();
    }

    @Test
    void whatHeldOnAHollowServerIsKeptWithWhatWasSeen() {
        Trial.Held seen = new Trial.Held("U3.1", "All at once", Map.of("upload-image", 4));
        Proof.Hollow refuses = proof(hollow(1, seen), hollow(0)).hollow().getFirst();
        assertThat(refuses.server()).isEqualTo("hollow refuses: everything");
        assertThat(refuses.runs()).isEqualTo(2);
        assertThat(refuses.verdicts()).isEqualTo(Map.of("holds", 1, "undecided", 8));
        assertThat(refuses.held()).containsExactly(seen);
        assertThat(seen.words()).isEqualTo("upload-image\u00a04");
        assertThat(proof(trial(LOST)).hollow()).isEmpty();
    }

    @Test
    void aTrialFailsWhereAnExampleHeldAndNothingWasAccepted() {
        Trial.Held blind = new Trial.Held("U3.1", "All at once", Map.of());
        assertThat(hollow(1, blind).fails(SUBJECTS)).isTrue();
        Trial.Held seen = new Trial.Held("U3.1", "All at once", Map.of("upload-image", 4));
        assertThat(hollow(1, seen).fails(SUBJECTS)).isFalse();
        assertThat(hollow(0).fails(SUBJECTS)).isFalse();
    }

    @Test
    void aPhraseWithoutWhichEverythingIsCaughtAllTheSameIsIdle() {
        Proof proof =
                proof(
                        trial(LOST, by("R1.2", 1, "count")),
                        trial(LOST, by("R1.2", 1, "count", "history")),
                        trial(SLOW, by("R1.1", 1, "order")));
        assertThat(proof.idle()).containsExactly("history", "order");
    }

    @Test
    void windowsOfAnotherWidthAreCountedByThemselves() {
        Proof.Defect lost =
                proof(
                                trial(LOST, by("R1.2", 1, "count")),
                                trial(LOST, false, null, by("R1.2", 1, "count")),
                                trial(LOST, false, 100),
                                trial(LOST, false, 100, by("D1.3", 1, "count")),
                                trial(LOST, false, 10_000, by("R1.2", 1, "count")))
                        .defects()
                        .getFirst();
        assertThat(lost.runs()).isEqualTo(2);
        assertThat(lost.wholeRuns()).isEqualTo(1);
        assertThat(lost.caughtBy()).isEqualTo(Map.of("R1.2", 2));
        assertThat(lost.widths())
                .containsExactly(new Proof.Width(100, 2, 1), new Proof.Width(10_000, 1, 1));
        Plan wide = new Plan(1, Set.of(Subject.Kind.DEFECT), List.of(), List.of(), 1, 1, 1_000);
        assertThat(wide.open(SUBJECTS, List.of(trial(LOST), trial(LOST, false, 100))))
                .containsExactly(LOST);
        assertThat(wide.open(SUBJECTS, List.of(trial(LOST, false, 1_000)))).isEmpty();
    }

    @Test
    void soundRunsUnderLoadCountAmongTheSoundOnes() {
        Subject loaded = new Subject(Subject.Kind.LOADED, "", List.of(), "");
        Trial alarm = trial(loaded, by("R1.2", 1, "count"));
        assertThat(proof(trial(NOTHING), alarm).soundRuns())
                .isEqualTo(new Proof.SoundRuns(2, 1, 4, 0, 1));
        assertThat(alarm.fails(SUBJECTS)).isTrue();
    }

    @Test
    void onlyTheFirstTrialOfADefectIsPlayedToItsEnd() {
        Plan plan = plan(20, 1, 1);
        assertThat(plan.mayEndEarly(LOST, List.of())).isFalse();
        assertThat(plan.mayEndEarly(LOST, List.of(trial(LOST, false, null)))).isFalse();
        assertThat(plan.mayEndEarly(LOST, List.of(trial(LOST)))).isTrue();
        assertThat(plan.mayEndEarly(SLOW, List.of(trial(SLOW)))).isFalse();
        assertThat(plan.mayEndEarly(NOTHING, List.of(trial(NOTHING)))).isFalse();
    }

    @Test
    void opensWithTheExamplesOfEachClauseThatCaughtMostOftenAndThenWithTheQuickest() {
        Trial first = trial(LOST, by("R1.2", 3, "count"), by("D1.3", 1, "count"));
        Trial.Catch rarer = new Trial.Catch("R1.2", "Three taps", 0.1, List.of("count"), null);
        Trial second = trial(LOST, by("R1.2", 9, "count"), rarer);
        assertThat(Plan.openings(LOST, List.of())).isEmpty();
        assertThat(Plan.openings(LOST, List.of(trial(LOST, by("U1.1", 1, "count"))))).isEmpty();
        assertThat(Plan.openings(LOST, List.of(first)))
                .containsExactly("D1.3 A double tap", "R1.2 A double tap");
        assertThat(Plan.openings(LOST, List.of(first, second)))
                .containsExactly("R1.2 A double tap", "D1.3 A double tap");
    }

    @Test
    void plansOneRunOfAllBeforeTheNextAndWhatIsLoggedNotAgain() {
        Plan plan = plan(2, 1, 1);
        assertThat(plan.open(SUBJECTS, List.of(trial(LOST)))).containsExactly(SLOW, LOST, SLOW);
        assertThat(plan.open(SUBJECTS, List.of(trial(LOST), trial(SLOW), trial(LOST))))
                .containsExactly(SLOW);
    }

    @Test
    void sharesAreApartAndTogetherEverything() {
        assertThat(plan(1, 1, 2).chosen(SUBJECTS)).containsExactly(LOST);
        assertThat(plan(1, 2, 2).chosen(SUBJECTS)).containsExactly(SLOW);
    }

    @Test
    void choosesByScenarioToo() {
        Set<Subject.Kind> kinds = Set.of(Subject.Kind.DEFECT, Subject.Kind.DECOY);
        Plan plan = new Plan(1, kinds, List.of(), List.of("D1"), 1, 1, null);
        assertThat(plan.chosen(SUBJECTS)).containsExactly(LOST);
    }

    private static Plan plan(int runs, int shard, int shards) {
        Set<Subject.Kind> kinds = Set.of(Subject.Kind.DEFECT, Subject.Kind.DECOY);
        return new Plan(runs, kinds, List.of(), List.of(), shard, shards, null);
    }

    @Test
    void keepsTrialsOverAnInterruption(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/log.ndjson");
        Trial first = trial(LOST, by("R1.2", 0.8, "count"));
        new TrialLog(file).append(first);
        Files.writeString(file, Files.readString(file) + "{\"kind\":\"DEF");
        assertThat(new TrialLog(file).read()).containsExactly(first);
        new TrialLog(file).append(trial(SLOW));
        assertThat(new TrialLog(file).read()).containsExactly(first, trial(SLOW));
    }

    @Test
    void anOlderLogDoesNotSayWhatProgramMadeItsTrials(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.ndjson");
        new TrialLog(file).append(trial(LOST));
        assertThat(new TrialLog(file).read()).extracting(Trial::program).containsExactly(PROGRAM);
        Files.writeString(
                file, Files.readString(file).replace(",\"program\":\"" + PROGRAM + "\"", ""));
        new TrialLog(file).append(trial(LOST));
        assertThat(new TrialLog(file).read())
                .extracting(Trial::program)
                .containsExactly(null, PROGRAM);
    }

    @Test
    void namesTheLineThatIsDamaged(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.ndjson");
        new TrialLog(file).append(trial(LOST));
        Files.writeString(file, Files.readString(file) + "{}}\n");
        assertThatThrownBy(() -> new TrialLog(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
    }
}
