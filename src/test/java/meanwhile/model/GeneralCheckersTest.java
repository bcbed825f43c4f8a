package meanwhile.model;

import static meanwhile.model.HandWritten.assertIllegal;
import static meanwhile.model.HandWritten.assertLegal;
import static meanwhile.model.HandWritten.assertOpen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts of the rulings; the oracle only tests whether a history is legal. */
class GeneralCheckersTest {
    @Test
    void theCounterAcceptsNothingThatOnlyTheBoundsAccept() {
        assertIllegal(
                Counter.check(
                        new HandWritten<Counter.Op>()
                                .known("Ana", 0, 10, new Counter.Add())
                                .known("Ben", 2, 3, new Counter.Read(1))
                                .known("Cid", 4, 6, new Counter.Add())
                                .known("Ben", 7, 8, new Counter.Read(1))
                                .events(),
                        0),
                "Expected counts that go together, saw 1 at last",
                0,
                1,
                2,
                3);
    }

    @Test
    void theCounterSaysWhatItExpected() {
        HandWritten<Counter.Op> added =
                new HandWritten<Counter.Op>().known("Ana", 0, 1, new Counter.Add());
        assertIllegal(
                Counter.check(added.known("Ben", 2, 3, new Counter.Read(5)).events(), 5),
                "Expected at least 6, saw 5",
                0,
                1);
        assertIllegal(
                Counter.check(
                        new HandWritten<Counter.Op>()
                                .known("Ana", 0, 1, new Counter.Add())
                                .known("Ben", 2, 3, new Counter.Read(7))
                                .known("Ana", 4, 5, new Counter.Add())
                                .events(),
                        5),
                "Expected at most 6, saw 7",
                0,
                1);
    }

    @Test
    void aLongIllegalHistoryIsShrunkInBoundedTime() {
        HandWritten<Counter.Op> line = new HandWritten<>();
        for (int i = 0; i < 50_000; i++) {
            line.known("Ana", 10L * i, 10L * i + 5, new Counter.Add());
            line.known("Ben", 10L * i + 6, 10L * i + 7, new Counter.Read(i + 1));
        }
        line.known("Ben", 500_001, 500_002, new Counter.Read(49_999));
        assertThat(Counter.check(line.events(), 0)).isInstanceOf(Ruling.Illegal.class);
    }

    @Test
    void ofManyWritesAStaleReadNeedsTwo() {
        HandWritten<Register.Op> line = new HandWritten<>();
        for (int i = 0; i < 200; i++) {
            line.known("Ana", 10L * i, 10L * i + 5, new Register.Write("v" + i % 7));
            line.known("Ben", 10L * i + 6, 10L * i + 7, new Register.Read("v" + i % 7));
        }
        line.known("Cid", 3_000, 3_001, new Register.Read("v0"));
        assertIllegal(
                Register.check(line.events(), null, Register.BUDGET),
                "Expected to see “v3”, saw “v0”",
                392,
                398,
                400);
    }

    @Test
    void aRegisterSaysWhatItMayHaveBeen() {
        assertIllegal(
                Register.check(
                        new HandWritten<Register.Op>()
                                .known("Ana", 0, 1, new Register.Write("a"))
                                .unknown("Ben", 2, new Register.Write("b"))
                                .known("Cid", 3, 4, new Register.Swap("c", "b"))
                                .events(),
                        null,
                        Register.BUDGET),
                "Expected a change from “c” to be refused, as it was nothing",
                2);
    }

    @Test
    void moreThanSixtyFourAtOnceAreJudgedToo() {
        HandWritten<Register.Op> line = new HandWritten<>();
        for (int i = 0; i < 100; i++) {
            line.known("Ana" + i, 0, 1_000 + i, new Register.Read("x"));
        }
        assertLegal(
                Register.check(
                        line.known("Ben", 5, 6, new Register.Write("x")).events(), null, 1_000));
        assertIllegal(
                Register.check(
                        line.known("Cid", 7, 8, new Register.Read("y")).events(), null, 1_000),
                "Expected to see nothing, saw “y”",
                101);
    }

    @Test
    void theBudgetLeavesItOpen() {
        HandWritten<KeyValue.Op> texts = new HandWritten<>();
        HandWritten<UndoableCount.Op> count = new HandWritten<>();
        for (int i = 0; i < 12; i++) {
            texts.known("p" + i, 0, 9, new KeyValue.Append("k", "" + (char) ('a' + i)));
            count.known("p" + i, 0, 9, new UndoableCount.Hold("p" + i, true));
        }
        texts.known("q", 0, 9, new KeyValue.Get("k", "no such text"));
        assertOpen(KeyValue.check(texts.events(), "", 1_000), "gave up after 1000 steps");
        count.known("q", 1, 2, new UndoableCount.Read(9))
                .known("q", 3, 4, new UndoableCount.Read(2));
        assertOpen(UndoableCount.check(count.events(), 1_000), "too many orders");
        for (int i = 0; i < 60; i++) {
            count.known("r" + i, 10, 11, new UndoableCount.Hold("r" + i, true));
        }
        assertOpen(UndoableCount.check(count.events(), 1_000), "too many members");
        assertLegal(UndoableCount.check(count.events(), 0));
    }

    @Test
    void theUndoableCountSaysWhoHeldOne() {
        HandWritten<UndoableCount.Op> line =
                new HandWritten<UndoableCount.Op>()
                        .known("Ana", 0, 1, new UndoableCount.Hold("Ana", true))
                        .known("Ben", 0, 1, new UndoableCount.Hold("Ben", true))
                        .known("Cid", 0, 1, new UndoableCount.Hold("Cid", true))
                        .known("Cid", 2, 3, new UndoableCount.Hold("Cid", false));
        assertLegal(
                UndoableCount.check(
                        copy(line).known("Dan", 4, 5, new UndoableCount.Read(2)).events(), 0));
        assertIllegal(
                UndoableCount.check(
                        copy(line).known("Dan", 4, 5, new UndoableCount.Read(0)).events(), 0),
                "Expected at least 2, saw 0 (1 of the 2 holders are shown, enough to prove it)",
                0,
                4);
        assertIllegal(
                UndoableCount.check(
                        copy(line).known("Dan", 4, 5, new UndoableCount.Read(-1)).events(), 0),
                "Expected at least 2, saw -1",
                4);
        assertIllegal(
                UndoableCount.check(
                        copy(line).known("Dan", 4, 5, new UndoableCount.Read(3)).events(), 0),
                "Expected at most 2, saw 3",
                0,
                1,
                2,
                3,
                4);
    }

    @Test
    void snapshotsSayWhatIsWrong() {
        assertIllegal(
                Snapshots.set(reads(List.of("a"), List.of("b"))),
                "Expected one of two reads to show all that the other does, saw each lack something"
                        + " of the other",
                0,
                1,
                2,
                3);
        assertIllegal(
                Snapshots.list(reads(List.of("a", "b"), List.of("b", "a"))),
                "Expected “b” in one place for all, saw it in places 2 and 1",
                0,
                1,
                2,
                3);
        assertIllegal(
                Snapshots.set(reads(List.of("a", "a"))),
                "Expected each element once, saw one twice",
                0,
                2);
        assertIllegal(
                Snapshots.set(reads(List.of("c"))),
                "Expected to see only what was added, saw “c”",
                2);
        assertIllegal(
                Snapshots.list(
                        new HandWritten<Snapshots.Op>()
                                .known("Ana", 0, 1, new Snapshots.Add("a"))
                                .known("Ben", 2, 3, new Snapshots.Read(List.of()))
                                .events()),
                "Expected to see “a”, whose addition was confirmed before, did not",
                0,
                1);
        assertIllegal(
                Snapshots.list(
                        new HandWritten<Snapshots.Op>()
                                .known("Ana", 0, 9, new Snapshots.Add("a"))
                                .known("Ben", 1, 2, new Snapshots.Read(List.of("a")))
                                .known("Ben", 3, 4, new Snapshots.Read(List.of()))
                                .events()),
                "Expected to see at least what was seen before, saw less",
                0,
                1,
                2);
        assertThatThrownBy(
                        () ->
                                Snapshots.set(
                                        new HandWritten<Snapshots.Op>()
                                                .known("Ana", 0, 1, new Snapshots.Add("a"))
                                                .known("Ana", 0, 1, new Snapshots.Add("a"))
                                                .events()))
                .hasMessage("a is added twice");
    }

    @Test
    void thePagesMustEndAndTheirTotalsCoverWhatIsThere() {
        HandWritten<Paging.Op> line =
                new HandWritten<Paging.Op>()
                        .known("Ana", 0, 1, new Paging.Add("a"))
                        .known("Ana", 0, 1, new Paging.Add("b"))
                        .known("Ana", 2, 9, new Paging.Remove("b"));
        List<Event<Paging.Op>> endless =
                copy(line).known("Ben", 3, 4, new Paging.Page(List.of("a"), false, 1L)).events();
        assertIllegal(Paging.check(endless), "Expected the pages to end, they went on", 3);
        assertLegal(Paging.totals(endless));
        assertIllegal(
                Paging.totals(
                        copy(line)
                                .known("Ben", 3, 4, new Paging.Page(List.of(), true, 0L))
                                .events()),
                "Expected a total of at least 1, saw 0",
                0,
                3);
        assertOpen(Paging.check(line.events()), "not all pages");
        assertOpen(
                Paging.check(
                        copy(line)
                                .unknown("Ben", 3, new Paging.Page(List.of(), true, null))
                                .events()),
                "not all pages");
    }

    @Test
    void halvesOfTwoWritesAreToldWithBoth() {
        assertIllegal(
                AtomicWrites.check(
                        new HandWritten<AtomicWrites.Op>()
                                .known("Ana", 0, 1, new AtomicWrites.Write(List.of("1", "one")))
                                .known("Ana", 2, 3, new AtomicWrites.Write(List.of("2", "two")))
                                .known("Ana", 4, 5, new AtomicWrites.Write(List.of("3", "three")))
                                .known("Ben", 2, 6, new AtomicWrites.Read(List.of("1", "two")))
                                .events(),
                        List.of("", "")),
                "Expected the whole of one write, saw [1, two]",
                0,
                1,
                3);
    }

    @Test
    void anEventEndsAfterItBegan() {
        assertThatThrownBy(() -> new Event<>(0, "p", "op", 5, 4, true))
                .hasMessageContaining("not at 5 and 4");
        assertThat(new Event<>(0, "p", "op", 5, 4, false).latest()).isEqualTo(Long.MAX_VALUE);
    }

    private static List<Event<Snapshots.Op>> reads(List<?>... reads) {
        HandWritten<Snapshots.Op> line =
                new HandWritten<Snapshots.Op>()
                        .known("Ana", 0, 90, new Snapshots.Add("a"))
                        .known("Ana", 0, 90, new Snapshots.Add("b"));
        for (List<?> read : reads) {
            line.known(
                    "Ben", 1, 91, new Snapshots.Read(read.stream().map(String::valueOf).toList()));
        }
        return line.events();
    }

    private static <O> HandWritten<O> copy(HandWritten<O> line) {
        HandWritten<O> copy = new HandWritten<>();
        new ArrayList<>(line.events()).forEach(copy.events()::add);
        return copy;
    }
}
