package meanwhile.check.declared;

import static meanwhile.check.Verdicts.concluded;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;
import static meanwhile.check.declared.Deeds.Comparison.AT_LEAST;
import static meanwhile.check.declared.Deeds.Comparison.AT_MOST;
import static meanwhile.check.declared.Deeds.Comparison.EXACTLY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meanwhile.check.Verdict;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;

/** What is promised about the deeds of a declared domain. */
class DeedsTest {
    private static final List<String> ROOM = List.of("room");

    private static Verdict overlap(Shop shop) {
        return shop.reservations().apart("from", "to", ROOM);
    }

    @Test
    void onlyTheDeedsOfThatNameCount() {
        Shop shop = new Shop().books("b1").buys("2").sees("free", "1").refused("book", "sold out");
        assertThat(shop.bookings().calls()).extracting(call -> call.number()).containsExactly(0, 3);
        assertThat(shop.bookings().accepted()).hasSize(1);
        assertThat(shop.bookings().doubtful()).isEmpty();
    }

    @Test
    void asManyAsPromisedIsRight() {
        Deeds two = new Shop().books("b1").refused("book", "sold out").books("b2").bookings();
        holds(two.number(EXACTLY, 2));
        holds(two.number(AT_LEAST, 2));
        holds(two.number(AT_LEAST, 1));
        holds(two.number(AT_MOST, 2));
        holds(two.number(AT_MOST, 3));
        holds(new Shop().refused("book", "sold out").bookings().number(EXACTLY, 0));
    }

    @Test
    void whatNobodyTriedOrIsAlwaysTrueIsUndecided() {
        undecided(new Shop().buys("1").bookings().number(EXACTLY, 0), "no booking was tried");
        undecided(
                new Shop().books("b1").bookings().number(AT_LEAST, 0), "at least 0 is always true");
    }

    @Test
    void oneTooManyIsShownWithThoseBefore() {
        Shop shop = new Shop().books("b1").refused("book", "sold out").books("b2").books("b3");
        Verdict exactly = shop.bookings().number(EXACTLY, 1);
        contradicted(exactly, "Expected exactly 1 booking to be accepted, saw 3", 0, 2);
        concluded(exactly, "Each of these was told that it was accepted");
        contradicted(
                shop.bookings().number(AT_MOST, 2),
                "Expected at most 2 bookings to be accepted, saw 3",
                0,
                2,
                3);
    }

    @Test
    void oneTooFewIsShownWithThoseThatWereRefused() {
        Shop shop = new Shop().books("b1").refused("book", "sold out");
        Verdict exactly = shop.bookings().number(EXACTLY, 2);
        contradicted(exactly, "Expected exactly 2 bookings to be accepted, saw 1", 0, 1);
        concluded(exactly, "The others were refused, although there was room for them");
        contradicted(
                shop.bookings().number(AT_LEAST, 2),
                "Expected at least 2 bookings to be accepted, saw 1",
                0,
                1);
    }

    @Test
    void moreThanWereTriedCannotBeAccepted() {
        Deeds two = new Shop().books("b1").refused("book", "sold out").bookings();
        undecided(two.number(EXACTLY, 3), "fewer bookings were tried: 2");
        undecided(two.number(AT_LEAST, 3), "fewer bookings were tried: 2");
        holds(two.number(AT_MOST, 3));
    }

    @Test
    void whatIsUnknownMayBeOneOfThem() {
        Deeds one =
                new Shop().books("b1").silent("book", Map.of()).broken("book", Map.of()).bookings();
        String unclear =
                "nobody knows of some bookings whether they happened: 1 × broken (500), 1 × not"
                        + " answered";
        undecided(one.number(EXACTLY, 1), unclear);
        undecided(one.number(EXACTLY, 3), unclear);
        undecided(one.number(AT_MOST, 2), unclear);
        undecided(one.number(AT_LEAST, 2), unclear);
        holds(one.number(AT_MOST, 3));
        holds(one.number(AT_LEAST, 1));
        contradicted(one.number(EXACTLY, 0));
        Deeds refusedToo =
                new Shop()
                        .books("b1")
                        .silent("book", Map.of())
                        .broken("book", Map.of())
                        .refused("book", "sold out")
                        .bookings();
        contradicted(refusedToo.number(EXACTLY, 4));
        contradicted(refusedToo.number(AT_LEAST, 4));
    }

    @Test
    void everyOneIsAccepted() {
        holds(new Shop().books("b1").books("b2").bookings().all());
        Verdict refused = new Shop().books("b1").refused("book", "sold out").bookings().all();
        contradicted(refused, "Expected every booking to be accepted, saw one that was not", 1);
        concluded(refused, "Nothing forbids it");
    }

    @Test
    void aBrokenAnswerIsNoAcceptanceAndNoSilence() {
        contradicted(
                new Shop().books("b1").broken("book", Map.of()).bookings().all(),
                "Expected every booking to be accepted, saw one that was not",
                1);
        undecided(
                new Shop().books("b1").silent("book", Map.of()).bookings().all(),
                "nobody knows of some bookings whether they happened: 1 × not answered");
    }

    @Test
    void aRefusalHasTheReasonThatIsPromised() {
        holds(
                new Shop()
                        .books("b1")
                        .refused("book", "sold out")
                        .silent("book", Map.of())
                        .bookings()
                        .refusedOnlyBecause("sold out"));
        Verdict another =
                new Shop()
                        .refused("book", "sold out")
                        .refused("book", "used up")
                        .bookings()
                        .refusedOnlyBecause("sold out");
        contradicted(
                another,
                "Expected bookings to be refused only as “sold out”, saw one that is told: used up",
                1);
        concluded(another, "Whoever comes too late is to be told why");
    }

    @Test
    void aReasonThatIsKnownEverywhereHasItsWordsToo() {
        Deeds unknown = new Shop().refused("book", Refusal.NEVER_KNOWN).bookings();
        holds(unknown.refusedOnlyBecause("never known"));
        contradicted(
                unknown.refusedOnlyBecause("sold out"),
                "Expected bookings to be refused only as “sold out”, saw one that "
                        + Refusal.NEVER_KNOWN.describe(),
                0);
    }

    /** A reason of the domain's own is no “other”. */
    @Test
    void anOwnReasonIsKnownByItsOwnNameAlone() {
        Deeds own = new Shop().refused("book", "sold out").bookings();
        contradicted(own.refusedOnlyBecause("other"));
        holds(new Shop().refused("book", Refusal.OTHER).bookings().refusedOnlyBecause("other"));
    }

    @Test
    void aBrokenAnswerIsNoRefusal() {
        contradicted(
                new Shop().broken("book", Map.of()).bookings().refusedOnlyBecause("sold out"),
                "Expected bookings to be refused only as “sold out”, saw one that gets a broken"
                        + " answer (500)",
                0);
    }

    @Test
    void everybodySitsAlone() {
        holds(new Shop().books("1").books("2").bookings().eachItsOwn("seat", "seat"));
        Verdict shared =
                new Shop()
                        .books("1")
                        .books("2")
                        .does("book", Map.of(), Shop.values("id", "3", "seat", "seat 1"))
                        .bookings()
                        .eachItsOwn("seat", "seat");
        contradicted(
                shared,
                "Expected each booking to have a seat of its own, saw two with “seat 1”",
                0,
                2);
        concluded(shared, "Both were accepted");
    }

    /** What may have happened tells no seat. */
    @Test
    void onlyTheAcceptedOnesAreCompared() {
        holds(
                new Shop()
                        .books("1")
                        .silent("book", Map.of())
                        .broken("book", Map.of())
                        .refused("book", "sold out")
                        .bookings()
                        .eachItsOwn("seat", "seat"));
    }

    @Test
    void anAnswerWithoutTheFactLeavesItUndecided() {
        undecided(
                new Shop()
                        .does("book", Map.of(), Shop.values("id", "1"))
                        .bookings()
                        .eachItsOwn("row-number", "row number"),
                "a booking does not tell its row number");
    }

    @Test
    void twoThatOverlapAreBothShown() {
        Verdict both = overlap(new Shop().reserves("blue", "9", "13").reserves("blue", "12", "14"));
        contradicted(both, "Expected no two reservations to overlap, saw two that do", 0, 1);
        concluded(both, "Both were accepted");
        contradicted(overlap(new Shop().reserves("blue", "9", "13").reserves("blue", "9", "13")));
        contradicted(overlap(new Shop().reserves("blue", "9", "15").reserves("blue", "11", "12")));
        contradicted(overlap(new Shop().reserves("blue", "11", "12").reserves("blue", "9", "15")));
        contradicted(overlap(new Shop().reserves("blue", "9", "13").reserves("blue", "8", "9.5")));
        contradicted(
                overlap(new Shop().reserves("blue", "9", "13").reserves("blue", "12.9", "14")));
    }

    /** Numbers, not texts: “10” begins after “9” ends. */
    @Test
    void oneThatEndsWhereTheOtherBeginsDoesNotOverlap() {
        holds(overlap(new Shop().reserves("blue", "9", "13").reserves("blue", "13", "15")));
        holds(overlap(new Shop().reserves("blue", "13.0", "15").reserves("blue", "9", "13")));
        holds(overlap(new Shop().reserves("blue", "8", "9").reserves("blue", "10", "11")));
        holds(overlap(new Shop().reserves("blue", "9", "13")));
    }

    @Test
    void differentRoomsDoNotOverlap() {
        Shop shop = new Shop().reserves("blue", "9", "13").reserves("red", "9", "13");
        holds(overlap(shop));
        contradicted(shop.reservations().apart("from", "to", List.of()));
    }

    @Test
    void onlyWhatWasAcceptedOverlaps() {
        Map<String, String> noon = Shop.values("room", "blue", "from", "9", "to", "13");
        holds(
                overlap(
                        new Shop()
                                .reserves("blue", "9", "13")
                                .silent("reserve", noon)
                                .broken("reserve", noon)));
    }
}
