package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.notOffered;
import static meanwhile.check.Verdicts.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where images belong at the end, against tiny histories. */
class ClassificationTest {
    private static final TopicId KITTENS = new TopicId("kittens");
    private static final TopicId CATS = new TopicId("cats");
    private static final TopicId PETS = new TopicId("pets");
    private static final ImageId OTHER = new ImageId("other");
    private static final String ELSEWHERE =
            "Expected the image where it was uploaded to, or where that went; saw it";

    @ParameterizedTest
    @EnumSource
    void theTopicsAreThoseOfThatKindThatWereMade(TopicKind kind) {
        Operation make = new Operation.CreateTopic(kind, "Cats");
        Operation elsewhere = new Operation.CreateTopic(other(kind), "Dogs");
        assertThat(
                        Classification.topics(
                                kind,
                                new Told()
                                        .accepted("Mara", 0, 1, make, new Answer.TopicMade(CATS))
                                        .refused("Mara", 2, 3, make, Refusal.DUPLICATE)
                                        .accepted(
                                                "Mara", 4, 5, elsewhere, new Answer.TopicMade(PETS))
                                        .history()))
                .containsExactly(CATS);
    }

    @ParameterizedTest
    @EnumSource
    void anImageIsWhereItWasUploadedTo(TopicKind kind) {
        holds(inOne(kind, seen(uploaded(kind), kind, TABBY, KITTENS)));
        contradicted(
                inOne(kind, seen(uploaded(kind), kind, TABBY, CATS)),
                ELSEWHERE + " elsewhere",
                0,
                1,
                2);
        contradicted(
                inOne(kind, seen(uploaded(kind), kind, TABBY)), ELSEWHERE + " nowhere", 0, 1, 2);
        contradicted(inOne(kind, seen(uploaded(kind), kind, TABBY, KITTENS, CATS)));
        contradicted(inOne(kind, seen(uploaded(kind), kind, TABBY, new TopicId("dogs"))));
    }

    @ParameterizedTest
    @EnumSource
    void anImageMayGoWhereMergesTakeIt(TopicKind kind) {
        Told told = uploaded(kind);
        merge(told, 5, 30, kind, CATS, PETS);
        merge(told, 10, 20, kind, KITTENS, CATS);
        holds(inOne(kind, seen(told, kind, TABBY, PETS)));
        Told wrong = merge(uploaded(kind), 5, 30, kind, CATS, PETS);
        contradicted(inOne(kind, seen(wrong, kind, TABBY, PETS)));
    }

    @ParameterizedTest
    @EnumSource
    void anImageThatWasChangedMayHaveMoved(TopicKind kind) {
        Told changed = uploaded(kind).accepted("Ana", 5, 6, change(TABBY), new Answer.Done());
        holds(inOne(kind, seen(changed, kind, TABBY, CATS)));
        Told unknown = uploaded(kind).unknown("Ana", 5, 6, change(TABBY));
        holds(inOne(kind, seen(unknown, kind, TABBY, CATS)));
        Told refused = uploaded(kind).refused("Ana", 5, 6, change(TABBY), Refusal.STALE);
        contradicted(inOne(kind, seen(refused, kind, TABBY, CATS)));
        Told other = uploaded(kind).accepted("Ana", 5, 6, change(OTHER), new Answer.Done());
        contradicted(inOne(kind, seen(other, kind, TABBY, CATS)));
    }

    @ParameterizedTest
    @EnumSource
    void anImageOfAnotherOrOfNoTopicIsNotJudged(TopicKind kind) {
        holds(inOne(kind, seen(uploaded(kind), kind, OTHER, CATS)));
        Told plain = new Told().uploaded("Ana", 0, 1, TABBY.value());
        holds(inOne(kind, seen(plain, kind, TABBY, CATS)));
    }

    @ParameterizedTest
    @EnumSource
    void anImageMayNotSayWhereItBelongs(TopicKind kind) {
        Answer mute = new Answer.ImageSeen(TABBY, ImageStatus.READY, "one", 0L, 0L, 1L);
        Told told = uploaded(kind).in(Phase.THEN);
        told.accepted("Ben", 50, 51, new Operation.ReadImage(TABBY), mute);
        notOffered(inOne(kind, told));
        holds(agree(kind, listed(told, 1L, filter(kind, CATS), OTHER)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsJudgedWithoutTheListOfWhatExists(TopicKind kind) {
        String unread = "the list of what exists could not be read";
        Told told = seen(uploaded(kind), kind, TABBY, CATS);
        undecided(Classification.inOneThatExists(kind, told.history()), unread);
        undecided(Classification.agree(kind, told.history()), unread);
        told.unknown("Ben", 60, 61, new Operation.ListTopics(kind));
        undecided(Classification.inOneThatExists(kind, told.history()), unread);
        undecided(Classification.agree(kind, told.history()), unread);
    }

    @ParameterizedTest
    @EnumSource
    void theListOfTheOtherKindDoesNotCount(TopicKind kind) {
        Told told = seen(uploaded(kind), kind, TABBY, KITTENS);
        topics(told, kind, 1L);
        topics(told, other(kind), 1L, PETS);
        holds(Classification.inOneThatExists(kind, told.history()));
    }

    @ParameterizedTest
    @EnumSource
    void listAndImageAgree(TopicKind kind) {
        Told in = seen(uploaded(kind), kind, TABBY, CATS);
        holds(agree(kind, listed(in, 1L, filter(kind, CATS), TABBY)));
        contradicted(
                agree(
                        kind,
                        listed(seen(uploaded(kind), kind, TABBY, CATS), 0L, filter(kind, CATS))),
                "Expected the image in the list that it belongs to, did not see it there",
                1,
                2);
        Told out = seen(uploaded(kind), kind, TABBY, PETS);
        contradicted(
                agree(kind, listed(out, 1L, filter(kind, CATS), TABBY)),
                "Expected the image in the lists it belongs to alone, saw it in another",
                1,
                2);
    }

    @ParameterizedTest
    @EnumSource
    void listAndCountAgree(TopicKind kind) {
        contradicted(
                agree(kind, listed(uploaded(kind), 2L, filter(kind, CATS), TABBY)),
                "Expected the count to be the length of the list, saw 2 counted and 1 listed",
                1,
                2);
        contradicted(
                agree(kind, listed(uploaded(kind), 2L, filter(kind, CATS), TABBY, TABBY)),
                "Expected each image once in the list, saw one twice",
                1);
        notOffered(agree(kind, listed(uploaded(kind), null, filter(kind, CATS), TABBY)));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotInTheListOfTopicsCountsNothing(TopicKind kind) {
        TopicId gone = new TopicId("gone");
        holds(agree(kind, listed(uploaded(kind), 0L, filter(kind, gone))));
        contradicted(agree(kind, listed(uploaded(kind), 0L, filter(kind, gone), TABBY)));
    }

    private static Verdict inOne(TopicKind kind, Told told) {
        return Classification.inOneThatExists(kind, topics(told, kind, 0L).history());
    }

    private static Verdict agree(TopicKind kind, Told told) {
        return Classification.agree(kind, told.history());
    }

    private static Told topics(Told told, TopicKind kind, @Nullable Long count) {
        return topics(told, kind, count, KITTENS, CATS, PETS);
    }

    private static Told topics(
            Told told, TopicKind kind, @Nullable Long count, TopicId... existing) {
        Answer all =
                new Answer.TopicsListed(
                        List.of(existing).stream()
                                .map(
                                        id ->
                                                new Answer.TopicSeen(
                                                        id,
                                                        id.value(),
                                                        id.equals(CATS) ? count : Long.valueOf(7)))
                                .toList());
        return told.in(Phase.THEN).accepted("Ben", 70, 71, new Operation.ListTopics(kind), all);
    }

    private static Told listed(
            Told told, @Nullable Long count, Operation filter, ImageId... images) {
        Answer list = new Answer.ImagesListed(List.of(images), null, null);
        told.in(Phase.THEN).accepted("Ben", 60, 61, filter, list);
        TopicKind kind =
                filter instanceof Operation.FilterByBreed ? TopicKind.BREED : TopicKind.CATEGORY;
        return topics(told, kind, count);
    }

    private static Operation filter(TopicKind kind, TopicId topic) {
        return kind == TopicKind.CATEGORY
                ? new Operation.FilterByCategory(topic, null, 9)
                : new Operation.FilterByBreed(topic, null, 9);
    }

    private static Told seen(Told told, TopicKind kind, ImageId image, TopicId... topics) {
        boolean category = kind == TopicKind.CATEGORY;
        List<TopicId> own = List.of(topics);
        Answer.Details details =
                new Answer.Details(
                        null, null, category ? own : null, category ? null : own, null, null, null);
        return told.in(Phase.THEN)
                .accepted(
                        "Ben",
                        50,
                        51,
                        new Operation.ReadImage(image),
                        new Answer.ImageSeen(image, ImageStatus.READY, "one", 0L, 0L, 1L, details));
    }

    private static Told merge(
            Told told, long from, long to, TopicKind kind, TopicId topic, TopicId into) {
        Operation merge = new Operation.MergeTopics(kind, topic, into);
        return told.accepted("Mara", from, to, merge, new Answer.Done());
    }

    private static Operation change(ImageId image) {
        return new Operation.ChangeImage(image, null, null, CATS, CATS, null, null);
    }

    private static Told uploaded(TopicKind kind) {
        Placement placement =
                kind == TopicKind.CATEGORY
                        ? Placement.under(KITTENS, null)
                        : Placement.under(null, KITTENS);
        Operation upload = ((Operation.UploadImage) Told.upload("one")).with(placement);
        return new Told().accepted("Ana", 0, 1, upload, new Answer.UploadTaken(TABBY));
    }

    private static TopicKind other(TopicKind kind) {
        return kind == TopicKind.BREED ? TopicKind.CATEGORY : TopicKind.BREED;
    }
}
