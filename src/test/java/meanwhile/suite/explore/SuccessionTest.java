package meanwhile.suite.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meanwhile.suite.explore.Program.Strand;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final Scene SCENE =
            new Scene("jars", List.of("a jar \"Red\"", "a jar \"Blue\""), List.of(), List.of());

    private static final Program PROGRAM =
            new Program(
                    SCENE,
                    List.of(
                            new Strand("Ana", List.of("fills \"Red\"", "empties \"Red\"")),
                            new Strand("Ben", List.of("looks at \"Red\""))));

    @Test
    void aProgramComesAsItIsWrittenAndTheOtherWayRound() {
        assertThat(Succession.of(PROGRAM).stream().map(Succession::told))
                .containsExactly(
                        "Ana fills “Red” and then Ana empties “Red” and then Ben looks at “Red”",
                        "Ben looks at “Red” and then Ana fills “Red” and then Ana empties “Red”");
    }

    @Test
    void isShorterByEachTurnAndNeverEmpty() {
        List<Succession> smaller = Succession.of(PROGRAM).getFirst().smaller();
        assertThat(smaller.stream().map(one -> one.turns().size())).containsExactly(2, 2, 2);
        Succession one = smaller.getFirst().smaller().getFirst();
        assertThat(one.told()).isEqualTo("Ana fills “Red”");
        assertThat(one.smaller()).isEmpty();
    }

    @Test
    void isAnExampleInWhichNothingMeets() {
        assertThat(Succession.of(PROGRAM).getFirst().example("One"))
                .isEqualToNormalizingNewlines(
                        """
                          Example: One
                            Given a jar "Red"
                            And a jar "Blue"
                            When Ana fills "Red"
                            And Ana empties "Red"
                            And Ben looks at "Red"
                            Then when all is quiet again everything is looked at
                        """);
    }
}
