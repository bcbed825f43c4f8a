package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesCommandTest {
    private final Captured out = new Captured();

    @Test
    void thePhrasesWithAWordAreListed() {
        assertThat(out.run("phrases", "vote", "accepted")).isZero();
        assertThat(out.text().lines())
                .contains("every vote is accepted")
                .allMatch(line -> line.contains("vote") && line.contains("accepted"));
    }

    @Test
    void aWordThatNoPhraseContainsIsNamed() {
        assertThat(out.run("phrases", "seat")).isEqualTo(3);
        assertThat(out.text()).isEqualTo("meanwhile: no phrase contains seat\n");
    }
}
