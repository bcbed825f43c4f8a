package meanwhile.check.declared;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import meanwhile.check.Verdict;
import org.junit.jupiter.api.Test;

/** What was accepted and not undone is what lists hold and numbers count. */
class StandingDeedsTest {
    private static final Map<String, String> SEAT = Shop.values("seat", "s1");

    private static Verdict seats(Shop shop, Deeds bookings, String shown) {
        return Numbers.follow(
                "the free seats",
                "free",
                shop.sees("free", shown).look(),
                new BigDecimal(3),
                List.of(new Numbers.Term(false, null, bookings)));
    }

    private static Verdict listed(Shop shop, String... ids) {
        return shop.cancelled().listedOnce(shop.lists(ids).look(), "bookings", "bookings");
    }

    @Test
    void whatIsUndoneCountsNoMore() {
        Shop shop = new Shop().books("1").books("2").cancels("1");
        holds(seats(shop, shop.cancelled(), "2"));
        contradicted(
                seats(shop, shop.cancelled(), "3"),
                "Expected the free seats to be 2, saw 3",
                0,
                1,
                2,
                4);
        contradicted(seats(shop, shop.cancelled(), "1"));
        holds(listed(shop, "2"));
        contradicted(
                listed(shop, "1", "2"),
                "Expected to find no booking that was undone among the bookings, found one",
                0,
                2,
                7);
        contradicted(
                listed(shop),
                "Expected to find each accepted booking once among the bookings, found one 0 times",
                1,
                8);
    }

    /** The same is given back once, however often that is accepted. */
    @Test
    void whatIsUndoneTwiceIsUndoneOnce() {
        Shop shop = new Shop().books("1").books("2").cancels("1").meanwhile().cancels("1");
        holds(seats(shop, shop.cancelled(), "2"));
        contradicted(seats(shop, shop.cancelled(), "3"));
    }

    @Test
    void aRefusedUndoingUndoesNothing() {
        Shop shop = new Shop().books("1").refused("cancel", "too late");
        holds(seats(shop, shop.cancelled(), "2"));
        contradicted(seats(shop, shop.cancelled(), "3"));
    }

    @Test
    void anUnknownUndoingMayHaveUndoneIt() {
        Shop shop = new Shop().books("1").books("2").silent("cancel", Shop.values("id", "1"));
        holds(seats(shop, shop.cancelled(), "1"));
        holds(seats(shop, shop.cancelled(), "2"));
        contradicted(
                seats(shop, shop.cancelled(), "3"),
                "Expected the free seats to be 1 or 2, saw 3",
                0,
                1,
                5);
        holds(listed(shop, "2"));
        holds(listed(shop, "1", "2"));
        contradicted(listed(shop, "1"));
    }

    /** Without an id, one's own are meant. */
    @Test
    void onlyOnesOwnAreUndoneWithoutAnId() {
        Shop shop = new Shop().does("take", SEAT, Map.of()).by("Ben").does("leave", SEAT, Map.of());
        holds(seats(shop, shop.undone("take", "leave"), "2"));
        shop.by("Ana").does("leave", SEAT, Map.of());
        holds(seats(shop, shop.undone("take", "leave"), "3"));
        contradicted(seats(shop, shop.undone("take", "leave"), "2"));
    }

    @Test
    void whatWasUndoneBeforeItWasDoneStands() {
        Shop shop = new Shop().does("leave", SEAT, Map.of()).does("take", SEAT, Map.of());
        holds(seats(shop, shop.undone("take", "leave"), "2"));
        contradicted(seats(shop, shop.undone("take", "leave"), "3"));
    }

    /** An undoing that may have come too early may have found nothing. */
    @Test
    void whatIsUndoneAtTheSameMomentMayStand() {
        Shop shop =
                new Shop().does("take", SEAT, Map.of()).meanwhile().does("leave", SEAT, Map.of());
        holds(seats(shop, shop.undone("take", "leave"), "2"));
        holds(seats(shop, shop.undone("take", "leave"), "3"));
        contradicted(seats(shop, shop.undone("take", "leave"), "1"));
    }

    @Test
    void ofSeveralThatAreAlikeOnlyTheNumberIsKnown() {
        Shop shop =
                new Shop()
                        .does("take", SEAT, Map.of())
                        .does("take", SEAT, Map.of())
                        .silent("take", SEAT)
                        .does("leave", SEAT, Map.of());
        StandingDeeds standing = shop.undone("take", "leave").standing();
        assertThat(standing.certain()).hasSize(1);
        assertThat(standing.maybe()).hasSize(1);
        holds(seats(shop, shop.undone("take", "leave"), "1"));
        holds(seats(shop, shop.undone("take", "leave"), "2"));
        contradicted(seats(shop, shop.undone("take", "leave"), "3"));
        contradicted(seats(shop, shop.undone("take", "leave"), "0"));
    }

    /** Nobody knows which of two loans of different size was returned. */
    @Test
    void ofSeveralThatDifferAnyMayStand() {
        Shop shop =
                new Shop()
                        .does("lend", Shop.values("pen", "p", "number", "1"), Map.of())
                        .does("lend", Shop.values("pen", "p", "number", "2"), Map.of())
                        .does("return", Shop.values("pen", "p"), Map.of());
        StandingDeeds standing = shop.undone("lend", "return").standing();
        assertThat(standing.certain()).isEmpty();
        assertThat(standing.maybe()).hasSize(2);
    }

    @Test
    void aSeatThatWasGivenBackMayBeSomebodyElses() {
        Shop shop = new Shop().books("1").cancels("1");
        shop.does("book", Shop.values("show", "s1"), Shop.values("id", "2", "seat", "seat 1"));
        holds(shop.cancelled().eachItsOwn("seat", "seat"));
        contradicted(shop.bookings().eachItsOwn("seat", "seat"));
        Shop early = new Shop().books("1");
        early.does("book", Shop.values("show", "s1"), Shop.values("id", "2", "seat", "seat 1"));
        early.cancels("1");
        contradicted(
                early.cancelled().eachItsOwn("seat", "seat"),
                "Expected each booking to have a seat of its own, saw two with “seat 1”",
                0,
                1);
    }
}
