package meanwhile.model;

import static meanwhile.model.HandWritten.assertIllegal;
import static meanwhile.model.HandWritten.assertLegal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meanwhile.model.News.Happening;
import meanwhile.model.News.Poll;
import org.junit.jupiter.api.Test;

/** Intervals are closed: an event that ends as another begins may be before it or after. */
class TouchingTest {
    @Test
    void whoBeganToWaitAsItHappenedIsNotDueIt() {
        assertLegal(
                News.check(
                        new HandWritten<News.Op>()
                                .known("Ana", 8, 9, new Happening("a"))
                                .known("Ben", 8, 50, new Poll(List.of()))
                                .events(),
                        5));
    }

    @Test
    void whatBeginsAsAnAnswerEndsMayBeInIt() {
        assertLegal(
                News.check(
                        new HandWritten<News.Op>()
                                .known("Ben", 0, 9, new Poll(List.of("a")))
                                .known("Ana", 9, 10, new Happening("a"))
                                .events(),
                        5));
    }

    @Test
    void aLatePollIsToldWithTheOneBeforeOnlyIfThatWasTooEarlyForIt() {
        HandWritten<News.Op> line =
                new HandWritten<News.Op>()
                        .known("Ben", 0, 9, new Poll(List.of()))
                        .known("Ana", 10, 11, new Happening("a"))
                        .known("Ben", 10, 17, new Poll(List.of("a")));
        Ruling<News.Op> ruling = News.check(line.events(), 5);
        assertIllegal(ruling, "Expected to be told of “a” in time, was told late", 1, 2);
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Illegal.class,
                        illegal ->
                                assertThat(illegal.conclusion())
                                        .isEqualTo("The promised delay had passed"));
    }

    @Test
    void aPageMayShowWhatComesAsItEnds() {
        assertLegal(
                Paging.check(
                        new HandWritten<Paging.Op>()
                                .known("r", 0, 5, new Paging.Page(List.of("e"), true, null))
                                .known("w", 5, 6, new Paging.Add("e"))
                                .events()));
    }

    @Test
    void aTotalNeedNotCountWhatComesLater() {
        assertLegal(
                Paging.totals(
                        new HandWritten<Paging.Op>()
                                .known("r", 0, 5, new Paging.Page(List.of(), true, 0L))
                                .known("w", 6, 7, new Paging.Add("e"))
                                .events()));
        assertIllegal(
                Paging.totals(
                        new HandWritten<Paging.Op>()
                                .known("w", 0, 1, new Paging.Add("e"))
                                .known("r", 2, 5, new Paging.Page(List.of(), true, 0L))
                                .events()),
                "Expected a total of at least 1, saw 0",
                0,
                1);
    }

    @Test
    void ofTwoWritesOfOneVersionTheFirstIsTold() {
        assertIllegal(
                SessionGuarantees.readYourWrites(
                        new HandWritten<SessionGuarantees.Op>()
                                .known("p", 0, 1, new SessionGuarantees.Write(5))
                                .known("p", 2, 3, new SessionGuarantees.Write(5))
                                .known("p", 4, 5, new SessionGuarantees.Read(4))
                                .events()),
                "Expected to see one's own version 5 or a newer one, saw 4",
                0,
                2);
    }

    @Test
    void threePossibleTextsAreAllTold() {
        HandWritten<KeyValue.Op> line =
                new HandWritten<KeyValue.Op>()
                        .known("p", 0, 10, new KeyValue.Put("k", "x"))
                        .known("q", 0, 10, new KeyValue.Put("k", "y"))
                        .known("r", 1, 2, new KeyValue.Get("k", "xyz"));
        assertIllegal(
                KeyValue.check(line.events(), "", Register.BUDGET),
                "Expected to get “” or “x” or “y”, got “xyz”",
                0,
                1,
                2);
    }
}
