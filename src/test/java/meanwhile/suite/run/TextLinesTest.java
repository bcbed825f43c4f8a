package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLinesTest {
    @Test
    void aLineIsWrappedBetweenWordsBelowItsFirst() {
        assertThat(new TextLines(24).of("  R1.2 ", "the count is what was acknowledged"))
                .containsExactly("  R1.2 the count is what", "       was acknowledged");
    }

    @Test
    void aLongLabelLeavesRoomForWords() {
        assertThat(new TextLines(20).of("  R1.2 contradicted ", "one two three four five"))
                .containsExactly("  R1.2 contradicted one", "    two three four", "    five");
    }

    @Test
    void nothingIsLostAndNoWordIsBroken() {
        String text = "a very-long-word-that-does-not-fit-into-any-line is kept whole";
        assertThat(String.join(" ", new TextLines(20).of("", text)).replaceAll(" +", " "))
                .isEqualTo(text);
        assertThat(TextLines.UNWRAPPED.of("x ", text)).containsExactly("x " + text);
    }
}
