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

    @Test
    void theDomainOfATargetIsListedInItsOwnWordsAndFirst() {
        assertThat(out.run("phrases", "--target", "src/examples/shop/shop.yaml")).isZero();
        assertThat(out.text().lines())
                .startsWith("{person} books a seat at {show}")
                .contains("{person} redeems {coupon}", "every {deeds} is accepted");
    }

    @Test
    void withoutADomainNothingIsListedThatOnlyADomainSays() {
        assertThat(out.run("phrases")).isZero();
        assertThat(out.text().lines())
                .isNotEmpty()
                .noneMatch(line -> line.contains("{deed") || line.contains("{newThing}"));
    }

    @Test
    void aTargetThatThereIsNotIsNamedInALine() {
        assertThat(out.run("phrases", "--target", "nowhere.yaml")).isEqualTo(3);
        assertThat(out.text()).startsWith("meanwhile: ").contains("nowhere.yaml").hasLineCount(1);
    }
}
