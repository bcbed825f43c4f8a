package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import org.junit.jupiter.api.Test;

class ImageNewsTest {
    @Test
    void whoIsSentAwayWithNothingLongAfterOthersHeardWasPassedOver() {
        Told told = poll(started(), "Chloe", 610, 4000);
        Told later = poll(told, "Chloe", 4001, 4010, "tabby");

        assertThat(heardOnce(later)).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whoNeverHearsWhatOthersHeardWasPassedOver() {
        Told told = poll(started(), "Chloe", 10, 120, "sunset");
        Told later = poll(told, "Chloe", 621, 4621);

        assertThat(heardOnce(later.uploaded("Ana", 30, 60, "sunset")))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void anEmptyAnswerJustAfterwardsAndALateOneAreNoFault() {
        Told told = poll(started(), "Chloe", 590, 4590);

        assertThat(heardOnce(poll(told, "Chloe", 4591, 4900, "tabby")))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void aWaitWithoutAnAnswerMayHaveHadTheNews() {
        Told told = started().unknown("Chloe", 10, 3000, new Operation.AwaitNews(null, 4));

        assertThat(heardOnce(poll(told, "Chloe", 3001, 4200)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whoseLastWaitHadNoAnswerIsUndecided() {
        Operation wait = new Operation.AwaitNews(null, 4);

        assertThat(heardOnce(started().unknown("Chloe", 10, 3000, wait)))
                .isInstanceOf(Verdict.Undecided.class);
        Told again = started().unknown("Chloe", 10, 3000, wait);
        assertThat(heardOnce(poll(again, "Chloe", 3001, 3010, "tabby")))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void whoHeardOfLaterNewsHasPassedTheEarlier() {
        Told both = new Told().uploaded("Ana", 1, 2, "tabby").uploaded("Ana", 3, 4, "sunset");
        Told ben = poll(both, "Ben", 10, 100, "tabby", "sunset");

        assertThat(heardOnce(poll(ben, "Chloe", 10, 100, "sunset")))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whoStoppedBeforeLaterNewsHasPassedNothing() {
        Told both = new Told().uploaded("Ana", 1, 2, "tabby").uploaded("Ana", 3, 4, "sunset");
        Told ben = poll(both, "Ben", 10, 100, "tabby", "sunset");

        assertThat(heardOnce(poll(ben, "Chloe", 10, 100, "tabby")))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void whoeverAsksToWaitIsLetIn() {
        Operation wait = new Operation.AwaitNews(null, 4);

        assertThat(ImageNews.letIn(started().history())).isInstanceOf(Verdict.Holds.class);
        assertThat(
                        ImageNews.letIn(
                                new Told()
                                        .refused("Chloe", 1, 2, wait, Refusal.THROTTLED)
                                        .history()))
                .isInstanceOf(Verdict.Contradicted.class);
        assertThat(ImageNews.letIn(new Told().unknown("Chloe", 1, 2, wait).history()))
                .isInstanceOf(Verdict.Undecided.class);
    }

    /** Ben hears of Ana's picture after 100 ms. */
    private static Told started() {
        return poll(new Told().uploaded("Ana", 20, 50, "tabby"), "Ben", 10, 100, "tabby");
    }

    private static Told poll(Told told, String actor, long from, long to, String... images) {
        List<Answer.NewsItem> news =
                Stream.of(images)
                        .map(id -> new Answer.NewsItem(id, "ready", new ImageId(id)))
                        .toList();
        return told.accepted(
                actor,
                from,
                to,
                new Operation.AwaitNews(new Cursor("0"), 4),
                new Answer.NewsSeen(news, null));
    }

    private static Verdict heardOnce(Told told) {
        return ImageNews.heardOnce(told.history(), Duration.ofSeconds(5), Duration.ofMillis(500));
    }
}
