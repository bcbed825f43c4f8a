package meanwhile.model;

import static meanwhile.model.HandWritten.assertIllegal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of operations, and which operations a story needs. */
class OperationWordsTest {
    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of(new Register.Read(null), "reads nothing"),
                Arguments.of(new Register.Write("a"), "writes “a”"),
                Arguments.of(new Register.Swap("a", "b"), "replaces “a” by “b”"),
                Arguments.of(new Register.Miss("a"), "finds that it is not “a”"),
                Arguments.of(new Tally.Change(new BigDecimal("-1.5")), "adds -1.5"),
                Arguments.of(new Tally.Read(BigDecimal.TEN), "reads 10"),
                Arguments.of(new KeyValue.Get("k", "v"), "gets “v” from k"),
                Arguments.of(new KeyValue.Put("k", "v"), "puts “v” into k"),
                Arguments.of(new KeyValue.Append("k", "v"), "appends “v” to k"),
                Arguments.of(new Counter.Add(), "adds 1"),
                Arguments.of(new Counter.Read(7), "reads 7"),
                Arguments.of(new UndoableCount.Hold("Ana", true), "Ana gives one"),
                Arguments.of(new UndoableCount.Hold("Ana", false), "Ana takes one back"),
                Arguments.of(new UndoableCount.Read(7), "reads 7"),
                Arguments.of(new Snapshots.Add("e"), "adds e"),
                Arguments.of(new Snapshots.Read(List.of("e")), "sees [e]"),
                Arguments.of(new Presence.Add("e"), "adds e"),
                Arguments.of(new Presence.Remove("e"), "removes e"),
                Arguments.of(new Presence.Look("e", true), "sees e"),
                Arguments.of(new Presence.Look("e", false), "does not see e"),
                Arguments.of(new News.Happening("a"), "brings about a"),
                Arguments.of(new News.Poll(List.of("a")), "is told of [a]"),
                Arguments.of(new SessionGuarantees.Write(2), "writes version 2"),
                Arguments.of(new SessionGuarantees.Read(2), "reads version 2"),
                Arguments.of(new AtomicWrites.Write(List.of("a", "b")), "writes [a, b]"),
                Arguments.of(new AtomicWrites.Read(List.of("a", "b")), "sees [a, b]"),
                Arguments.of(new Paging.Add("e"), "adds e"),
                Arguments.of(new Paging.Remove("e"), "removes e"),
                Arguments.of(new Paging.Page(List.of("e"), true, null), "reads a page with [e]"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationIsToldInWords(Object op, String words) {
        assertThat(op).hasToString(words);
    }

    @Test
    void aStaleTextIsToldWithItsSourceAndWhatReplacedIt() {
        assertIllegal(
                KeyValue.check(
                        new HandWritten<KeyValue.Op>()
                                .known("p", 0, 1, new KeyValue.Put("k", "x"))
                                .known("p", 2, 3, new KeyValue.Put("k", "y"))
                                .known("q", 4, 5, new KeyValue.Get("k", "x"))
                                .known("q", 6, 7, new KeyValue.Put("k", "z"))
                                .events(),
                        "",
                        Register.BUDGET),
                "Expected to get “y”, got “x”",
                0,
                1,
                2);
    }

    @Test
    void whatIsSeenAgainIsToldWithItsComingAndGoing() {
        assertIllegal(
                Presence.check(
                        new HandWritten<Presence.Op>()
                                .known("p", 0, 1, new Presence.Add("e"))
                                .known("p", 2, 3, new Presence.Remove("e"))
                                .known("q", 4, 5, new Presence.Look("e", true))
                                .events()),
                "Expected not to see “e”, saw it",
                0,
                1,
                2);
    }

    @Test
    void whatComesBackIsToldWithTheGoingThatWouldExplainItsAbsence() {
        assertIllegal(
                Presence.check(
                        new HandWritten<Presence.Op>()
                                .known("p", 0, 1, new Presence.Add("e"))
                                .known("q", 2, 3, new Presence.Look("e", false))
                                .known("p", 2, 9, new Presence.Remove("e"))
                                .known("q", 4, 5, new Presence.Look("e", true))
                                .events()),
                "Expected not to see “e”, saw it",
                0,
                1,
                2,
                3);
    }

    @Test
    void aStoryLeavesOutTextsThatNobodySaw() {
        assertIllegal(
                KeyValue.check(
                        new HandWritten<KeyValue.Op>()
                                .known("p", 0, 1, new KeyValue.Put("k", "w"))
                                .known("p", 2, 3, new KeyValue.Put("k", "x"))
                                .known("p", 4, 5, new KeyValue.Put("k", "y"))
                                .known("q", 6, 7, new KeyValue.Get("k", "x"))
                                .events(),
                        "",
                        Register.BUDGET),
                "Expected to get “y”, got “x”",
                1,
                2,
                3);
    }

    @Test
    void ofTwoWritesOfOneValueAStoryNeedsOne() {
        assertIllegal(
                Register.check(
                        new HandWritten<Register.Op>()
                                .known("p", 0, 1, new Register.Write("a"))
                                .known("p", 2, 3, new Register.Write("b"))
                                .known("p", 4, 5, new Register.Write("a"))
                                .known("p", 6, 7, new Register.Write("c"))
                                .known("q", 8, 9, new Register.Read("a"))
                                .events(),
                        null,
                        Register.BUDGET),
                "Expected to see “c”, saw “a”",
                0,
                3,
                4);
    }

    @Test
    void aStoryLeavesOutAGoingThatNobodyNeeds() {
        assertIllegal(
                Presence.check(
                        new HandWritten<Presence.Op>()
                                .known("p", 0, 1, new Presence.Add("e"))
                                .known("p", 2, 3, new Presence.Remove("e"))
                                .known("q", 4, 5, new Presence.Add("e"))
                                .events()),
                "Expected “e” to come and go once",
                0,
                2);
    }

    @Test
    void aHalfIsToldWithTheWritesThatBeganBeforeItEnded() {
        assertIllegal(
                AtomicWrites.check(
                        new HandWritten<AtomicWrites.Op>()
                                .known("p", 0, 1, new AtomicWrites.Write(List.of("a", "a")))
                                .known("q", 2, 5, new AtomicWrites.Read(List.of("a", "b")))
                                .known("p", 5, 6, new AtomicWrites.Write(List.of("b", "b")))
                                .known("p", 6, 7, new AtomicWrites.Write(List.of("c", "b")))
                                .events(),
                        List.of("", "")),
                "Expected the whole of one write, saw [a, b]",
                0,
                1,
                2);
    }
}
