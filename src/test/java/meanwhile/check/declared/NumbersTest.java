package meanwhile.check.declared;

import static meanwhile.check.Verdicts.concluded;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;
import static meanwhile.check.declared.Numbers.Bound.ABOVE;
import static meanwhile.check.declared.Numbers.Bound.BELOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What accepted deeds make of numbers, their bounds, and their sums. */
class NumbersTest {
    private static final String SEATS = "the free seats of “Hamlet”";
    private static final String STOCK = "the stock of “Lamp”";

    private static Verdict seats(Shop shop, String start) {
        return Numbers.follow(
                SEATS,
                "free",
                shop.look(),
                new BigDecimal(start),
                List.of(new Numbers.Term(false, null, shop.bookings())));
    }

    private static Verdict stock(Shop shop, String start) {
        return Numbers.follow(
                STOCK,
                "stock",
                shop.look(),
                new BigDecimal(start),
                List.of(new Numbers.Term(false, "quantity", shop.purchases())));
    }

    private static Verdict bounded(Shop shop, Numbers.Bound bound, String limit) {
        List<Call> looks = shop.history().of(Operation.DeclaredRead.class).calls();
        return Numbers.within(STOCK, "stock", looks, bound, new BigDecimal(limit));
    }

    @Test
    void eachAcceptedDeedCountsOnce() {
        Shop shop = new Shop().books("1").refused("book", "sold out").books("2").sees("free", "1");
        holds(seats(shop, "3"));
        Verdict more = seats(shop, "4");
        contradicted(more, "Expected the free seats of “Hamlet” to be 2, saw 1", 0, 2, 3);
        concluded(more, "It began with 4, and these are all that were accepted");
        contradicted(
                seats(shop, "2"), "Expected the free seats of “Hamlet” to be 0, saw 1", 0, 2, 3);
    }

    @Test
    void nothingDoneChangesNothing() {
        Shop shop = new Shop().refused("book", "sold out").sees("free", "3");
        holds(seats(shop, "3"));
        contradicted(seats(shop, "4"), "Expected the free seats of “Hamlet” to be 4, saw 3", 1);
    }

    @Test
    void amountsMayHaveFractions() {
        Shop shop = new Shop().buys("2.50").buys("0.1").buys("0.2").sees("stock", "7.2");
        holds(stock(shop, "10"));
        holds(stock(shop, "10.00"));
        contradicted(
                stock(shop, "10.01"),
                "Expected the stock of “Lamp” to be 7.21, saw 7.2",
                0,
                1,
                2,
                3);
    }

    /** 7.0 and 7 are one number. */
    @ParameterizedTest
    @CsvSource({"7.0, 5.00", "07, 5", "1.02E+2, 100", "102, 1E+2", "7e0, 5.0"})
    void aNumberMayBeWrittenInSeveralWays(String start, String left) {
        holds(stock(new Shop().buys("2").sees("stock", left), start));
    }

    @Test
    void aNumberIsToldAsPeopleWriteIt() {
        contradicted(
                stock(new Shop().sees("stock", "1E+2"), "200.00"),
                "Expected the stock of “Lamp” to be 200, saw 100",
                0);
    }

    @Test
    void whatIsUnknownMayHaveHappenedOrNot() {
        for (String left : List.of("4", "6", "9", "7")) {
            holds(
                    stock(
                            new Shop()
                                    .buys("1")
                                    .silent("buy", Shop.values("quantity", "2"))
                                    .broken("buy", Shop.values("quantity", "3"))
                                    .sees("stock", left),
                            "10"));
        }
        Shop shop =
                new Shop().buys("1").silent("buy", Shop.values("quantity", "2")).sees("stock", "6");
        contradicted(stock(shop, "10"), "Expected the stock of “Lamp” to be 7 or 9, saw 6", 0, 2);
        contradicted(stock(shop.sees("stock", "10"), "10"));
    }

    /** Of 2 and 3 that may have been bought, nobody can have bought 1. */
    @Test
    void onlySumsOfWhatIsUnknownArePossible() {
        Shop shop = new Shop();
        for (String quantity : List.of("2", "3", "10")) {
            shop.silent("buy", Shop.values("quantity", quantity));
        }
        contradicted(
                stock(shop.sees("stock", "19"), "20"),
                "Expected the stock of “Lamp” to be one of 8 sums between 5 and 20, saw 19",
                3);
        holds(stock(shop.sees("stock", "15"), "20"));
        contradicted(stock(shop.sees("stock", "14"), "20"));
    }

    /** With too many amounts only the bounds are known. */
    @Test
    void tooManySumsAreNotToldApart() {
        Shop shop = new Shop();
        for (int i = 0; i < 13; i++) {
            shop.silent("buy", Shop.values("quantity", String.valueOf(1 << i)));
        }
        holds(stock(shop.sees("stock", "0.5"), "8191"));
        contradicted(
                stock(shop.sees("stock", "-1"), "8191"),
                "Expected the stock of “Lamp” to be between 0 and 8191, saw -1",
                14);
        Shop alike = new Shop();
        for (int i = 0; i < 100; i++) {
            alike.silent("buy", Shop.values("quantity", "2"));
        }
        contradicted(stock(alike.sees("stock", "1"), "200"));
    }

    @Test
    void whatIsLostByOneIsGainedByAnother() {
        Shop shop =
                new Shop()
                        .does(
                                "transfer",
                                Shop.values("from", "a", "to", "b", "sum", "60"),
                                Map.of())
                        .silent("transfer", Shop.values("from", "b", "to", "a", "sum", "10"))
                        .sees("balance", "50");
        Deeds transfers = Deeds.of(shop.history(), Set.of("transfer"), "transfer", "transfers");
        Deeds lost = new Deeds("transfer", "transfers", transfers.accepted());
        Deeds gained = new Deeds("transfer", "transfers", transfers.doubtful());
        List<Numbers.Term> terms =
                List.of(
                        new Numbers.Term(false, "sum", lost),
                        new Numbers.Term(true, "sum", gained));
        BigDecimal hundred = new BigDecimal(100);
        holds(Numbers.follow("it", "balance", shop.look(), hundred, terms));
        holds(Numbers.follow("it", "balance", shop.sees("balance", "40").look(), hundred, terms));
        contradicted(
                Numbers.follow("it", "balance", shop.sees("balance", "51").look(), hundred, terms),
                "Expected it to be 40 or 50, saw 51",
                0,
                4);
        contradicted(
                Numbers.follow("it", "balance", shop.sees("balance", "39").look(), hundred, terms));
    }

    @Test
    void aLookInVainLeavesItUndecided() {
        undecided(
                seats(new Shop().books("1").looksInVain(), "3"),
                "the free seats of “Hamlet” could not be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "1,5", "0x10", "NaN", "1 000"})
    void aTextIsNoNumber(String text) {
        Shop shop = new Shop().sees("free", text);
        assertThatThrownBy(() -> seats(shop, "3"))
                .isInstanceOf(Amounts.NoNumber.class)
                .hasMessage("“" + text + "” is not a number of at most 100 digits");
    }

    /** To add or to tell it would need all memory. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E-999999999", "1e101"})
    void aNumberBeyondAllBoundsIsNone(String text) {
        assertThatThrownBy(() -> seats(new Shop().sees("free", text), "3"))
                .isInstanceOf(Amounts.NoNumber.class);
        assertThatThrownBy(() -> Amounts.of("9".repeat(100_000)))
                .isInstanceOf(Amounts.NoNumber.class)
                .hasMessageStartingWith("“999")
                .hasMessageMatching(".{100,200}");
        assertThat(Amounts.of("9".repeat(100))).isEqualTo(new BigDecimal("9".repeat(100)));
    }

    @Test
    void aFactThatIsMissingIsNoNumber() {
        Shop shop = new Shop().sees("sold", "1");
        assertThatThrownBy(() -> seats(shop, "3"))
                .isInstanceOf(Amounts.NoNumber.class)
                .hasMessage("a number is missing");
        Shop bought = new Shop().does("buy", Map.of(), Map.of()).sees("stock", "1");
        assertThatThrownBy(() -> stock(bought, "3")).isInstanceOf(Amounts.NoNumber.class);
    }

    @Test
    void noLookMayCrossTheBound() {
        Shop shop = new Shop().sees("stock", "1").sees("stock", "0").sees("stock", "-0.5");
        Verdict below = bounded(shop, BELOW, "0");
        contradicted(below, "Expected the stock of “Lamp” never below 0, saw -0.5", 2);
        concluded(below, "No order of what happened leads there");
        holds(bounded(shop, BELOW, "-0.50"));
        holds(bounded(shop, ABOVE, "1.0"));
        contradicted(
                bounded(shop, ABOVE, "0.99"),
                "Expected the stock of “Lamp” never above 0.99, saw 1",
                0);
    }

    @Test
    void aLookInVainCrossesNoBound() {
        holds(bounded(new Shop().looksInVain().sees("stock", "0"), BELOW, "0"));
        undecided(bounded(new Shop(), BELOW, "0"), "the stock of “Lamp” could not be read");
    }

    @Test
    void theSumIsWhatItIsToBe() {
        Shop shop =
                new Shop()
                        .does("transfer", Shop.values("sum", "60"), Map.of())
                        .sees("balance", "39.5")
                        .sees("balance", "160.5");
        holds(together(shop, "200.0"));
        Verdict made = together(shop, "190");
        contradicted(
                made, "Expected the sum of balance over all accounts to be 190, saw 200", 0, 1, 2);
        concluded(made, "What one of them loses another one gains");
        contradicted(
                together(shop, "210"),
                "Expected the sum of balance over all accounts to be 210, saw 200",
                0,
                1,
                2);
    }

    @Test
    void aSumOfWhichOneIsNotSeenIsUndecided() {
        Shop shop = new Shop().sees("balance", "1").looksInVain();
        undecided(together(shop, "200"), "the balance over all accounts could not be read");
    }

    private static Verdict together(Shop shop, String expected) {
        List<Call> calls = shop.history().calls();
        List<Call> looks = shop.history().of(Operation.DeclaredRead.class).calls();
        List<Call> deeds = calls.stream().filter(call -> !looks.contains(call)).toList();
        return Numbers.together(
                "balance over all accounts", "balance", looks, new BigDecimal(expected), deeds);
    }

    @Test
    void amountsAreReadExactly() {
        assertThat(Amounts.of("0.1").add(Amounts.of("0.2"))).isEqualTo(new BigDecimal("0.3"));
    }
}
