package meanwhile.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/**
 * Checks that an image's count of favourites equals the entries in members' lists, in a moment of
 * {@link Quiescence}.
 */
public final class FavouriteCounts {
    private FavouriteCounts() {}

    /** Checks that the member's own list, read at the end, holds the image exactly once. */
    public static Verdict exactlyOne(String member, ImageId image, History history) {
        List<Call> lists = lists(history.where(call -> call.actor().member().equals(member)));
        if (Quiescence.unread(lists, Answer.FavouritesListed.class)) {
            return new Verdict.Undecided("the favourites could not be read");
        }
        long times = lists.stream().mapToLong(list -> times(image, list)).sum();
        boolean none = times == 0 && doubts(image, history) > 0;
        if (times == 0 && isNeverFavoured(member, image, history)) {
            return new Verdict.Undecided("%s made it no favourite".formatted(member));
        }
        return times == 1 || none
                ? Verdict.holds()
                : Verdict.contradicted(
                        "Expected it once among the favourites, saw it %d times".formatted(times),
                        lists,
                        "An image is a favourite of a member or it is not");
    }

    /** Checks that each quiescent read of the image counts as many favourites as the lists hold. */
    public static Verdict countEqualsLists(ImageId image, History history) {
        List<Call> lists = lists(history);
        if (Quiescence.unread(lists, Answer.FavouritesListed.class)) {
            return new Verdict.Undecided("the favourites could not be read");
        }
        long doubts = doubts(image, history);
        long held = lists.stream().mapToLong(list -> times(image, list)).sum();
        for (Call read : history.in(Phase.THEN).of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
            if (seen == null || !seen.id().equals(image)) {
                continue;
            }
            Long counted = seen.details().favourites();
            if (counted == null) {
                return new Verdict.NotOffered("the target's images carry no count of favourites");
            }
            if (Math.abs(counted - held) > doubts) {
                List<Call> shown = lists.stream().filter(list -> times(image, list) > 0).toList();
                return Verdict.contradicted(
                        "Expected as many favourites as the lists hold, %d; saw %d"
                                .formatted(held, counted),
                        CounterExample.join(shown, List.of(read)),
                        "Nobody was changing favourites any more when these were read");
            }
        }
        return Verdict.holds();
    }

    /** Each member's list as it was read last, page by page. */
    private static List<Call> lists(History history) {
        Map<String, List<Call>> lists = new LinkedHashMap<>();
        for (Call page : history.in(Phase.THEN).of(Operation.ListFavourites.class).calls()) {
            String member = page.actor().member();
            if (page.operation() instanceof Operation.ListFavourites(Cursor after, _)
                    && after == null) {
                lists.put(member, new ArrayList<>());
            }
            lists.computeIfAbsent(member, _ -> new ArrayList<>()).add(page);
        }
        return lists.values().stream().flatMap(List::stream).toList();
    }

    /** The number of requests about the image that may or may not have taken effect. */
    private static long doubts(ImageId image, History history) {
        return Quiescence.doubts(
                history,
                operation ->
                        switch (operation) {
                            case Operation.AddFavourite(ImageId id) -> id.equals(image);
                            case Operation.RemoveFavourite(_, ImageId id) -> id.equals(image);
                            default -> false;
                        });
    }

    private static boolean isNeverFavoured(String member, ImageId image, History history) {
        return history.of(Operation.AddFavourite.class)
                .where(call -> call.possible() && call.actor().member().equals(member))
                .where(call -> call.operation().equals(new Operation.AddFavourite(image)))
                .isEmpty();
    }

    private static long times(ImageId image, Call list) {
        Answer.FavouritesListed listed = list.answer(Answer.FavouritesListed.class);
        return listed == null
                ? 0
                : listed.favourites().stream()
                        .filter(favourite -> favourite.image().equals(image))
                        .count();
    }
}
