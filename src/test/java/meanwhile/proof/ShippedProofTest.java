package meanwhile.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The published figures follow from all trials in the log. */
class ShippedProofTest {
    private static final Path LOG = Path.of("src/test/resources/proof/proof-log.ndjson");

    private static Proof shipped() {
        return Objects.requireNonNull(ProofFile.shipped(), "no proof ships with the suite");
    }

    @Test
    void itsFiguresFollowFromTheLog() throws IOException {
        List<Trial> trials = new TrialLog(LOG).read();
        assertThat(trials).isNotEmpty();
        for (Proof.Defect one : shipped().defects()) {
            Subject subject =
                    new Subject(
                            Subject.Kind.DEFECT,
                            one.name(),
                            one.breaks(),
                            String.valueOf(one.window()));
            Proof again = new Figures(List.of(subject), trials, Set.of(), Map.of()).proof();
            assertThat(one).isEqualTo(again.defects().getFirst());
        }
        assertThat(shipped().defects())
                .extracting(Proof.Defect::name)
                .containsExactlyInAnyOrderElementsOf(names(trials, Subject.Kind.DEFECT));
        assertThat(shipped().mutants())
                .extracting(Proof.Mutant::name)
                .containsExactlyInAnyOrderElementsOf(names(trials, Subject.Kind.MUTANT));
        assertThat(shipped().decoys())
                .extracting(Proof.Decoy::name)
                .containsExactlyInAnyOrderElementsOf(names(trials, Subject.Kind.DECOY));
        Proof all = new Figures(List.of(), trials, Set.of(), Map.of()).proof();
        assertThat(shipped().soundRuns()).isEqualTo(all.soundRuns());
        assertThat(shipped().seconds()).isEqualTo(all.seconds());
    }

    private static Set<String> names(List<Trial> trials, Subject.Kind kind) {
        return trials.stream()
                .filter(trial -> trial.kind() == kind)
                .map(Trial::name)
                .collect(Collectors.toSet());
    }

    @Test
    void eachPlayedMutantCountsOnce() {
        Proof.Mutation all = Objects.requireNonNull(shipped().mutation());
        assertThat(all.played()).isEqualTo(shipped().mutants().size()).isPositive();
        assertThat(all.enumerated()).isGreaterThanOrEqualTo(all.played());
        assertThat(all.doNotRun()).isEqualTo(shipped().rejected().size());
        assertThat(all.notReached()).isEqualTo(shipped().unreached().size());
        assertThat(all.noticeable() - all.noticedByRun() + all.equivalent())
                .isEqualTo(shipped().survivors().size());
        assertThat(all.operators().stream().mapToInt(Proof.Operator::noticedByRun).sum())
                .isEqualTo(all.noticedByRun());
        assertThat(all.operators().stream().mapToInt(Proof.Operator::enumerated).sum())
                .isEqualTo(all.enumerated());
    }

    @Test
    void nothingSoundWasAccused() {
        assertThat(shipped().falseAlarms()).isZero();
    }
}
