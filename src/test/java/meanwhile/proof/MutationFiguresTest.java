package meanwhile.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the figures of mechanical mutants count. */
class MutationFiguresTest {
    @Test
    void aSurvivorHasAReasonAndWhatIsCaughtNeedsNone() {
        Subject split = new Subject(Subject.Kind.MUTANT, "split", List.of("R1"), "");
        Subject drop = new Subject(Subject.Kind.MUTANT, "drop", List.of("R1"), "");
        Proof proof =
                new Figures(
                                List.of(split, drop),
                                List.of(
                                        mutant(split, false, null),
                                        mutant(drop, false, null, by("R1.2"))),
                                Set.of(),
                                Map.of(
                                        "split", new Survival(true, "nothing follows"),
                                        "drop", new Survival(true, "gone")))
                        .proof();
        assertThat(proof.mutants())
                .containsExactly(
                        new Proof.Mutant(
                                "split", 1, List.of(), "nothing follows", true, true, null),
                        new Proof.Mutant("drop", 1, List.of("R1.2"), null, false, true, null));
        assertThat(proof.mutation())
                .isEqualTo(
                        new Proof.Mutation(
                                2,
                                2,
                                0,
                                0,
                                1,
                                1,
                                null,
                                List.of(
                                        new Proof.Operator("drop", 1, 1, 0, 0, 1, 1),
                                        new Proof.Operator("split", 1, 1, 0, 0, 0, 0))));
    }

    @Test
    void aMutantThatDoesNotRunOrIsNotReachedCountsAsNeitherNoticedNorNoticeable() {
        Subject rejected = new Subject(Subject.Kind.MUTANT, "drop: a", List.of("R1"), "");
        Subject idle = new Subject(Subject.Kind.MUTANT, "drop: b", List.of("R1"), "");
        Subject open = new Subject(Subject.Kind.MUTANT, "skip: c", List.of("R1"), "");
        Proof proof =
                new Figures(
                                List.of(rejected, idle, open),
                                List.of(
                                        mutant(rejected, false, "no such column"),
                                        // Whatever was contradicted, it was not this change.
                                        mutant(idle, true, null, by("R1.2"))),
                                Set.of(),
                                Map.of())
                        .proof();
        assertThat(proof.mutation())
                .isEqualTo(
                        new Proof.Mutation(
                                3,
                                2,
                                1,
                                1,
                                0,
                                0,
                                null,
                                List.of(
                                        new Proof.Operator("drop", 2, 2, 1, 1, 0, 0),
                                        new Proof.Operator("skip", 1, 0, 0, 0, 0, 0))));
        assertThat(proof.survivors()).isEmpty();
        assertThat(proof.rejected()).extracting(Proof.Mutant::name).containsExactly("drop: a");
        assertThat(proof.unreached()).extracting(Proof.Mutant::name).containsExactly("drop: b");
    }

    @Test
    void aTrialInTwoPartsWasReachedIfOneOfThemWas() {
        Subject split = new Subject(Subject.Kind.MUTANT, "split: a", List.of("R1"), "");
        Trial later = mutant(split, false, null, by("R1.2"));
        Trial both = mutant(split, true, null).continuedBy(later);
        assertThat(both.inert()).isFalse();
        assertThat(both.seconds()).isEqualTo(5.0);
        assertThat(both.catches()).isEqualTo(later.catches());
        assertThat(both.judged()).containsExactly("R1.1", "R1.2");
    }

    private static Trial mutant(
            Subject subject, boolean inert, @Nullable String closed, Trial.Catch... catches) {
        return new Trial(
                subject.kind(),
                subject.name(),
                1,
                null,
                "2026-11-24T10:00:00Z",
                2.5,
                false,
                null,
                inert,
                List.of("R1.1", "R1.2"),
                List.of(),
                List.of(catches),
                null,
                closed);
    }

    private static Trial.Catch by(String clause) {
        return new Trial.Catch(clause, "A double tap", 1, List.of("count"), null);
    }
}
