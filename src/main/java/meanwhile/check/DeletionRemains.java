package meanwhile.check;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;

/**
 * Checks that a deleted image stays in no list, and that everyone who asks for it gets one clear
 * answer.
 */
public final class DeletionRemains {

    private static final String CONFIRMED =
            "Its deletion had been confirmed, and the promised delay had passed";

    private DeletionRemains() {}

    /** Checks that no list that was read at the end still has the image. */
    public static Verdict none(ImageId image, History history) {
        if (Deletions.acknowledged(image, history).isEmpty()) {
            return new Verdict.Undecided("no deletion was acknowledged");
        }
        boolean read = false;
        boolean unread = false;
        for (Call list : history.in(Phase.THEN).calls()) {
            read |= isList(list);
            unread |= isList(list) && !list.accepted();
            if (list.outcome() instanceof Outcome.Accepted(_, Answer answer)
                    && listed(answer).anyMatch(image::equals)) {
                return Verdict.contradicted(
                        "Expected nothing of the deleted image in any list, saw it",
                        List.of(list),
                        CONFIRMED);
            }
        }
        return read && !unread
                ? Verdict.holds()
                : new Verdict.Undecided("not all lists could be read");
    }

    /**
     * Checks that everyone who asks at the end is told that the image is gone, all by the same kind
     * of answer.
     */
    public static Verdict sameClearAnswer(ImageId image, History history) {
        if (Deletions.acknowledged(image, history).isEmpty()) {
            return new Verdict.Undecided("no deletion was acknowledged");
        }
        Call first = null;
        for (Call look : history.in(Phase.THEN).calls()) {
            if (!asksFor(image, look)) {
                continue;
            }
            if (!look.outcome().isTold() && !(look.outcome() instanceof Outcome.Broken)) {
                return new Verdict.Undecided("a look was not answered");
            }
            if (!(look.outcome() instanceof Outcome.Refused refused)
                    || !Deletions.saysAbsent(look)
                    || refused.detail().isBlank()) {
                return Verdict.contradicted(
                        "Expected to be told clearly that the image is gone",
                        List.of(look),
                        CONFIRMED);
            }
            if (first == null) {
                first = look;
            } else if (!first.outcome().isRefused(refused.why())) {
                return Verdict.contradicted(
                        "Expected everybody to be told the same, saw two answers",
                        List.of(first, look),
                        "Both asked for the same image after its deletion");
            }
        }
        return first == null ? new Verdict.Undecided("nobody asked") : Verdict.holds();
    }

    /**
     * Checks that the member who deleted the image no longer sees it through any door, from that
     * moment on.
     */
    public static Verdict goneForItsOwner(String member, ImageId image, History history) {
        for (Call deletion : history.of(Operation.DeleteImage.class).calls()) {
            if (!deletion.accepted() || !deletion.actor().member().equals(member)) {
                continue;
            }
            for (Call look : history.calls()) {
                if (look.actor().member().equals(member)
                        && asksFor(image, look)
                        && deletion.before(look)
                        && look.accepted()) {
                    return Verdict.contradicted(
                            "Expected one's own deletion to be seen at once, saw the image",
                            List.of(deletion, look),
                            "The deletion had been confirmed to the same member");
                }
            }
        }
        return Deletions.acknowledged(image, history).isEmpty()
                ? new Verdict.Undecided("no deletion was acknowledged")
                : Verdict.holds();
    }

    private static boolean asksFor(ImageId image, Call call) {
        return switch (call.operation()) {
            case Operation.ReadImage(ImageId id) -> id.equals(image);
            case Operation.ReadBytes(ImageId id) -> id.equals(image);
            default -> false;
        };
    }

    private static boolean isList(Call call) {
        return switch (call.operation()) {
            case Operation.ListVotes _,
                    Operation.ListFavourites _,
                    Operation.ListImages _,
                    Operation.SearchImages _,
                    Operation.ReadCollection _ ->
                    true;
            default -> false;
        };
    }

    private static Stream<ImageId> listed(Answer answer) {
        return switch (answer) {
            case Answer.VotesListed list -> list.votes().stream().map(Answer.VoteSeen::image);
            case Answer.FavouritesListed list ->
                    list.favourites().stream().map(Answer.FavouriteSeen::image);
            case Answer.ImagesListed list -> list.ids().stream();
            case Answer.CollectionSeen seen -> seen.entries().stream();
            default -> Stream.empty();
        };
    }
}
