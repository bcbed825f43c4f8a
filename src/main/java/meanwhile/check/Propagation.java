package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;

/**
 * Measures and checks how long it takes until others see an action. Only bounds can be known: the
 * delay is longer than until the last read that missed it began, and no longer than until the first
 * read that showed it ended.
 */
public final class Propagation {
    private Propagation() {}

    /**
     * The delay of one action.
     *
     * @param action the kind of action, by its key
     * @param least the lower bound in nanoseconds; 0 if the first read showed it
     * @param most the upper bound in nanoseconds
     */
    public record Delay(String action, long least, long most) {}

    /** The delays of all actions that some read by another member shows. */
    public static List<Delay> delays(History history) {
        List<Delay> delays = new ArrayList<>();
        for (Call action : actions(history)) {
            long from = settled(action, history);
            long least = 0;
            for (Call look : looks(action, history, false)) {
                if (shows(action, look)) {
                    // An upload may be found before anyone has seen that it is ready.
                    long most = Math.max(0, look.times().ended() - from);
                    delays.add(new Delay(action.operation().key(), Math.min(least, most), most));
                    break;
                }
                least = Math.max(0, look.times().begun() - from);
            }
        }
        return delays;
    }

    /** Checks that others see each action within the delay, and it does not disappear again. */
    public static Verdict within(History history, Duration delay) {
        boolean judged = false;
        for (Call action : actions(history)) {
            Call shown = null;
            for (Call look : looks(action, history, false)) {
                judged = true;
                boolean there = shows(action, look);
                if (there && shown == null) {
                    shown = look;
                }
                boolean late = look.times().begun() > settled(action, history) + delay.toNanos();
                if (!there && late) {
                    return Verdict.contradicted(
                            "Expected others to see it within %d ms, they did not"
                                    .formatted(delay.toMillis()),
                            List.of(action, look),
                            "It had been confirmed longer ago than that");
                }
                if (!there
                        && shown != null
                        && shown.before(look)
                        && shown.actor().equals(look.actor())) {
                    return Verdict.contradicted(
                            "Expected it to stay visible, it disappeared again",
                            List.of(action, shown, look),
                            "The same person had seen it before");
                }
            }
        }
        return judged ? Verdict.holds() : new Verdict.Undecided("nobody else looked");
    }

    /** Checks that the member who acted sees it in each later read, through whichever door. */
    public static Verdict ownAtOnce(History history) {
        boolean judged = false;
        for (Call action : actions(history)) {
            if (action.operation() instanceof Operation.UploadImage) {
                continue;
            }
            for (Call look : looks(action, history, true)) {
                judged = true;
                if (!shows(action, look)) {
                    return Verdict.contradicted(
                            "Expected to see one's own action at once, did not",
                            List.of(action, look),
                            "It had been confirmed to the same member before");
                }
            }
        }
        return judged ? Verdict.holds() : new Verdict.Undecided("nobody read their own changes");
    }

    /** Whether a read shows the effect of an action. */
    public static boolean shows(Call action, Call look) {
        if (action.operation() instanceof Operation.DeleteImage) {
            return Deletions.saysAbsent(look);
        }
        Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
        return switch (action.operation()) {
            case Operation.CastVote vote ->
                    seen != null
                            && positive(vote.value() == VoteValue.UP ? seen.up() : seen.down());
            case Operation.AddFavourite _ -> seen != null && positive(seen.details().favourites());
            case Operation.AddComment _ -> seen != null && positive(seen.details().comments());
            case Operation.ChangeImage change ->
                    seen != null
                            && (Objects.equals(seen.title(), change.title())
                                    || newer(seen, action));
            case Operation.PlaceImage(_, ImageId image) -> {
                Answer.CollectionSeen shelf = look.answer(Answer.CollectionSeen.class);
                yield shelf != null && shelf.entries().contains(image);
            }
            case Operation.UploadImage _ -> {
                Answer.ImagesListed listed = look.answer(Answer.ImagesListed.class);
                Answer.UploadTaken taken = action.answer(Answer.UploadTaken.class);
                yield listed != null && taken != null && listed.ids().contains(taken.id());
            }
            default -> false;
        };
    }

    private static boolean newer(Answer.ImageSeen seen, Call action) {
        Answer.ImageChanged changed = action.answer(Answer.ImageChanged.class);
        return changed != null
                && changed.version() != null
                && seen.version() != null
                && seen.version() > changed.version();
    }

    private static boolean positive(@org.jspecify.annotations.Nullable Long count) {
        return count != null && count > 0;
    }

    /** From when on others may expect it: for an upload, when it was seen ready. */
    private static long settled(Call action, History history) {
        Answer.UploadTaken taken = action.answer(Answer.UploadTaken.class);
        if (taken == null) {
            return action.times().ended();
        }
        return history.stream()
                .filter(
                        call -> {
                            Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
                            return seen != null
                                    && seen.id().equals(taken.id())
                                    && seen.status() == meanwhile.language.ImageStatus.READY;
                        })
                .mapToLong(call -> call.times().ended())
                .min()
                .orElse(Long.MAX_VALUE / 2);
    }

    /** The calls that were accepted in the action. */
    private static List<Call> actions(History history) {
        return history.in(meanwhile.history.Phase.WHEN)
                .where(call -> call.accepted() && call.operation() instanceof Operation.Write)
                .calls();
    }

    /** Later reads that can show the action's effect, until it may be undone. */
    private static List<Call> looks(Call action, History history, boolean own) {
        long undone =
                history.stream()
                        .filter(call -> call.possible() && mayUndo(call, action))
                        .mapToLong(call -> call.times().begun())
                        .min()
                        .orElse(Long.MAX_VALUE);
        return history.stream()
                .filter(look -> concerns(action, look) && tells(look))
                .filter(look -> action.before(look) && look.times().ended() < undone)
                .filter(look -> own == look.actor().member().equals(action.actor().member()))
                .toList();
    }

    /** A read that is throttled or not answered says nothing of the image. */
    private static boolean tells(Call look) {
        return look.accepted() || Deletions.saysAbsent(look);
    }

    /** Deleting undoes everything; any other call undoes its opposite, whoever made that. */
    private static boolean mayUndo(Call call, Call action) {
        if (call.operation() instanceof Operation.DeleteImage) {
            return !(action.operation() instanceof Operation.DeleteImage);
        }
        return switch (action.operation()) {
            case Operation.CastVote vote ->
                    call.operation() instanceof Operation.WithdrawVote
                            || (call.operation()
                                            instanceof Operation.CastVote(_, VoteValue other, _)
                                    && other != vote.value());
            case Operation.AddFavourite _ -> call.operation() instanceof Operation.RemoveFavourite;
            case Operation.PlaceImage _ -> call.operation() instanceof Operation.TakeImage;
            default -> false;
        };
    }

    private static boolean concerns(Call action, Call look) {
        return switch (action.operation()) {
            case Operation.CastVote vote -> readsImage(look, vote.image());
            case Operation.AddFavourite(ImageId image) -> readsImage(look, image);
            case Operation.AddComment comment -> readsImage(look, comment.image());
            case Operation.ChangeImage change -> readsImage(look, change.image());
            case Operation.DeleteImage(ImageId image) -> readsImage(look, image);
            case Operation.PlaceImage(CollectionId collection, _) ->
                    look.operation() instanceof Operation.ReadCollection(CollectionId read)
                            && read.equals(collection);
            case Operation.UploadImage upload ->
                    look.operation() instanceof Operation.SearchImages(String words, _, _)
                            && upload.title().contains(words);
            default -> false;
        };
    }

    private static boolean readsImage(Call look, ImageId image) {
        return look.operation() instanceof Operation.ReadImage(ImageId read) && read.equals(image);
    }
}
