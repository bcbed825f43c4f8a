package meanwhile.check.declared;

import static meanwhile.check.Verdicts.concluded;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.Map;
import meanwhile.check.Verdict;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;

/** Whatever was accepted is listed once, and nothing else is. */
class ListedDeedsTest {
    @Test
    void eachAcceptedOneIsListedOnce() {
        Shop shop =
                new Shop().books("b1").refused("book", "sold out").books("b2").lists("b2", "b1");
        holds(shop.bookings().listedOnce(shop.look(), "bookings", "bookings"));
        Shop none = new Shop().refused("book", "sold out").lists();
        holds(none.bookings().listedOnce(none.look(), "bookings", "bookings"));
    }

    @Test
    void oneThatIsMissingIsShown() {
        Shop shop = new Shop().books("b1").books("b2").lists("b1");
        Verdict missing = shop.bookings().listedOnce(shop.look(), "bookings", "bookings");
        contradicted(
                missing,
                "Expected to find each accepted booking once among the bookings, found one 0 times",
                1,
                2);
        concluded(missing, "It was accepted once");
    }

    @Test
    void oneThatIsListedTwiceIsShown() {
        Shop shop = new Shop().books("b1").books("b2").lists("b1", "b2", "b1");
        contradicted(
                shop.bookings().listedOnce(shop.look(), "bookings", "bookings"),
                "Expected to find each accepted booking once among the bookings, found one 2 times",
                0,
                2);
    }

    @Test
    void oneThatNobodyMadeIsShown() {
        Shop shop = new Shop().books("b1").refused("book", "sold out").lists("b1", "x");
        Verdict foreign = shop.bookings().listedOnce(shop.look(), "bookings", "bookings");
        contradicted(
                foreign,
                "Expected nothing but the 1 accepted bookings among the bookings, found 2",
                2);
        concluded(foreign, "Nobody was told that the others were accepted");
    }

    @Test
    void oneMoreMayBeListedForEachThatIsUnknown() {
        Shop two =
                new Shop()
                        .books("b1")
                        .silent("book", Map.of())
                        .broken("book", Map.of())
                        .lists("x", "b1", "y");
        holds(two.bookings().listedOnce(two.look(), "bookings", "bookings"));
        Shop three = two.lists("x", "b1", "y", "z");
        contradicted(
                three.bookings().listedOnce(three.look(), "bookings", "bookings"),
                "Expected nothing but the 1 accepted bookings among the bookings, found 4",
                4);
    }

    @Test
    void aListThatIsNotSeenLeavesItUndecided() {
        Shop vain = new Shop().books("b1").looksInVain();
        undecided(
                vain.bookings().listedOnce(vain.look(), "bookings", "bookings"),
                "the bookings could not be read");
        Shop other = new Shop().books("b1").sees("free", "1");
        undecided(
                other.bookings().listedOnce(other.look(), "bookings", "bookings"),
                "the bookings could not be read");
        Shop nameless = new Shop().does("book", Map.of(), Map.of()).lists("b1");
        undecided(
                nameless.bookings().listedOnce(nameless.look(), "bookings", "bookings"),
                "a booking does not tell its id");
    }

    private static Verdict inOrder(Shop shop) {
        return ListOrder.of(
                "the bookings of “Hamlet”",
                "bookings",
                shop.bookings(),
                shop.history().of(Operation.DeclaredRead.class).calls());
    }

    @Test
    void whatWasAddedFirstIsShownFirst() {
        holds(inOrder(new Shop().books("a").books("b").lists("a", "x", "b")));
        holds(inOrder(new Shop().books("a").meanwhile().books("b").lists("b", "a")));
        Verdict turned = inOrder(new Shop().books("a").books("b").lists("a").lists("b", "a"));
        contradicted(turned, "Expected “a” before “b”, saw them the other way round", 0, 1, 3);
        concluded(turned, "The one was confirmed before the other was sent");
    }

    @Test
    void anOrderThatNobodySeesIsUndecided() {
        undecided(
                inOrder(new Shop().books("a").books("b").looksInVain()),
                "the bookings of “Hamlet” could not be read");
        undecided(
                inOrder(new Shop().does("book", Map.of(), Map.of()).lists("a")),
                "a booking does not tell its id");
    }
}
