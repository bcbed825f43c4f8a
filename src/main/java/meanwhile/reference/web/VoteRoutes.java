package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import meanwhile.reference.seam.ETags;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Statistics;
import meanwhile.reference.seam.VoteBook;

/** Serves voting and totals. */
final class VoteRoutes {
    private final OperationHandlers handlers;

    VoteRoutes(OperationHandlers handlers) {
        this.handlers = handlers;
    }

    void register(RoutesConfig routes) {
        routes.post("/v1/votes", handlers.writing(this::cast));
        routes.delete("/v1/votes/{id}", handlers.writing(this::withdraw));
        routes.get("/v1/votes", handlers.reading(this::history));
        routes.get("/v1/stats", handlers.reading(this::stats));
    }

    private MemberOperation cast(Context context) {
        Json body = Json.of(context);
        String imageId = body.text("image_id");
        int value = body.number("value");
        if (value != 1 && value != -1) {
            throw RefusedRequest.invalid("\"value\" must be 1 or -1.");
        }
        String ifMatch = context.header("If-Match");
        return (work, caller) -> {
            VoteBook.Cast cast =
                    handlers.the(VoteBook.class).cast(work, caller, imageId, value, ifMatch);
            return new HttpAnswer(cast.first() ? 201 : 200, Map.of(), Views.vote(cast.vote()))
                    .with("ETag", ETags.of(cast.vote().version()));
        };
    }

    private MemberOperation withdraw(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            handlers.the(VoteBook.class).withdraw(work, caller, id);
            return HttpAnswer.none();
        };
    }

    private MemberOperation history(Context context) {
        ListPage page = ListPage.of(context);
        return (work, caller) ->
                page.answer(
                        handlers.the(VoteBook.class)
                                .history(work, caller.memberId(), page.after(), page.reach()),
                        VoteBook.Vote::seq,
                        Views::vote,
                        handlers.the(VoteBook.class).count(work, caller.memberId()));
    }

    private MemberOperation stats(Context context) {
        return (work, caller) -> HttpAnswer.ok(handlers.the(Statistics.class).totals(work));
    }
}
