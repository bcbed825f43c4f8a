package meanwhile.check.declared;

import static meanwhile.check.Verdicts.concluded;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.check.Verdict;
import meanwhile.language.Domain;
import meanwhile.language.EffectWay;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Some order of what was done explains what was seen, or none does. */
class ExplanationTest {
    private static final String FOUND_NONE =
            "Expected some order to explain every look at %s, found none";

    private static Domain.Action action(
            String name, @Nullable String undoes, Domain.Effect... effects) {
        return new Domain.Action(
                name,
                name,
                name,
                name + "s",
                List.of(new Domain.Parameter("show", Domain.Type.THING, "show")),
                List.of(),
                List.of(),
                false,
                undoes,
                List.of(effects));
    }

    private static Domain.Effect effect(String fact, EffectWay way, String operand) {
        return new Domain.Effect(fact, "show", "show", way, operand, null, null);
    }

    private static final Domain DOMAIN =
            new Domain(
                    Map.of(),
                    List.of(
                            action(
                                    "book",
                                    null,
                                    effect("free", EffectWay.MINUS, "1"),
                                    effect("bookings", EffectWay.GAINS, "id")),
                            action("cancel", "book"),
                            action("visit", null, effect("visits", EffectWay.PLUS, "1")),
                            action("sell", null, effect("stock", EffectWay.MINUS, "quantity")),
                            action("write", null, effect("lines", EffectWay.APPENDS, "id")),
                            action("take", null, effect("taken", EffectWay.PLUS, "1")),
                            action("leave", "take"),
                            action(
                                    "retitle",
                                    null,
                                    new Domain.Effect(
                                            "title",
                                            "show",
                                            "show",
                                            EffectWay.SET,
                                            "new",
                                            "old",
                                            "changed"))),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);

    private static Verdict explained(Shop shop, String fact, @Nullable String start) {
        return explained(shop, fact, start, 100_000);
    }

    private static Verdict explained(Shop shop, String fact, @Nullable String start, long budget) {
        return new Explanation(
                        new LookedAt(
                                "the " + fact,
                                fact,
                                FOUND_NONE.formatted("the " + fact),
                                shop.history().of(Operation.DeclaredRead.class).calls(),
                                0,
                                budget))
                .of(
                        Changes.of(shop.history(), DOMAIN, new Changes.Subject("show", "s1", fact)),
                        start);
    }

    private static final Map<String, String> SHOW = Shop.values("show", "s1");

    private static Shop sold(Shop shop, String quantity) {
        return shop.does("sell", Shop.values("show", "s1", "quantity", quantity), Map.of());
    }

    @Test
    void aCounterGoesUpWithEachDeed() {
        Shop shop = new Shop().sees("visits", "2").does("visit", SHOW, Map.of());
        shop.meanwhile().sees("visits", "2").sees("visits", "3");
        holds(explained(shop, "visits", "2"));
        Verdict lost = explained(shop.sees("visits", "2"), "visits", "2");
        contradicted(lost, FOUND_NONE.formatted("the visits"), 1, 4);
        concluded(lost, "Expected at least 3, saw 2");
    }

    @Test
    void onlyTheDeedsOfThatThingCount() {
        Shop shop = new Shop().does("visit", Shop.values("show", "another"), Map.of());
        holds(explained(shop.sees("visits", "2"), "visits", "2"));
        contradicted(explained(shop.sees("visits", "3"), "visits", "2"));
    }

    @Test
    void anAmountIsTakenInSomeOrder() {
        Shop shop = sold(new Shop(), "2");
        sold(shop.meanwhile(), "3.50").meanwhile().sees("stock", "6.5").sees("stock", "4.50");
        holds(explained(shop, "stock", "10"));
        contradicted(
                explained(shop.sees("stock", "6.5"), "stock", "10"),
                FOUND_NONE.formatted("the stock"),
                0,
                1,
                4);
    }

    /** 7 is nothing that 10 leads to by 2 and 4, although it lies between. */
    @Test
    void whatLiesBetweenIsNotExplainedByThat() {
        Shop shop = sold(sold(new Shop(), "2").meanwhile(), "4").meanwhile().sees("stock", "7");
        contradicted(explained(shop, "stock", "10"));
    }

    @Test
    void whatIsUnknownMayHaveHappenedAtAnyTime() {
        Shop shop = new Shop().silent("sell", Shop.values("show", "s1", "quantity", "3"));
        shop.sees("stock", "10").sees("stock", "7");
        holds(explained(shop, "stock", "10"));
        contradicted(explained(shop.sees("stock", "10"), "stock", "10"));
        Shop refused =
                new Shop().refused("sell", "sold out", Shop.values("show", "s1", "quantity", "3"));
        contradicted(explained(refused.sees("stock", "7"), "stock", "10"));
    }

    @Test
    void aSearchWithoutEndIsUndecided() {
        Shop shop = new Shop();
        for (int i = 0; i < 12; i++) {
            sold(i == 0 ? shop : shop.meanwhile(), String.valueOf(1 << i));
        }
        undecided(
                explained(shop.meanwhile().sees("stock", "5000.5"), "stock", "5000", 100),
                "too many orders: gave up after 100 steps");
    }

    @Test
    void whatIsUndoneIsGivenBackOnce() {
        Shop shop = new Shop().books("1").sees("free", "2");
        shop.cancels("1").meanwhile().cancels("1");
        holds(explained(shop.sees("free", "3"), "free", "3"));
        contradicted(
                explained(shop.sees("free", "4"), "free", "3"),
                FOUND_NONE.formatted("the free"),
                0,
                2,
                5);
    }

    @Test
    void nobodyKnowsWhichOfTwoWasUndoneWithoutAnId() {
        Shop shop = new Shop().does("take", SHOW, Map.of()).does("leave", SHOW, Map.of());
        holds(explained(shop.sees("taken", "0"), "taken", "0"));
        contradicted(explained(shop.sees("taken", "1"), "taken", "0"));
        Shop two = new Shop().does("take", SHOW, Map.of()).does("take", SHOW, Map.of());
        undecided(
                explained(two.does("leave", SHOW, Map.of()).sees("taken", "1"), "taken", "0"),
                "nobody knows what was undone of the taken");
    }

    @Test
    void aTextIsThatOfTheLastAcceptedChange() {
        Shop shop = new Shop().retitles("a", "b").sees("title", "b");
        holds(explained(shop, "title", "a"));
        Verdict lost = explained(shop.sees("title", "a"), "title", "a");
        contradicted(lost, FOUND_NONE.formatted("the title"), 0, 2);
        concluded(lost, "Expected to see “b”, saw “a”");
    }

    /** Two changes of the same version: one of them should have been refused. */
    @Test
    void ofTwoComparisonsWithTheSameOneIsRefused() {
        Shop both = new Shop().retitles("a", "b").meanwhile().retitles("a", "c").sees("title", "c");
        contradicted(explained(both, "title", "a"), FOUND_NONE.formatted("the title"), 0, 1);
        Map<String, String> late = Shop.values("show", "s1", "old", "a", "new", "c");
        Shop one = new Shop().retitles("a", "b").refused("retitle", "changed", late);
        holds(explained(one.sees("title", "b"), "title", "a"));
    }

    /** A refusal says that it had changed; where it had not, it lies. */
    @Test
    void aRefusedComparisonHasFoundAnotherValue() {
        Map<String, String> early = Shop.values("show", "s1", "old", "a", "new", "c");
        Shop shop = new Shop().refused("retitle", "changed", early).retitles("a", "b");
        Verdict wrong = explained(shop.sees("title", "b"), "title", "a");
        contradicted(wrong, FOUND_NONE.formatted("the title"), 0);
        concluded(wrong, "Expected a change from “a” to be accepted, as it was “a”");
        Shop other = new Shop().refused("retitle", "too late", early).retitles("a", "b");
        holds(explained(other.sees("title", "b"), "title", "a"));
    }

    /** What may have happened may be what the refused one found. */
    @Test
    void anUnknownChangeMayBeTheOneThatWasFound() {
        Shop shop = new Shop().silent("retitle", Shop.values("show", "s1", "old", "a", "new", "b"));
        shop.refused("retitle", "changed", Shop.values("show", "s1", "old", "a", "new", "c"));
        holds(explained(shop.sees("title", "b"), "title", "a"));
        contradicted(explained(shop.sees("title", "a"), "title", "a"));
    }

    @Test
    void numbersThatAreSetAreComparedAsNumbers() {
        Shop shop = new Shop().retitles("1.50", "2.0").sees("title", "2");
        holds(explained(shop, "title", "1.5"));
    }

    @Test
    void aListShowsWhatWasAdded() {
        Shop shop = new Shop().books("1").books("2").meanwhile().lists("1");
        holds(explained(shop.lists("2", "1"), "bookings", null));
        Verdict lost = explained(shop.lists("2"), "bookings", null);
        contradicted(lost);
        Shop foreign = new Shop().books("1").lists("1", "x");
        concluded(
                explained(foreign, "bookings", null),
                "Expected to see only what was added, saw “x”");
    }

    /** Who got no answer was told no id. */
    @Test
    void anElementThatNobodyKnowsMayBeTheirsWhoGotNoAnswer() {
        Shop shop = new Shop().silent("book", SHOW).books("1").lists("x", "1");
        holds(explained(shop, "bookings", null));
        contradicted(explained(shop.lists("x", "1", "y"), "bookings", null));
        contradicted(explained(new Shop().lists("x").silent("book", SHOW), "bookings", null));
    }

    @Test
    void whatIsUndoneIsListedNoMore() {
        Shop shop = new Shop().books("1").books("2").lists("1", "2").cancels("1").lists("2");
        holds(explained(shop, "bookings", null));
        Verdict back = explained(shop.lists("1", "2"), "bookings", null);
        contradicted(back, FOUND_NONE.formatted("the bookings"), 0, 3, 5);
        concluded(back, "Expected not to see “1”, saw it");
        contradicted(
                explained(
                        new Shop().books("1").cancels("1").books("2").lists("2", "2"),
                        "bookings",
                        null),
                "Expected each once among the bookings, saw one twice",
                3);
    }

    @Test
    void aListThatGrowsAtItsEndHasOneOrder() {
        Shop shop = new Shop().does("write", SHOW, Shop.values("id", "1"));
        shop.meanwhile().does("write", SHOW, Shop.values("id", "2"));
        holds(explained(shop.looksAt("lines", "2", "1"), "lines", null));
        Verdict both = explained(shop.looksAt("lines", "1", "2"), "lines", null);
        contradicted(both);
        concluded(both, "Expected “1” in one place for all, saw it in places 2 and 1");
    }

    @Test
    void whatNobodySawOrSaidIsUndecided() {
        undecided(explained(new Shop().books("1"), "free", "3"), "the free could not be read");
        undecided(
                explained(new Shop().books("1").looksInVain(), "free", "3"),
                "the free could not be read");
        undecided(
                explained(new Shop().books("1").sees("free", "2"), "free", null),
                "nobody said what the free was at first; the thing's “begins” does");
        undecided(
                explained(new Shop().does("book", SHOW, Map.of()).lists("1"), "bookings", null),
                "a deed does not tell what it made of the bookings");
        undecided(
                explained(new Shop().books("1").books("1").lists("1"), "bookings", null),
                "“1” was added twice to the bookings");
    }

    private static Verdict sees(Shop shop, String fact, long delay) {
        Changes changes =
                Changes.of(shop.history(), DOMAIN, new Changes.Subject("show", "s1", fact));
        return new Explanation(
                        new LookedAt(
                                "the " + fact,
                                fact,
                                "Expected Ben to see it",
                                shop.history()
                                        .of(Operation.DeclaredRead.class)
                                        .where(call -> call.actor().member().equals("Ben"))
                                        .calls(),
                                delay,
                                1_000))
                .of(changes.certainBy(call -> call.actor().member().equals("Ana")), "3");
    }

    /** Times are milliseconds: the booking ends at 1, the look begins at 2. */
    @Test
    void whatOneDidAnotherSeesWithinTheDelay() {
        Shop shop = new Shop().books("1").by("Ben").sees("free", "3");
        contradicted(sees(shop, "free", 0), "Expected Ben to see it", 0, 1);
        holds(sees(shop, "free", 1_000_000));
        holds(sees(new Shop().books("1").by("Ben").sees("free", "2"), "free", 0));
        Shop listed = new Shop().books("1").by("Ben").lists();
        contradicted(sees(listed, "bookings", 0), "Expected Ben to see it", 0, 1);
        holds(sees(listed, "bookings", 1_000_000));
        undecided(
                sees(new Shop().books("1").sees("free", "3"), "free", 0),
                "the free could not be read");
    }

    /** What others did may be seen or not. */
    @Test
    void whatOthersDidIsNotAsked() {
        Shop shop = new Shop().by("Chloe").books("1").by("Ben").sees("free", "3");
        holds(sees(shop, "free", 0));
        holds(sees(shop.sees("free", "2"), "free", 0));
        contradicted(sees(shop.sees("free", "1"), "free", 0));
    }

    /** What a look showed before anything was done is what it was at first. */
    @Test
    void aLookBeforeEverythingShowsTheBeginning() {
        Shop shop = new Shop().sees("free", "3").books("1").sees("free", "2");
        Changes changes =
                Changes.of(shop.history(), DOMAIN, new Changes.Subject("show", "s1", "free"));
        List<meanwhile.history.Call> looks =
                new ArrayList<>(shop.history().of(Operation.DeclaredRead.class).calls());
        org.assertj.core.api.Assertions.assertThat(Explanation.before(changes, looks, "free"))
                .isEqualTo("3");
        looks.removeFirst();
        org.assertj.core.api.Assertions.assertThat(Explanation.before(changes, looks, "free"))
                .isNull();
    }
}
