package meanwhile.model;

import static meanwhile.model.HandWritten.assertIllegal;
import static meanwhile.model.HandWritten.assertLegal;
import static meanwhile.model.HandWritten.assertOpen;

import java.util.List;
import meanwhile.model.News.Happening;
import meanwhile.model.News.Op;
import meanwhile.model.News.Poll;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final long DELAY = 5;

    @Test
    void whoWaitsIsToldInTime() {
        assertLegal(
                News.check(
                        poll(0, 15, "a").known("Ana", 8, 10, new Happening("a")).events(), DELAY));
    }

    @Test
    void aWaitThatGoesOnHasLostItsWakeUp() {
        assertIllegal(
                News.check(poll(0, 16).known("Ana", 8, 10, new Happening("a")).events(), DELAY),
                "Expected to be told of “a”, was not",
                0,
                1);
    }

    @Test
    void beingToldLateIsToldApart() {
        assertIllegal(
                News.check(
                        poll(0, 16, "a").known("Ana", 8, 10, new Happening("a")).events(), DELAY),
                "Expected to be told of “a” in time, was told late",
                0,
                1);
    }

    @Test
    void whatHappensBetweenTwoPollsIsToldByTheNextOne() {
        assertLegal(
                News.check(
                        poll(0, 2)
                                .known("Ana", 3, 4, new Happening("a"))
                                .known("Ben", 9, 14, new Poll(List.of("a")))
                                .events(),
                        DELAY));
        assertIllegal(
                News.check(
                        poll(0, 2)
                                .known("Ana", 3, 4, new Happening("a"))
                                .known("Ben", 9, 15, new Poll(List.of()))
                                .events(),
                        DELAY),
                "Expected to be told of “a”, was not",
                0,
                1,
                2);
    }

    @Test
    void anAnswerJustBeforeTheConfirmationNeedNotHaveIt() {
        assertLegal(
                News.check(
                        poll(0, 9)
                                .known("Ana", 8, 10, new Happening("a"))
                                .known("Ben", 10, 11, new Poll(List.of("a")))
                                .events(),
                        DELAY));
    }

    @Test
    void whatHappenedBeforeAnybodyWaitedIsNobodysDue() {
        assertLegal(
                News.check(
                        new HandWritten<Op>()
                                .known("Ana", 0, 3, new Happening("a"))
                                .known("Ben", 1, 50, new Poll(List.of()))
                                .events(),
                        DELAY));
    }

    @Test
    void nothingIsToldTwiceOrInventedOrForetold() {
        HandWritten<Op> twice = poll(1, 6, "a").known("Ben", 7, 8, new Poll(List.of("a")));
        assertIllegal(
                News.check(twice.known("Ana", 2, 3, new Happening("a")).events(), DELAY),
                "Expected to be told of “a” once, was told twice",
                0,
                1);
        assertIllegal(
                News.check(
                        poll(1, 6, "a", "a").known("Ana", 2, 3, new Happening("a")).events(),
                        DELAY),
                "Expected to be told of “a” once, was told twice",
                0);
        assertIllegal(
                News.check(poll(1, 6, "b").events(), DELAY),
                "Expected only what had happened, was told of “b”",
                0);
        assertIllegal(
                News.check(poll(1, 6, "a").known("Ana", 7, 8, new Happening("a")).events(), DELAY),
                "Expected only what had happened, was told of “a”",
                0,
                1);
    }

    @Test
    void eachWaiterIsDueEverything() {
        assertIllegal(
                News.check(
                        poll(0, 8, "a")
                                .known("Cid", 1, 30, new Poll(List.of()))
                                .known("Ana", 5, 6, new Happening("a"))
                                .events(),
                        DELAY),
                "Expected to be told of “a”, was not",
                1,
                2);
    }

    @Test
    void anUnknownHappeningIsNobodysDueAndAnUnknownPollLeavesItOpen() {
        assertLegal(News.check(poll(0, 50).unknown("Ana", 5, new Happening("a")).events(), DELAY));
        assertLegal(
                News.check(poll(0, 50, "a").unknown("Ana", 5, new Happening("a")).events(), DELAY));
        assertOpen(
                News.check(
                        new HandWritten<Op>()
                                .unknown("Ben", 0, new Poll(List.of()))
                                .known("Ana", 5, 6, new Happening("a"))
                                .events(),
                        DELAY),
                "a poll was not answered");
    }

    private static HandWritten<Op> poll(long begun, long ended, String... told) {
        return new HandWritten<Op>().known("Ben", begun, ended, new Poll(List.of(told)));
    }
}
