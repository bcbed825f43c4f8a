package meanwhile.check;

import java.util.List;
import java.util.Objects;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the gallery's totals grow by exactly what was accepted, while no one else is at work.
 */
public final class GalleryTotals {
    private GalleryTotals() {}

    private record Growth(long votes, long favourites, long comments) {
        static Growth of(History action) {
            return new Growth(
                    held(action, Operation.CastVote.class)
                            - undone(action, Operation.WithdrawVote.class),
                    count(action, Operation.AddFavourite.class)
                            - undone(action, Operation.RemoveFavourite.class),
                    count(action, Operation.AddComment.class));
        }

        private static long count(History action, Class<? extends Operation> kind) {
            return action.of(kind).stream().filter(Call::accepted).count();
        }

        /** The same thing is taken back only once, however often taking it back was accepted. */
        private static long undone(History action, Class<? extends Operation> kind) {
            return action.of(kind).stream()
                    .filter(Call::accepted)
                    .map(Call::operation)
                    .distinct()
                    .count();
        }

        /** A vote that was only changed is still one vote. */
        private static long held(History action, Class<? extends Operation> kind) {
            return action.of(kind).stream()
                    .filter(Call::accepted)
                    .map(
                            call ->
                                    call.actor().member()
                                            + ((Operation.CastVote) call.operation()).image())
                    .distinct()
                    .count();
        }
    }

    /** Checks that votes, favourites and comments have grown by what was accepted in between. */
    public static Verdict grownByAccepted(History history) {
        History looks = history.of(Operation.ReadTotals.class);
        List<Call> before = looks.in(Phase.GIVEN).calls();
        History action = history.in(Phase.WHEN);
        if (before.isEmpty() || uncertain(action)) {
            return new Verdict.Undecided("it is not certain what the totals should be");
        }
        return grown(before.getLast(), looks, Growth.of(action));
    }

    /**
     * Checks that the totals of votes, favourites and comments keep nothing of a deleted image:
     * everything in this history was done to that image.
     */
    public static Verdict nothingLeftOf(ImageId image, History history) {
        History looks = history.of(Operation.ReadTotals.class);
        List<Call> before = looks.in(Phase.GIVEN).calls();
        History action = history.in(Phase.WHEN);
        boolean deleted = !Deletions.acknowledged(image, action).isEmpty();
        if (before.isEmpty() || !deleted || uncertain(action)) {
            return new Verdict.Undecided("it is not certain what the totals should be");
        }
        return grown(before.getLast(), looks, new Growth(0, 0, 0));
    }

    private static Verdict grown(Call before, History looks, Growth growth) {
        Answer.TotalsSeen was = before.answer(Answer.TotalsSeen.class);
        List<Call> after = looks.in(Phase.WHEN).calls();
        if (after.isEmpty()) {
            return new Verdict.Undecided("nobody read the totals afterwards");
        }
        for (Call look : after) {
            Answer.TotalsSeen is = look.answer(Answer.TotalsSeen.class);
            if (!look.accepted()) {
                return new Verdict.Undecided("the totals could not be read");
            }
            if (was == null || is == null || was.votes() == null) {
                return new Verdict.NotOffered("the target does not give totals");
            }
            boolean exact =
                    grew(was.votes(), is.votes(), growth.votes())
                            && grew(was.favourites(), is.favourites(), growth.favourites())
                            && grew(was.comments(), is.comments(), growth.comments());
            if (!exact) {
                return Verdict.contradicted(
                        "Expected %d votes, %d favourites and %d comments more than before; it went from %s, %s and %s to %s, %s and %s"
                                .formatted(
                                        growth.votes(),
                                        growth.favourites(),
                                        growth.comments(),
                                        was.votes(),
                                        was.favourites(),
                                        was.comments(),
                                        is.votes(),
                                        is.favourites(),
                                        is.comments()),
                        List.of(before, look),
                        "That many had been accepted in between, and not taken back");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that the totals of a new breed or category are what was accepted for its images, all
     * of which were uploaded here.
     */
    public static Verdict shareIs(TopicId topic, History history) {
        History action = history.in(Phase.WHEN);
        if (uncertain(action)) {
            return new Verdict.Undecided("it is not certain what the totals should be");
        }
        Growth growth = Growth.of(action);
        long images =
                history.of(Operation.UploadImage.class).stream()
                        .filter(Call::accepted)
                        .map(call -> ((Operation.UploadImage) call.operation()).placement())
                        .filter(
                                placement ->
                                        topic.equals(placement.breed())
                                                || topic.equals(placement.category()))
                        .count();
        Answer.Share expected =
                new Answer.Share(topic, images, growth.votes(), growth.favourites());
        for (Call look : history.in(Phase.THEN).of(Operation.ReadTotals.class).calls()) {
            Answer.TotalsSeen seen = look.answer(Answer.TotalsSeen.class);
            if (!look.accepted()) {
                return new Verdict.Undecided("the totals could not be read");
            }
            if (seen == null || seen.breeds() == null) {
                return new Verdict.NotOffered("the target gives no totals by breed");
            }
            Answer.Share share =
                    seen.breeds().stream()
                            .filter(one -> one.topic().equals(topic))
                            .findFirst()
                            .orElse(null);
            if (!expected.equals(share)) {
                return Verdict.contradicted(
                        "Expected %d images, %d votes and %d favourites, saw %s"
                                .formatted(
                                        expected.images(),
                                        expected.votes(),
                                        expected.favourites(),
                                        told(share)),
                        List.of(look),
                        "That many had been accepted for images of this breed");
            }
        }
        return Verdict.holds();
    }

    private static String told(Answer.@Nullable Share share) {
        return share == null
                ? "nothing"
                : "%d, %d and %d".formatted(share.images(), share.votes(), share.favourites());
    }

    private static boolean uncertain(History action) {
        return action.isEmpty()
                || action.stream()
                        .anyMatch(
                                call ->
                                        call.operation() instanceof Operation.Write
                                                && !call.outcome().isDefinite());
    }

    private static boolean grew(@Nullable Long was, @Nullable Long is, long by) {
        return was == null || Objects.equals(is, was + by);
    }
}
