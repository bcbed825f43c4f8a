package meanwhile.suite.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meanwhile.report.data.Report;
import meanwhile.suite.explore.Program.Strand;
import meanwhile.suite.explore.Scene.Action;
import org.junit.jupiter.api.Test;

/** Programs: how they are drawn, shrunk and written. */
class ProgramTest {
    private static final Scene SCENE =
            new Scene(
                    "One picture",
                    List.of("Ana has uploaded \"Tabby\""),
                    List.of(
                            new Action("Ana", "deletes \"Tabby\""),
                            new Action("Ben", "votes up on \"Tabby\""),
                            new Action("Chloe", "comments on \"Tabby\"")),
                    List.of(
                            "everybody is answered in good time",
                            "when all is quiet again everything adds up, whatever was refused"));

    private static final Program PROGRAM =
            new Program(
                    SCENE,
                    List.of(
                            new Strand("Ana", List.of("deletes \"Tabby\"")),
                            new Strand(
                                    "Ben",
                                    List.of(
                                            "votes up on \"Tabby\"",
                                            "withdraws his vote on \"Tabby\"")),
                            new Strand("Chloe", List.of("comments on \"Tabby\""))));

    @Test
    void theBuiltInScenesHaveAWorldAndActionsOfSeveralPeople() {
        assertThat(Scene.all())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(
                        scene -> {
                            assertThat(scene.given()).isNotEmpty();
                            assertThat(scene.actions().stream().map(Action::actor).distinct())
                                    .hasSizeGreaterThan(2);
                        });
    }

    /** What was found is asked for by the example that shows it. */
    @Test
    void aProgramMayAskForMore() {
        String question = "everybody is answered in good time";
        String example = PROGRAM.asking(List.of(question, "the lamp burns")).example("Lamp", 3);
        assertThat(example)
                .containsOnlyOnce(question)
                .endsWith("    And the lamp burns%n".formatted());
        assertThat(PROGRAM.example("Lamp", 3)).doesNotContain("the lamp burns");
    }

    @Test
    void oneSeedDrawsTheSameProgramsAndAnotherOneOthers() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    @Test
    void aProgramHasSeveralActorsAndNoMoreThanAllowed() {
        assertThat(drawn(3))
                .allSatisfy(
                        program -> {
                            assertThat(program.strands()).hasSizeBetween(2, 4);
                            assertThat(program.strands())
                                    .allMatch(strand -> strand.does().size() <= 2);
                        });
    }

    @Test
    void pairsThatMetLeastAreDrawnFirst() {
        ProgramDraw draw = new ProgramDraw(List.of(SCENE), 2, 1, 1);
        Set<Program> drawn = new HashSet<>(Stream.generate(draw::next).limit(6).toList());
        assertThat(draw.pairs()).isEqualTo(draw.allPairs()).isEqualTo(3);
        assertThat(drawn).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void isSmallerByAnActorOrByAnAction() {
        List<Program> smaller = PROGRAM.smaller();
        assertThat(smaller).hasSize(5).allMatch(one -> one.size() < PROGRAM.size());
        assertThat(new Program(SCENE, PROGRAM.strands().subList(0, 2)).smaller())
                .as("two actors must remain")
                .allMatch(one -> one.strands().size() == 2);
    }

    @Test
    void isWrittenAsAnExampleThatAnybodyCanRead() {
        assertThat(PROGRAM.example("Found", 20))
                .isEqualToNormalizingNewlines(
                        """
                          Example: Found
                            Given Ana has uploaded "Tabby"
                            When at the same moment, 20 times over:
                              | Ana   | deletes "Tabby"                                         |
                              | Ben   | votes up on "Tabby", then withdraws his vote on "Tabby" |
                              | Chloe | comments on "Tabby"                                     |
                            Then everybody is answered in good time
                            And when all is quiet again everything adds up, whatever was refused
                        """);
    }

    @Test
    void isTriedAsOftenAsItsRateDemands() {
        assertThat(Shrinking.rounds(outcome(4, 4))).isEqualTo(2);
        assertThat(Shrinking.rounds(outcome(2, 4))).isEqualTo(5);
        assertThat(Shrinking.rounds(outcome(1, 20))).isEqualTo(16);
    }

    private static PlayedProgram outcome(int contradicted, int rounds) {
        return new PlayedProgram(
                PROGRAM,
                rounds,
                contradicted,
                Set.of("a law"),
                Set.of("a law"),
                Report.Standing.CONTRADICTED,
                "");
    }

    private static List<Program> drawn(long seed) {
        ProgramDraw draw = new ProgramDraw(Scene.all(), 4, 2, seed);
        return Stream.generate(draw::next).limit(40).toList();
    }
}
