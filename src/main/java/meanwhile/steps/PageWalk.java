package meanwhile.steps;

import meanwhile.actors.ActorSession;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads a list page by page, to its end or up to a number of pages. */
final class PageWalk {
    private PageWalk() {}

    /** The operation that reads a page. */
    @FunctionalInterface
    interface Page {
        /**
         * Reads a page.
         *
         * @param cursor after which the page begins; null for the first page
         */
        Operation after(@Nullable Cursor cursor);
    }

    /** Reads a list from its first page on. */
    static void read(ActorSession me, int mostPages, Page page) throws GateClosed {
        Cursor after = null;
        for (int i = 0; i < mostPages; i++) {
            after = next(me.does(page.after(after)));
            if (after == null) {
                return;
            }
        }
    }

    /** Where the page after this one begins; null if none follows. */
    static @Nullable Cursor next(Call call) {
        return call.outcome() instanceof Outcome.Accepted accepted
                ? switch (accepted.answer()) {
                    case Answer.ImagesListed listed -> listed.next();
                    case Answer.VotesListed listed -> listed.next();
                    case Answer.FavouritesListed listed -> listed.next();
                    case Answer.CommentsListed listed -> listed.next();
                    default -> null;
                }
                : null;
    }
}
