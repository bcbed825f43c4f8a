package meanwhile.suite.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import meanwhile.proof.Subject;
import meanwhile.reference.mutation.Mutant;
import meanwhile.reference.mutation.Operator;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.OwnRules;
import meanwhile.suite.run.ExampleSelection;
import meanwhile.suite.run.FeatureFiles;
import org.junit.jupiter.api.Test;

/** A mutant is tried on the examples that reach what it changes, the quickest first. */
class MutantSubjectsTest {
    private static final ReachedPlaces REACHED =
            new ReachedPlaces(
                    List.of("a", "b"),
                    Map.of(
                            "R1.1 Slow", new ReachedPlaces.Reached(9, Set.of(0)),
                            "R1.1 Quick", new ReachedPlaces.Reached(1, Set.of(0, 1)),
                            "U1.1 Other", new ReachedPlaces.Reached(2, Set.of(0)),
                            "X1 In the end", new ReachedPlaces.Reached(1, Set.of())));

    private static Mutant mutant(String site) {
        return new Mutant(
                "drop: " + site,
                Operator.CONDITION,
                site,
                new Mutant.InDatabase(UnaryOperator.identity()));
    }

    private final MutantSubjects subjects =
            new MutantSubjects(List.of(mutant("a"), mutant("b"), mutant("c")), REACHED);

    @Test
    void theExamplesThatReachItArePlayedAndThoseThatLookBack() {
        assertThat(subjects.examples("drop: a"))
                .containsExactly("R1.1 Quick", "U1.1 Other", "R1.1 Slow", "X1 In the end");
        assertThat(subjects.examples("drop: b")).containsExactly("R1.1 Quick", "X1 In the end");
        assertThat(subjects.examples("drop: c")).as("reached by none: all are played").isEmpty();
        assertThat(subjects.all())
                .extracting(Subject::clauses)
                .containsExactly(List.of("R1.1", "U1.1", "X1"), List.of("R1.1", "X1"), List.of());
    }

    @Test
    void oneQuickExampleOfEachClauseComesFirstOrThoseThatNoticedItBefore() {
        assertThat(subjects.quick("drop: a", List.of()))
                .containsExactlyInAnyOrder("R1.1 Quick", "U1.1 Other", "X1 In the end");
        assertThat(subjects.quick("drop: a", List.of("R1.1 Slow")))
                .containsExactlyInAnyOrder("R1.1 Slow", "X1 In the end");
        assertThat(subjects.quick("drop: c", List.of())).isEmpty();
    }

    @Test
    void everyExampleIsRecordedAndNoOther() {
        List<FeatureText> features = FeatureFiles.in(null).features();
        OwnRules own = new OwnRules(FeatureFiles.specification(), features);
        Set<String> titles = Set.copyOf(ExampleSelection.titles(features, own));
        assertThat(ReachedPlaces.shipped().examples().keySet())
                .as("prove --record src/main/resources records the examples anew")
                .containsExactlyInAnyOrderElementsOf(titles);
    }

    @Test
    void everyReviewedSurvivorIsAMutant() {
        try (TrialRunner runner = TrialRunner.open()) {
            assertThat(SurvivorReasons.reasons().keySet())
                    .isSubsetOf(runner.mutants().stream().map(Mutant::name).toList());
        }
    }
}
