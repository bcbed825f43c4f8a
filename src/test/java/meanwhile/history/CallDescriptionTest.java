package meanwhile.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.CommentId;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Naming;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.TopicId;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallDescriptionTest {
    private static final ImageId TABBY = new ImageId("i-7");
    private static final Naming NAMES = id -> id.equals("i-7") ? "Tabby" : id;

    static Stream<Arguments> answers() {
        Answer.FavouriteSeen favourite = new Answer.FavouriteSeen(new FavouriteId("f"), TABBY);
        return Stream.of(
                told(seen(ImageStatus.READY), "sees it ready with 2 up, 1 down"),
                told(seen(null), "sees it with 2 up, 1 down"),
                told(new Answer.BytesSeen("0123456789", 5), "gets 5 bytes (01234567…)"),
                told(new Answer.BytesSeen("01", 5), "gets 5 bytes (01…)"),
                told(new Answer.ImagesListed(List.of(TABBY), null, null), "gets a list of 1"),
                told(
                        new Answer.ImagesListed(
                                List.of(), new meanwhile.language.Cursor("c"), null),
                        "gets a list of 0, and more"),
                told(
                        new Answer.VotesListed(
                                List.of(
                                        new Answer.VoteSeen(
                                                new VoteId("v"), TABBY, VoteValue.DOWN)),
                                null,
                                null),
                        "sees [DOWN on “Tabby”]"),
                told(new Answer.MemberSeen(3L, 9L), "sees 3 images, 9 bytes"),
                told(new Answer.CanarySeen(4), "sees 4"),
                told(
                        new Answer.TotalsSeen(1L, 2L, 3L, 4L, null, null),
                        "sees 1 images, 2 votes, 3 favourites, 4 comments"),
                told(new Answer.FavouritesListed(List.of(favourite), null, null), "sees [“Tabby”]"),
                told(new Answer.CommentTaken(new CommentId("c"), 2L), "is accepted, as number 2"),
                told(new Answer.CommentTaken(new CommentId("c"), null), "is accepted"),
                told(
                        new Answer.CommentsListed(
                                List.of(new Answer.CommentSeen(new CommentId("c"), 1L, "Meow")),
                                null,
                                null),
                        "sees [1 Meow]"),
                told(
                        new Answer.CollectionSeen(new CollectionId("c"), List.of(TABBY), 1L),
                        "sees [“Tabby”], counted as 1"),
                told(
                        new Answer.TopicsListed(
                                List.of(new Answer.TopicSeen(new TopicId("t"), "Hats", 3L))),
                        "sees [Hats with 3]"),
                told(
                        new Answer.NewsSeen(
                                List.of(
                                        new Answer.NewsItem("1", "ready", TABBY),
                                        new Answer.NewsItem("2", "quiet", null)),
                                null),
                        "hears [ready “Tabby”, quiet]"),
                told(
                        new Answer.MetricsSeen(1, 2, 3, 4),
                        "sees 1 connections, 2 polls, 3 sessions, 4 bytes"),
                told(new Answer.ImageChanged(5L), "is accepted as version 5"),
                told(new Answer.UploadTaken(TABBY), "is accepted"),
                told(new Answer.VoteTaken(new VoteId("v")), "is accepted"),
                told(new Answer.FavouriteTaken(new FavouriteId("f")), "is accepted"),
                told(new Answer.CollectionMade(new CollectionId("c")), "is accepted"),
                told(new Answer.TopicMade(new TopicId("t")), "is accepted"),
                told(new Answer.MemberCreated(new meanwhile.language.MemberId("m")), "is accepted"),
                told(new Answer.SessionOpened(new meanwhile.language.Secret("s")), "is accepted"),
                told(new Answer.Done(), "is accepted"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsToldInWords(Answer answer, String words) {
        assertThat(CallDescription.outcome(call(new Outcome.Accepted(200, answer)), NAMES))
                .isEqualTo(words);
    }

    @Test
    void theWholeSentenceNamesWhoAndWhat() {
        Call call = call(new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late"));
        assertThat(CallDescription.of(call, NAMES))
                .startsWith("Ben on his phone ")
                .contains("“Tabby”")
                .endsWith(" and gets no answer in time");
    }

    private static Arguments told(Answer answer, String words) {
        return Arguments.of(answer, words);
    }

    private static Answer seen(@org.jspecify.annotations.Nullable ImageStatus status) {
        return new Answer.ImageSeen(TABBY, status, "Tabby", 2L, 1L, 1L);
    }

    private static Call call(Outcome outcome) {
        return new Call(
                0,
                Phase.WHEN,
                new ActorName("Ben", "his phone"),
                0,
                false,
                new Operation.ReadImage(TABBY),
                new Call.Times(1, 2, 3, 4),
                outcome);
    }

    @Test
    void aMomentIsInMillisecondsAndFromASecondOnInSeconds() {
        assertThat(CallDescription.moment(0)).isEqualTo("0.0 ms");
        assertThat(CallDescription.moment(3_240_000)).isEqualTo("3.2 ms");
        assertThat(CallDescription.moment(999_949_999)).isEqualTo("999.9 ms");
        assertThat(CallDescription.moment(10_001_900_000L)).isEqualTo("10.00 s");
    }
}
