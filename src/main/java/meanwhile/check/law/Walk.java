package meanwhile.check.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A list that was read to its end, when all was quiet.
 *
 * @param member who read it
 * @param pages its pages, in order
 */
record Walk(String member, List<Call> pages) {

    /** The walks through lists of this kind that came to their end. */
    static List<Walk> of(QuietWorld world, Class<? extends Operation> kind) {
        Map<String, List<Call>> open = new LinkedHashMap<>();
        List<Walk> walks = new ArrayList<>();
        for (Call call : world.looks()) {
            if (!kind.isInstance(call.operation())) {
                continue;
            }
            String reader = call.actor() + " through " + call.door() + ": " + subject(call);
            List<Call> pages =
                    after(call.operation()) == null
                            ? new ArrayList<>()
                            : open.getOrDefault(reader, null);
            if (pages == null || !call.accepted()) {
                open.remove(reader);
                continue;
            }
            pages.add(call);
            open.put(reader, pages);
            if (next(call) == null) {
                walks.add(new Walk(call.actor().member(), List.copyOf(pages)));
                open.remove(reader);
            }
        }
        return walks;
    }

    /** Everything on its pages, in order. */
    <A extends Answer, T> List<T> items(Class<A> kind, Function<A, List<T>> listed) {
        List<T> items = new ArrayList<>();
        for (Call page : pages) {
            A answer = page.answer(kind);
            if (answer != null) {
                items.addAll(listed.apply(answer));
            }
        }
        return items;
    }

    /** What is listed, where a kind of operation lists several things. */
    private static String subject(Call call) {
        return switch (call.operation()) {
            case Operation.ListComments list -> list.image().value();
            case Operation.FilterByCategory list -> list.category().value();
            case Operation.FilterByBreed list -> list.breed().value();
            case Operation.FilterByTag list -> list.tag();
            case Operation.SearchImages list -> list.words();
            default -> "";
        };
    }

    private static @Nullable Cursor after(Operation operation) {
        return switch (operation) {
            case Operation.ListImages list -> list.after();
            case Operation.ListVotes list -> list.after();
            case Operation.ListFavourites list -> list.after();
            case Operation.ListComments list -> list.after();
            case Operation.FilterByCategory list -> list.after();
            case Operation.FilterByBreed list -> list.after();
            case Operation.FilterByTag list -> list.after();
            case Operation.SearchImages list -> list.after();
            case Operation.ReadFeed list -> list.after();
            default -> null;
        };
    }

    private static @Nullable Cursor next(Call page) {
        Answer.ImagesListed images = page.answer(Answer.ImagesListed.class);
        Answer.VotesListed votes = page.answer(Answer.VotesListed.class);
        Answer.FavouritesListed favourites = page.answer(Answer.FavouritesListed.class);
        Answer.CommentsListed comments = page.answer(Answer.CommentsListed.class);
        return images != null
                ? images.next()
                : votes != null
                        ? votes.next()
                        : favourites != null
                                ? favourites.next()
                                : comments != null ? comments.next() : null;
    }
}
