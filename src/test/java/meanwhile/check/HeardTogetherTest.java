package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;

class HeardTogetherTest {
    private static final Duration SPREAD = Duration.ofMillis(500);
    private static final Operation POLL = new Operation.AwaitNews(new Cursor("7"), 4);

    /** A delay so long that no answer can still be on its way. */
    private static final long IN_VAIN = 1_711;

    private final Told told = new Told().uploaded("Ana", 100, 200, "sunset");

    private void hears(String who, long from, long to) {
        Answer.NewsItem item = new Answer.NewsItem("8", "image.uploaded", new ImageId("sunset"));
        told.accepted(who, from, to, POLL, new Answer.NewsSeen(List.of(item), new Cursor("8")));
    }

    private void hearsNothing(String who, long from, long to) {
        told.accepted(who, from, to, POLL, new Answer.NewsSeen(List.of(), null));
    }

    private Verdict verdict() {
        return ImageNews.heardTogether(told.history(), SPREAD);
    }

    @Test
    void allAtAboutTheSameTime() {
        hears("Ben", 0, 210);
        hears("Chloe", 0, 600);
        assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void oneMuchLater() {
        hears("Ben", 0, 210);
        hears("Chloe", 0, 800);
        assertThat(verdict()).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void oneWaitsOnInVain() {
        hears("Ben", 0, 210);
        hearsNothing("Chloe", 0, 4_000);
        hears("Chloe", 4_001, 4_010);
        assertThat(verdict()).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whoeverHadHeardOfItMayWaitForMore() {
        hears("Ben", 0, 210);
        hears("Chloe", 0, 205);
        hearsNothing("Chloe", 206, 4_000);
        assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void aPollThatEndedJustBeforeMayArriveLate() {
        hears("Ben", 0, 210);
        hearsNothing("Chloe", 0, 1_500);
        hears("Chloe", 1_501, 1_510);
        assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void nobodyHeardOfAnything() {
        hearsNothing("Ben", 0, 4_000);
        assertThat(verdict()).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void everybodyHearsOfItOnceAndInTime() {
        hears("Ben", 0, 700);
        assertThat(once()).isEqualTo("holds");
        told.accepted(
                "Chloe",
                0,
                700,
                POLL,
                new Answer.NewsSeen(
                        List.of(
                                new Answer.NewsItem("9", "gallery.closed", null),
                                new Answer.NewsItem("8", "image.uploaded", new ImageId("x"))),
                        null));
        assertThat(once()).isEqualTo("holds");
        told.accepted("Chloe", 701, 1_300, POLL, new Answer.NewsSeen(List.of(), null));
        assertThat(once()).isEqualTo("contradicted");
    }

    @Test
    void nobodyHearsOfItTwiceOrTooLate() {
        hears("Ben", 0, 701);
        assertThat(once()).isEqualTo("contradicted");
        Told twice = new Told().uploaded("Ana", 100, 200, "sunset");
        Answer.NewsItem item = new Answer.NewsItem("8", "image.uploaded", new ImageId("sunset"));
        Answer news = new Answer.NewsSeen(List.of(item, item), null);
        twice.accepted("Ben", 0, 300, POLL, news);
        assertThat(ImageNews.heardOnce(twice.history(), Duration.ZERO, SPREAD).word())
                .isEqualTo("contradicted");
    }

    @Test
    void whereNobodyWaitedOrUploadedNothingIsTold() {
        assertThat(once()).isEqualTo("undecided");
        Told idle = new Told().accepted("Ben", 0, 9, POLL, new Answer.NewsSeen(List.of(), null));
        assertThat(ImageNews.heardOnce(idle.history(), Duration.ZERO, SPREAD).word())
                .isEqualTo("undecided");
    }

    @Test
    void oneMuchLaterIsNotExcusedByAnotherWhoAskedOnlyLater() {
        hears("Ben", 0, 210);
        hears("Chloe", 0, 800);
        hears("Dan", 300, 900);
        Verdicts.contradicted(
                verdict(),
                "Expected all who waited to hear of it within 500 ms of each other",
                1,
                2);
    }

    @Test
    void whoeverAskedAsTheFirstHeardWasWaiting() {
        hears("Ben", 0, 210);
        hears("Chloe", 210, 710);
        assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
        hears("Dan", 211, 900);
        assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
        hears("Eve", 210, 711);
        assertThat(verdict()).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whoeverAskedAsTheFirstHeardMayNotWaitInVain() {
        hears("Ben", 0, 210);
        hearsNothing("Dan", 211, 9_000);
        hearsNothing("Chloe", 210, IN_VAIN - 1);
        assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
        hearsNothing("Eve", 210, IN_VAIN);
        assertThat(verdict()).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whoeverAskedOnlyWhenAllHadToKnowIsToldSomething() {
        hears("Ben", 0, 210);
        hearsNothing("Chloe", 710, 711);
        hears("Chloe", 712, 713);
        assertThat(once()).isEqualTo("holds");
        hearsNothing("Dan", 711, 712);
        assertThat(once()).isEqualTo("contradicted");
    }

    @Test
    void whatHappensToAnImageLaterIsDueFromWhenTheFirstHeardOfIt() {
        hears("Ben", 0, 210);
        Answer.NewsItem voted = new Answer.NewsItem("9", "vote.cast", new ImageId("sunset"));
        Answer news = new Answer.NewsSeen(List.of(voted), null);
        told.accepted("Ben", 211, 900, POLL, news);
        assertThat(once()).isEqualTo("holds");
        hears("Chloe", 0, 300);
        told.accepted("Chloe", 301, 1_401, POLL, news);
        assertThat(once()).isEqualTo("contradicted");
    }

    @Test
    void whoeverPassedBySomethingIsToldApartFromWhatTheyHeard() {
        List<Call> calls =
                new Told()
                        .unknown("Ben", 0, 1, POLL)
                        .unknown("Ben", 2, 3, POLL)
                        .unknown("Cid", 4, 5, POLL)
                        .unknown("Cid", 6, 7, POLL)
                        .history()
                        .calls();
        List<SkippedNews.Heard> all =
                List.of(
                        new SkippedNews.Heard("a", calls.get(0)),
                        new SkippedNews.Heard("b", calls.get(1)));
        List<SkippedNews.Heard> some =
                List.of(
                        new SkippedNews.Heard("c", calls.get(2)),
                        new SkippedNews.Heard("b", calls.get(3)));
        Verdicts.contradicted(
                SkippedNews.check(List.of(all, some)),
                "Expected to be told of “a” before “b”, was never told",
                0,
                3);
        Verdicts.holds(SkippedNews.check(List.of(all, all.subList(0, 1))));
    }

    private String once() {
        return ImageNews.heardOnce(told.history(), Duration.ZERO, SPREAD).word();
    }
}
