package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import meanwhile.steps.DomainWords.NewThing;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The things of a declared domain, and the questions about them; and what is near to a typo. */
class DomainSentencesTest {
    private static final Domain SHOP =
            new Profiles().find("src/examples/shop/shop.yaml").declared().domain();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a show "Hamlet" with 3 seats         | show         | Hamlet | 3
                    a show "Hamlet" with 1 seat          | show         | Hamlet | 1
                    an article "Lamp" with 5 in stock    | article      | Lamp   | 5
                    an account "Ana's" with 100          | account      | Ana's  | 100
                    an account "Ana's" with 99.95 euros  | account      | Ana's  | 99.95
                    an account "Ana's" with -5           | account      | Ana's  | -5
                    a room "Blue (2nd floor)"            | room         | Blue (2nd floor) |
                    """)
    void aNewThingHasANameAndMayBeginWithANumber(
            String sentence, String kind, String name, @Nullable String with) {
        Phrases.Said said = PhraseCatalogue.steps(Wording.of(SHOP)).resolve(sentence);
        assertThat(said.phrase()).isEqualTo("{newThing}");
        assertThat(said.arguments())
                .containsExactly(
                        new NewThing(
                                Objects.requireNonNull(
                                        Objects.requireNonNull(SHOP.things().get(kind))),
                                name,
                                with));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a play \"Hamlet\"",
                "a show Hamlet",
                "a show \"\"",
                "a show \"Hamlet\" with many seats",
                "a show \"Hamlet\" with 3 seats, sold",
                "the show \"Hamlet\"",
            })
    void whatIsNoThingOfTheDomainIsUnknown(String sentence) {
        assertThatThrownBy(() -> PhraseCatalogue.steps(Wording.of(SHOP)).resolve(sentence))
                .isInstanceOf(Phrases.UnknownPhrase.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    exactly one booking is accepted                  | {comparison} one/1 {noun} is accepted
                    exactly 3 bookings are accepted                  | {comparison} {several} {deeds} are accepted
                    every redemption is accepted                     | every {noun} is accepted
                    bookings are refused only because "sold out"     | {deeds} are refused only because {reason}
                    bookings are refused only because "not signed in" | {deeds} are refused only because {reason}
                    the free seats of "Hamlet" are 3 minus the accepted bookings | the {fact} of {things} is/are {start} {terms}
                    the free seats of every show are what they began with minus the accepted bookings | the {fact} of {things} is/are {start} {terms}
                    the stock of "Lamp" is 5 minus the quantity of the accepted purchases | the {fact} of {things} is/are {start} {terms}
                    the free seats of "Hamlet" are 3 minus the accepted bookings plus the accepted cancellations | the {fact} of {things} is/are {start} {terms}
                    the balance of every account is what it began with, minus the sum of the accepted transfers from it, plus the sum of the accepted transfers to it, and minus the accepted purchases | the {fact} of {things} is/are {start} {terms}
                    every look at every account is explained by some order | every look at {things} is explained by some order
                    what Ana on her phone did Ben sees at once       | what {person} did {person} sees at once
                    what Ana did Ben sees within 2 seconds           | what {person} did {person} sees within {int} second(s)
                    the bookings of "Hamlet" are in the order of the accepted bookings | the {list} of {things} is/are in the order of the accepted {deeds}
                    a refused purchase has changed nothing           | a refused {noun} has changed nothing
                    the balance of each account is never below -0.5  | the {fact} of {things} is/are never {bound} {amount}
                    the sum of balance over all accounts is 200      | the sum of {fact} over all {kinds} is/are {start}
                    no two accepted reservations overlap             | no two accepted {deeds} overlap
                    each accepted booking has a seat of its own      | each accepted {noun} has a {fact} of its own
                    """)
    void theQuestionsSpeakOfTheDomain(String question, String phrase) {
        assertThat(RowPhrases.of(Wording.of(SHOP)).questions().resolve(question).phrase())
                .isEqualTo(phrase);
    }

    @Test
    void aSumHasAnyNumberOfTerms() {
        Phrases.Said said =
                RowPhrases.of(Wording.of(SHOP))
                        .questions()
                        .resolve(
                                "the balance of \"Ana's\" is 5, minus the sum of the accepted"
                                        + " transfers from it, plus the accepted bookings and minus"
                                        + " the accepted cancellations");
        assertThat(said.arguments()[2])
                .isEqualTo(new ParameterTypes.Start(new java.math.BigDecimal(5)));
        assertThat(((DomainNouns.Terms) Objects.requireNonNull(said.arguments()[3])).all())
                .extracting(
                        DomainNouns.Term::adds,
                        DomainNouns.Term::amount,
                        term -> term.noun().one(),
                        DomainNouns.Term::role)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, "sum", "transfer", "from"),
                        org.assertj.core.groups.Tuple.tuple(true, null, "booking", null),
                        org.assertj.core.groups.Tuple.tuple(false, null, "cancellation", null));
    }

    @Test
    void severalOperationsMayLeadToOneNoun() {
        Phrases.Said said =
                RowPhrases.of(Wording.of(SHOP)).questions().resolve("every booking is accepted");
        DomainNouns.Noun booking = (DomainNouns.Noun) Objects.requireNonNull(said.arguments()[0]);
        assertThat(booking.actions())
                .extracting(Domain.Action::name)
                .containsExactly("book", "book-for");
        assertThat(booking.undoing()).extracting(Domain.Action::name).containsExactly("cancel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    exactly one purse is accepted                    | {comparison} one/1 {noun} is accepted
                    bookings are refused only because "sould out"    | {deeds} are refused only because {reason}
                    the fee seats of "Hamlet" are never below 0      | the {fact} of {things} is/are never {bound} {amount}
                    """)
    void aQuestionWithAnUnknownWordIsAnsweredWithTheNearest(String question, String near) {
        assertThatThrownBy(() -> PhraseCatalogue.steps(Wording.of(SHOP)).resolve(question))
                .isInstanceOf(Phrases.UnknownPhrase.class)
                .hasMessageContaining("“" + near + "”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Ana boks a seat at "Hamlet"     | {person} books a seat at {show}
                    Ana books a seat in "Hamlet"    | {person} books a seat at {show}
                    Ana redeem "WELCOME"            | {person} redeems {coupon}
                    Eve redeems "WELCOME"           | {person} redeems {coupon}
                    """)
    void anUnknownSentenceIsAnsweredWithNearOnesOfTheDomain(String sentence, String near) {
        assertThatThrownBy(() -> PhraseCatalogue.steps(Wording.of(SHOP)).resolve(sentence))
                .isInstanceOf(Phrases.UnknownPhrase.class)
                .hasMessageContaining("“" + near + "”");
    }

    @Test
    void aDomainHasPeopleOfItsOwn() {
        Domain domain =
                new Domain(
                        SHOP.things(),
                        SHOP.actions(),
                        SHOP.events(),
                        SHOP.refusals(),
                        SHOP.laws(),
                        List.of("Eve", "Ada"),
                        null);
        Phrases phrases = PhraseCatalogue.steps(Wording.of(domain));
        assertThat(phrases.resolve("Eve on their phone redeems \"WELCOME\"").arguments()[0])
                .isEqualTo(new ActorName("Eve", "their phone"));
        assertThat(phrases.resolve("Ada books a seat at \"Hamlet\" for Eve").arguments()[0])
                .isEqualTo(new ActorName("Ada", null));
        assertThatThrownBy(() -> phrases.resolve("Eva redeems \"WELCOME\""))
                .hasMessageContaining("; nobody is called Eva: there are Eve, Ada, Ana, Ben, ");
    }

    @Test
    void whoIsNobodyIsNamedWithThoseWhoAreSomebody() {
        assertThatThrownBy(
                        () ->
                                PhraseCatalogue.steps(Wording.of(SHOP))
                                        .resolve("Eve redeems \"WELCOME\""))
                .hasMessageEndingWith(
                        "; nobody is called Eve: there are Ana, Ben, Chloe, Dan, Mara, the"
                                + " administrator, and whom the domain names as “people”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Ben books a seet at "Hamlet"                                 | seet
                    the free seets of "Hamlet" are 3 minus the accepted bookings | seets
                    exactly 3 bookinks are accepted                              | bookinks
                    """)
    void aWordThatNoPhraseHasIsNamedByItself(String sentence, String word) {
        assertThatThrownBy(() -> PhraseCatalogue.steps(Wording.of(SHOP)).resolve(sentence))
                .isInstanceOf(Phrases.UnknownPhrase.class)
                .hasMessageEndingWith("; no phrase has “" + word + "”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exactly 2 booking is accepted",
                "exactly 2 booking are accepted",
                "exactly 2 bookings is accepted",
                "exactly 1 bookings are accepted",
                "exactly one bookings is accepted",
                "every bookings is accepted",
                "booking are refused only because \"sold out\"",
                "some booking are accepted and some are refused",
                "no two accepted reservation overlap"
            })
    void oneAndSeveralAgreeWithTheirNumber(String sentence) {
        assertThatThrownBy(() -> PhraseCatalogue.steps(Wording.of(SHOP)).resolve(sentence))
                .isInstanceOf(Phrases.UnknownPhrase.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exactly 1 booking is accepted",
                "at most one booking is accepted",
                "at least 10 bookings are accepted",
                "exactly 0 bookings are accepted"
            })
    void anyNumberOfThemCanBeAskedFor(String sentence) {
        assertThat(PhraseCatalogue.steps(Wording.of(SHOP)).resolve(sentence).phrase())
                .contains("accepted");
    }

    @Test
    void theDomainsPhrasesAreListedAsItsProfileWordsThem() {
        assertThat(new DomainWords(SHOP).phrases())
                .hasSize(SHOP.actions().size())
                .contains("{person} books a seat at {show}");
    }

    @Test
    void withoutADomainNothingOfItFits() {
        for (String sentence :
                List.of(
                        "a show \"Hamlet\" with 3 seats",
                        "Ana books a seat at \"Hamlet\"",
                        "Ana redeems \"WELCOME\" 3 times",
                        "exactly one booking is accepted",
                        "the stock of \"Lamp\" is never below 0",
                        "the sum of balance over all accounts is 200",
                        "no two accepted reservations overlap")) {
            assertThatThrownBy(
                            () -> PhraseCatalogue.steps(Wording.of(Domain.NONE)).resolve(sentence))
                    .as(sentence)
                    .isInstanceOf(Phrases.UnknownPhrase.class);
        }
        assertThat(
                        RowPhrases.of(Wording.of(Domain.NONE))
                                .cells()
                                .resolve("Ana votes up on \"Hamlet\"")
                                .phrase())
                .isEqualTo("{actor} votes {direction} on {image}");
    }
}
