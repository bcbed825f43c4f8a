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
                .contains("{person} redeems {coupon}", "every {noun} is accepted");
    }

    @Test
    void theWordsThatQuestionsCanUseAreListedAsWell() {
        assertThat(out.run("phrases", "--target", "src/examples/shop/shop.yaml")).isZero();
        assertThat(out.text().lines())
                .contains(
                        "{noun}: booking, cancellation, claim, purchase, redemption, reservation,"
                                + " transfer",
                        "{fact}: balance, free seats, id, seat, stock, uses",
                        "{list}: bookings, reservations",
                        "{kinds}: accounts, articles, coupons, rooms, shows")
                .anyMatch(line -> line.startsWith("{reason}: ") && line.contains("\"sold out\""));
        Captured none = new Captured();
        assertThat(none.run("phrases")).isZero();
        assertThat(none.text()).doesNotContain("{reason}:", "{fact}:");
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
