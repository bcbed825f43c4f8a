package meanwhile.suite.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import org.junit.jupiter.api.Test;

class TrialRunnerTest {
    private static Trial trial(Subject.Kind kind, String name, boolean early, String... clauses) {
        try (TrialRunner trialRunner = TrialRunner.open()) {
            Subject subject = new Subject(kind, name, List.of(clauses), "");
            return trialRunner.make(subject, 1, early, List.of(), Set.of());
        }
    }

    @Test
    void ofAMutantThatDoesNotRunTheLogSaysWhy() {
        String name = "drop constraint: unique members(name)";
        Trial trial = trial(Subject.Kind.MUTANT, name, true, "U7.1", "X3");
        assertThat(trial.closed()).contains("no unique or exclusion constraint");
        assertThat(trial.catches()).isEmpty();
        assertThat(trial.judged()).isEmpty();
        assertThat(trial.program()).isEqualTo(ProgramDigest.running());
    }

    @Test
    void ofAMutantTheLogSaysWhetherItsChangeWasReached() {
        String name = "leave out call: Counters.votes in SqlVotes.adjust";
        Trial noticed = trial(Subject.Kind.MUTANT, name, true, "R1.2");
        assertThat(noticed.catches()).isNotEmpty();
        assertThat(noticed.inert()).isFalse();
        String elsewhere = "leave out call: Members.ban in AdminRoutes.ban";
        assertThat(trial(Subject.Kind.MUTANT, elsewhere, true, "R1.2").inert()).isTrue();
    }

    @Test
    void aTrialThatMayEndEarlyPlaysNothingMoreAfterTheFirstContradiction() {
        String[] clauses = {"U1.3", "U4.1", "U4.2", "U4.3"};
        Trial trial = trial(Subject.Kind.DEFECT, "wrong-retry-after", true, clauses);
        assertThat(trial.whole()).isFalse();
        assertThat(trial.catches()).extracting(Trial.Catch::clause).contains("U1.3");
        Trial whole = trial(Subject.Kind.DEFECT, "wrong-retry-after", false, "U1.3", "U2.1");
        assertThat(whole.whole()).isTrue();
        assertThat(whole.judged()).containsExactly("U1.3", "U2.1");
    }

    @Test
    void ofWhatShouldBeSoundTheLogSaysWhyItWasAccused() {
        Trial accused = trial(Subject.Kind.DECOY, "wrong-retry-after", true, "U1.3");
        assertThat(accused.catches().getFirst().why()).startsWith("Expected ").contains(" from ");
        Trial deserved = trial(Subject.Kind.DEFECT, "wrong-retry-after", true, "U1.3");
        assertThat(deserved.catches().getFirst().why()).isNull();
    }

    @Test
    void ofATrialOfPhrasesOnlyTheExamplesThatSayThemArePlayed() {
        String title = "U7.2 Ben votes on while his session ends twice";
        try (TrialRunner trialRunner = TrialRunner.open()) {
            Subject subject =
                    new Subject(
                            Subject.Kind.PHRASES, "renewed-once-only", List.of("U7.1", "U7.2"), "");
            Trial trial = trialRunner.make(subject, 1, false, List.of(), Set.of(title));
            assertThat(trial.judged()).containsExactly("U7.2");
            assertThat(trial.catches()).hasSize(1);
            assertThat(trial.catches().getFirst().example())
                    .isEqualTo("Ben votes on while his session ends twice");
            assertThat(trial.catches().getFirst().thens())
                    .containsExactly("every renewal is accepted");
        }
    }

    @Test
    void ofAHollowServerTheLogHoldsTheVerdictsAndWhatWasSeenWhereAnExampleHeld() {
        String title = "R1.2 One vote after another";
        try (TrialRunner trialRunner = TrialRunner.open()) {
            Subject sound = new Subject(Subject.Kind.HOLLOW, "answers-unevenly", List.of(), "");
            Trial.Hollow seen =
                    trialRunner.make(sound, 1, false, List.of(), Set.of(title)).hollow();
            assertThat(seen).isNotNull();
            assertThat(seen.verdicts()).isEqualTo(Map.of("holds", 1));
            Subject refuses =
                    new Subject(
                            Subject.Kind.HOLLOW, "hollow breaks: POST /v1/votes", List.of(), "");
            Trial.Hollow blind =
                    trialRunner.make(refuses, 1, false, List.of(), Set.of(title)).hollow();
            assertThat(blind).isNotNull();
            assertThat(blind.verdicts()).doesNotContainKey("holds");
        }
    }
}
