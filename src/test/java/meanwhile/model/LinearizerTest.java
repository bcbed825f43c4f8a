package meanwhile.model;

import static meanwhile.model.HandWritten.assertIllegal;
import static meanwhile.model.HandWritten.assertLegal;
import static meanwhile.model.HandWritten.assertOpen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the search goes through orders; the oracle only tests its results. */
class LinearizerTest {
    @Test
    void aBudgetThatIsJustEnoughDecides() {
        List<Event<Register.Op>> events =
                new HandWritten<Register.Op>()
                        .known("p", 0, 1, new Register.Write("a"))
                        .known("p", 2, 3, new Register.Read("a"))
                        .events();
        assertOpen(Register.check(events, null, 0), "gave up after 0 steps");
        assertLegal(Register.check(events, null, 1));
    }

    @Test
    void aSmallerBudgetLeavesItOpenAndChangesNothingElse() {
        for (long seed = 0; seed < 300; seed++) {
            List<Event<Register.Op>> events = swaps(new Chance(seed));
            Ruling<Register.Op> ruling = Register.check(events, null, Register.BUDGET);
            boolean decided = false;
            for (int budget = 0; budget < 60; budget++) {
                Ruling<Register.Op> some = Register.check(events, null, budget);
                if (decided || !(some instanceof Ruling.Open<Register.Op>)) {
                    decided = true;
                    assertThat(some).as("seed %d, budget %d", seed, budget).isEqualTo(ruling);
                }
            }
        }
    }

    @Test
    void anUnknownDeedNeedNotWaitForAnUnknownOneOfAnotherKind() {
        assertLegal(
                Register.check(
                        new HandWritten<Register.Op>()
                                .unknown("p", 0, new Register.Swap("a", "b"))
                                .unknown("q", 1, new Register.Write("b"))
                                .known("r", 2, 3, new Register.Read("b"))
                                .events(),
                        null,
                        Register.BUDGET));
        assertLegal(
                Presence.check(
                        new HandWritten<Presence.Op>()
                                .unknown("p", 0, new Presence.Remove("e"))
                                .unknown("q", 1, new Presence.Add("e"))
                                .known("r", 2, 3, new Presence.Look("e", true))
                                .events()));
    }

    private static List<Event<Register.Op>> swaps(Chance chance) {
        return chance.history(
                "nothing",
                state ->
                        chance.oneIn(3)
                                ? new Register.Read(state)
                                : new Register.Swap(state, chance.oneOf(List.of("a", "b"))),
                (state, op) -> op instanceof Register.Swap swap ? swap.to() : state,
                op -> op instanceof Register.Read ? new Register.Read("a") : op);
    }

    @Test
    void ofEventsThatDoTheSameTheNextIsTriedAfterTheFirst() {
        List<Event<KeyValue.Op>> events =
                new HandWritten<KeyValue.Op>()
                        .unknown("p", 0, new KeyValue.Append("k", "x"))
                        .known("q", 1, 2, new KeyValue.Get("k", "x"))
                        .unknown("p", 3, new KeyValue.Append("k", "x"))
                        .known("q", 4, 5, new KeyValue.Get("k", "xx"))
                        .events();
        assertLegal(KeyValue.check(events, "", Register.BUDGET));
    }

    @Test
    void ofEventsThatDoTheSameOnlyOneIsTried() {
        HandWritten<KeyValue.Op> line = new HandWritten<>();
        for (int i = 0; i < 3; i++) {
            line.unknown("p", 0, new KeyValue.Append("k", "x"));
        }
        line.known("q", 1, 2, new KeyValue.Get("k", "xx"));
        // A step from none to one event, and a step from one to two.
        assertOpen(KeyValue.check(line.events(), "", 1), "gave up");
        assertLegal(KeyValue.check(line.events(), "", 2));
    }

    @Test
    void readsBeyondTheSixtyFourthAtOnceAreMarkedToo() {
        HandWritten<Register.Op> line = new HandWritten<>();
        for (int i = 0; i < 70; i++) {
            line.known("p" + i, i, 100, new Register.Read(null));
        }
        line.known("q", 80, 90, new Register.Write("a"));
        assertLegal(Register.check(line.events(), null, Register.BUDGET));
        line.known("r", 101, 102, new Register.Read(null));
        assertIllegal(
                Register.check(line.events(), null, Register.BUDGET),
                "Expected to see “a”, saw nothing",
                70,
                71);
    }

    @Test
    void asManyConfigurationsAsThereIsRoomForAreAllLookedAt() {
        HandWritten<UndoableCount.Op> line = new HandWritten<>();
        for (String member : List.of("Ana", "Ben", "Cid", "Dan")) {
            line.known(member, 0, 100, new UndoableCount.Hold(member, true));
        }
        line.known("Eve", 0, 10, new UndoableCount.Hold("Eve", true));
        for (int count = 1; count <= 5; count++) {
            line.known("q", 20 + count, 20 + count, new UndoableCount.Read(count));
        }
        assertLegal(UndoableCount.check(line.events(), Register.BUDGET));
    }

    @Test
    void asManyMembersAsAStateHasBitsAreSearched() {
        HandWritten<UndoableCount.Op> line = new HandWritten<>();
        for (int i = 0; i < UndoableCount.MOST_MEMBERS; i++) {
            line.known("p", 2L * i, 2L * i + 1, new UndoableCount.Hold("m" + i, true));
        }
        assertLegal(UndoableCount.check(line.events(), Register.BUDGET));
        line.known("p", 200, 201, new UndoableCount.Hold("one more", true));
        assertOpen(UndoableCount.check(line.events(), Register.BUDGET), "too many members");
    }
}
