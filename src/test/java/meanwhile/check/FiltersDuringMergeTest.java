package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.time.Duration;
import java.util.List;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
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

/** Looks at a category or breed while it is merged into another, against tiny histories. */
class FiltersDuringMergeTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final TopicId KITTENS = new TopicId("kittens");
    private static final TopicId CATS = new TopicId("cats");
    private static final TopicId DOGS = new TopicId("dogs");
    private static final ImageId SUNSET = new ImageId("sunset");

    @ParameterizedTest
    @EnumSource
    void othersMayLagButNotWhoeverMerges(TopicKind kind) {
        holds(judged(kind, "Ben", 20, filter(kind, CATS), listed(SUNSET)));
        contradicted(judged(kind, "Ben", 200, filter(kind, CATS), listed(SUNSET)));
        contradicted(judged(kind, "Mara", 20, filter(kind, CATS), listed(SUNSET)));
        holds(judged(kind, "Mara", 20, filter(kind, CATS), listed(TABBY, SUNSET)));
    }

    @ParameterizedTest
    @EnumSource
    void nobodySeesTheNewOrderBeforeItsTime(TopicKind kind) {
        contradicted(judged(kind, "Ben", 2, filter(kind, CATS), listed(TABBY, SUNSET)));
        contradicted(judged(kind, "Mara", 2, filter(kind, CATS), listed(TABBY, SUNSET)));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverHasSeenTheNewOrderDoesNotSeeTheOldAgain(TopicKind kind) {
        Told told = merging(kind).accepted("Ben", 12, 13, filter(kind, CATS), both());
        holds(judged(told.accepted("Cid", 14, 15, filter(kind, CATS), listed(SUNSET)), kind));
        contradicted(
                judged(told.accepted("Ben", 16, 17, filter(kind, CATS), listed(SUNSET)), kind));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMergedAwayIsFullBeforeAndEmptyAfterwards(TopicKind kind) {
        holds(judged(kind, "Ben", 2, filter(kind, KITTENS), listed(TABBY)));
        contradicted(judged(kind, "Ben", 2, filter(kind, KITTENS), listed()));
        holds(judged(kind, "Ben", 200, filter(kind, KITTENS), listed()));
        contradicted(judged(kind, "Ben", 200, filter(kind, KITTENS), listed(TABBY)));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMergedAwayMayBeAbsentAfterwards(TopicKind kind) {
        contradicted(judged(refused(kind, 2, KITTENS, Refusal.GONE), kind));
        holds(judged(refused(kind, 200, KITTENS, Refusal.GONE), kind));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalForAnotherReasonShowsNothing(TopicKind kind) {
        holds(judged(refused(kind, 2, KITTENS, Refusal.THROTTLED), kind));
        holds(judged(refused(kind, 2, CATS, Refusal.GONE), kind));
        holds(judged(merging(kind).unknown("Ben", 2, 3, filter(kind, KITTENS)), kind));
    }

    @ParameterizedTest
    @EnumSource
    void aMixtureIsContradictedByItself(TopicKind kind) {
        String expected = "Expected all of the old order or all of the new, saw a mixture";
        contradicted(judged(kind, "Ben", 20, filter(kind, CATS), listed(TABBY)), expected, 3);
        contradicted(judged(kind, "Ben", 20, filter(kind, CATS), listed(SUNSET, SUNSET)));
        contradicted(judged(kind, "Ben", 20, look(TABBY), image(kind, KITTENS, CATS)), expected, 3);
    }

    @ParameterizedTest
    @EnumSource
    void anImageSaysWhereItBelongs(TopicKind kind) {
        holds(judged(kind, "Ben", 2, look(TABBY), image(kind, KITTENS)));
        contradicted(judged(kind, "Ben", 2, look(TABBY), image(kind, CATS)));
        holds(judged(kind, "Ben", 200, look(TABBY), image(kind, CATS)));
        contradicted(judged(kind, "Ben", 200, look(TABBY), image(kind, KITTENS)));
    }

    @ParameterizedTest
    @EnumSource
    void anImageThatIsNotMovedOrDoesNotSayWhereItBelongsShowsNothing(TopicKind kind) {
        Answer mute = new Answer.ImageSeen(TABBY, ImageStatus.READY, "one", 0L, 0L, 1L);
        holds(judged(kind, "Ben", 200, look(TABBY), mute));
        holds(judged(kind, "Ben", 2, look(SUNSET), image(SUNSET, kind, CATS)));
    }

    @ParameterizedTest
    @EnumSource
    void looksAtSomethingElseShowNothing(TopicKind kind) {
        TopicKind other = kind == TopicKind.BREED ? TopicKind.CATEGORY : TopicKind.BREED;
        holds(judged(kind, "Ben", 200, filter(kind, DOGS), listed(SUNSET)));
        holds(judged(kind, "Ben", 200, filter(other, CATS), listed(SUNSET)));
        holds(judged(kind, "Ben", 200, filter(kind, CATS, new Cursor("2")), listed(SUNSET)));
        Answer first = new Answer.ImagesListed(List.of(SUNSET), new Cursor("2"), 2L);
        holds(judged(kind, "Ben", 200, filter(kind, CATS), first));
    }

    @ParameterizedTest
    @EnumSource
    void aRemovalIntoAnotherMovesAsAMergeDoes(TopicKind kind) {
        Operation removal = new Operation.RemoveTopic(kind, KITTENS, CATS);
        Told told = uploaded(kind).accepted("Mara", 10, 15, removal, new Answer.Done());
        holds(judged(told.accepted("Ben", 200, 201, filter(kind, CATS), both()), kind));
        contradicted(
                judged(told.accepted("Ben", 300, 301, filter(kind, CATS), listed(SUNSET)), kind));
    }

    @ParameterizedTest
    @EnumSource
    void whatHappensToTheOtherKindMovesNothing(TopicKind kind) {
        TopicKind other = kind == TopicKind.BREED ? TopicKind.CATEGORY : TopicKind.BREED;
        for (Operation elsewhere :
                List.of(
                        new Operation.MergeTopics(other, KITTENS, CATS),
                        new Operation.RemoveTopic(other, KITTENS, CATS),
                        new Operation.RemoveTopic(kind, KITTENS, null))) {
            Told told = uploaded(kind).accepted("Mara", 10, 15, elsewhere, new Answer.Done());
            holds(judged(told.accepted("Ben", 200, 201, filter(kind, CATS), listed(SUNSET)), kind));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedMergeMovesNothing(TopicKind kind) {
        Operation merge = new Operation.MergeTopics(kind, KITTENS, CATS);
        Told told = uploaded(kind).refused("Mara", 10, 15, merge, Refusal.FORBIDDEN);
        holds(judged(told.accepted("Ben", 200, 201, filter(kind, CATS), listed(SUNSET)), kind));
        contradicted(judged(told.accepted("Ben", 300, 301, filter(kind, CATS), both()), kind));
    }

    private static Verdict judged(
            TopicKind kind, String who, long at, Operation look, Answer answer) {
        return judged(merging(kind).accepted(who, at, at + 1, look, answer), kind);
    }

    private static Verdict judged(Told told, TopicKind kind) {
        return FiltersDuringMerge.oldOrNew(
                kind, new FiltersDuringMerge.Move(KITTENS, CATS), told.history(), DELAY.toNanos());
    }

    private static Told refused(TopicKind kind, long at, TopicId topic, Refusal why) {
        return merging(kind).refused("Ben", at, at + 1, filter(kind, topic), why);
    }

    private static Told merging(TopicKind kind) {
        Operation merge = new Operation.MergeTopics(kind, KITTENS, CATS);
        return uploaded(kind).accepted("Mara", 10, 15, merge, new Answer.Done());
    }

    private static Told uploaded(TopicKind kind) {
        return new Told()
                .in(Phase.GIVEN)
                .accepted("Ana", -3, -2, into(kind, "one", KITTENS), new Answer.UploadTaken(TABBY))
                .accepted("Ana", -1, 0, into(kind, "two", CATS), new Answer.UploadTaken(SUNSET))
                .in(Phase.WHEN);
    }

    private static Operation into(TopicKind kind, String title, TopicId topic) {
        Placement placement =
                kind == TopicKind.CATEGORY
                        ? Placement.under(topic, null)
                        : Placement.under(null, topic);
        return ((Operation.UploadImage) Told.upload(title)).with(placement);
    }

    private static Operation filter(TopicKind kind, TopicId topic) {
        return filter(kind, topic, null);
    }

    private static Operation filter(TopicKind kind, TopicId topic, @Nullable Cursor after) {
        return kind == TopicKind.CATEGORY
                ? new Operation.FilterByCategory(topic, after, 9)
                : new Operation.FilterByBreed(topic, after, 9);
    }

    private static Operation look(ImageId image) {
        return new Operation.ReadImage(image);
    }

    private static Answer both() {
        return listed(TABBY, SUNSET);
    }

    private static Answer listed(ImageId... ids) {
        return new Answer.ImagesListed(List.of(ids), null, null);
    }

    private static Answer image(TopicKind kind, TopicId... topics) {
        return image(TABBY, kind, topics);
    }

    private static Answer image(ImageId id, TopicKind kind, TopicId... topics) {
        boolean category = kind == TopicKind.CATEGORY;
        List<TopicId> own = List.of(topics);
        return new Answer.ImageSeen(
                id,
                ImageStatus.READY,
                "one",
                0L,
                0L,
                1L,
                new Answer.Details(
                        null,
                        null,
                        category ? own : null,
                        category ? null : own,
                        null,
                        null,
                        null));
    }
}
