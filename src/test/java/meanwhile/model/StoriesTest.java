package meanwhile.model;

import static meanwhile.model.HandWritten.assertIllegal;
import static meanwhile.model.HandWritten.assertLegal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which calls a contradiction shows, down to the moments at which intervals touch. */
class StoriesTest {
    @Test
    void timesMayLieBeforeTheOrigin() {
        HandWritten<Counter.Op> line =
                new HandWritten<Counter.Op>()
                        .known("Ana", -10, -5, new Counter.Add())
                        .known("Ben", -4, -3, new Counter.Read(1));
        assertLegal(Counter.check(line.events(), 0));
        assertLegal(Counter.check(line.known("Cid", -9, -8, new Counter.Read(0)).events(), 0));
    }

    @Test
    void theOrderInWhichEventsAreHandedOverDoesNotMatter() {
        assertLegal(
                Counter.check(
                        new HandWritten<Counter.Op>()
                                .known("Ana", 20, 21, new Counter.Add())
                                .known("Ben", 30, 31, new Counter.Read(2))
                                .known("Ana", 0, 1, new Counter.Add())
                                .known("Ben", 10, 11, new Counter.Read(1))
                                .events(),
                        0));
    }

    @Test
    void anAdditionAfterTheLastReadIsNotTold() {
        assertIllegal(
                Counter.check(
                        new HandWritten<Counter.Op>()
                                .known("Ana", 0, 9, new Counter.Add())
                                .known("Ben", 2, 3, new Counter.Read(3))
                                .known("Cid", 4, 5, new Counter.Add())
                                .events(),
                        0),
                "Expected at most 1, saw 3",
                0,
                1);
    }

    @Test
    void anAdditionThatBeginsAsTheReadEndsIs() {
        Ruling<Counter.Op> ruling =
                Counter.check(
                        new HandWritten<Counter.Op>()
                                .known("Ana", 0, 1, new Counter.Add())
                                .known("Ben", 2, 3, new Counter.Read(5))
                                .known("Cid", 3, 4, new Counter.Add())
                                .events(),
                        0);
        assertIllegal(ruling, "Expected at most 2, saw 5", 0, 1, 2);
        assertConcludes(ruling, "No order of these 2 additions to 0 gives what was seen");
    }

    @Test
    void whoeverGaveOneAsTheReadEndedIsToldOf() {
        assertIllegal(
                UndoableCount.check(
                        new HandWritten<UndoableCount.Op>()
                                .known("Ana", 3, 4, new UndoableCount.Hold("Ana", true))
                                .known("Ben", 2, 3, new UndoableCount.Read(2))
                                .known("Cid", 4, 5, new UndoableCount.Hold("Cid", true))
                                .events(),
                        0),
                "Expected at most 1, saw 2",
                1,
                0);
    }

    @Test
    void countsThatDoNotGoTogetherAreToldWithoutWhatCameLater() {
        HandWritten<UndoableCount.Op> line =
                new HandWritten<UndoableCount.Op>()
                        .known("Ana", 0, 20, new UndoableCount.Hold("Ana", true))
                        .known("Dan", 2, 3, new UndoableCount.Read(1))
                        .known("Dan", 4, 5, new UndoableCount.Read(0))
                        .known("Ben", 5, 6, new UndoableCount.Hold("Ben", true))
                        .known("Cid", 7, 8, new UndoableCount.Hold("Cid", true))
                        .known("Dan", 30, 31, new UndoableCount.Read(3));
        Ruling<UndoableCount.Op> ruling = UndoableCount.check(line.events(), Register.BUDGET);
        assertIllegal(ruling, "Expected counts that go together, saw others", 0, 1, 2, 3);
        assertConcludes(ruling, "No order of these explains all the counts that were seen");
    }

    @Test
    void setsAndListsAreConcludedInTheirOwnWords() {
        List<Event<Snapshots.Op>> events =
                new HandWritten<Snapshots.Op>()
                        .known("p", 0, 1, new Snapshots.Read(List.of("ghost")))
                        .events();
        assertConcludes(Snapshots.set(events), "No order of these gives what was seen");
        assertConcludes(Snapshots.list(events), "No order of these gives the lists that were seen");
    }

    private static void assertConcludes(Ruling<?> ruling, String conclusion) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Illegal.class,
                        illegal -> assertThat(illegal.conclusion()).isEqualTo(conclusion));
    }
}
