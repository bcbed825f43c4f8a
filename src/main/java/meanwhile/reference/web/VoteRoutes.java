package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import meanwhile.reference.seam.ETags;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Statistics;
import meanwhile.reference.seam.VoteBook;

/** Voting and totals. */
final class VoteRoutes {
    private final OperationHandlers desk;

    VoteRoutes(OperationHandlers desk) {
        this.desk = desk;
    }

    void register(RoutesConfig routes) {
        routes.post("/v1/votes", desk.writing(this::cast));
        routes.delete("/v1/votes/{id}", desk.writing(this::withdraw));
        routes.get("/v1/votes", desk.reading(this::history));
        routes.get("/v1/stats", desk.reading(this::stats));
    }

    private OperationHandlers.Operation cast(Context context) {
        Json body = Json.of(context);
        String imageId = body.text("image_id");
        int value = body.number("value");
        if (value != 1 && value != -1) {
            throw RefusedRequest.invalid("\"value\" must be 1 or -1.");
        }
        String ifMatch = context.header("If-Match");
        return (work, caller) -> {
            VoteBook.Cast cast =
                    desk.the(VoteBook.class).cast(work, caller, imageId, value, ifMatch);
            return new HttpAnswer(
                            cast.first() ? 201 : 200, java.util.Map.of(), Views.vote(cast.vote()))
                    .with("ETag", ETags.of(cast.vote().version()));
        };
    }

    private OperationHandlers.Operation withdraw(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            desk.the(VoteBook.class).withdraw(work, caller, id);
            return HttpAnswer.none();
        };
    }

    private OperationHandlers.Operation history(Context context) {
        ListPage pages = ListPage.of(context);
        return (work, caller) ->
                pages.answer(
                        desk.the(VoteBook.class)
                                .history(work, caller.memberId(), pages.after(), pages.reach()),
                        VoteBook.Vote::seq,
                        Views::vote,
                        desk.the(VoteBook.class).count(work, caller.memberId()));
    }

    private OperationHandlers.Operation stats(Context context) {
        return (work, caller) -> HttpAnswer.ok(desk.the(Statistics.class).totals(work));
    }
}
