package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Favourites;

/** Serves favourites, comments and collections. */
final class SocialRoutes {
    private final OperationHandlers handlers;

    SocialRoutes(OperationHandlers handlers) {
        this.handlers = handlers;
    }

    record Favourite(String id, String imageId, Instant createdAt) {}

    record Comment(
            String id,
            String imageId,
            int position,
            Views.Owner author,
            String text,
            Instant createdAt) {}

    record Entry(String imageId) {}

    record Collection(String id, String name, String ownerId, int count, List<Entry> entries) {}

    void register(RoutesConfig routes) {
        routes.post("/v1/favourites", handlers.writing(this::favour));
        routes.delete("/v1/favourites/{id}", handlers.writing(this::unfavour));
        routes.get("/v1/favourites", handlers.reading(this::favourites));
        routes.post("/v1/images/{id}/comments", handlers.writing(this::comment));
        routes.get("/v1/images/{id}/comments", handlers.reading(this::comments));
        routes.post("/v1/collections", handlers.writing(this::collect));
        routes.get("/v1/collections/{id}", handlers.reading(this::collection));
        routes.put("/v1/collections/{id}/images/{image}", handlers.writing(this::place));
        routes.delete("/v1/collections/{id}/images/{image}", handlers.writing(this::take));
    }

    private MemberOperation favour(Context context) {
        String imageId = Json.of(context).text("image_id");
        return (work, caller) ->
                HttpAnswer.created(view(handlers.the(Favourites.class).add(work, caller, imageId)));
    }

    private static Favourite view(Favourites.Favourite favourite) {
        return new Favourite(favourite.id(), favourite.imageId(), favourite.createdAt());
    }

    private MemberOperation unfavour(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            handlers.the(Favourites.class).remove(work, caller, id);
            return HttpAnswer.none();
        };
    }

    private MemberOperation favourites(Context context) {
        ListPage page = ListPage.of(context);
        return (work, caller) ->
                page.answer(
                        handlers.the(Favourites.class)
                                .list(work, caller.memberId(), page.after(), page.reach()),
                        Favourites.Favourite::seq,
                        SocialRoutes::view,
                        handlers.the(Favourites.class).count(work, caller.memberId()));
    }

    private MemberOperation comment(Context context) {
        String id = context.pathParam("id");
        String text = Json.of(context).text("text");
        return (work, caller) ->
                HttpAnswer.created(view(handlers.the(Comments.class).add(work, caller, id, text)));
    }

    private static Comment view(Comments.Comment comment) {
        return new Comment(
                comment.id(),
                comment.imageId(),
                comment.position(),
                new Views.Owner(comment.authorId(), comment.author()),
                comment.text(),
                comment.createdAt());
    }

    private MemberOperation comments(Context context) {
        String id = context.pathParam("id");
        ListPage page = ListPage.of(context);
        return (work, caller) ->
                page.answer(
                        handlers.the(Comments.class).list(work, id, page.after(), page.reach()),
                        Comments.Comment::position,
                        SocialRoutes::view,
                        handlers.the(Comments.class).count(work, id));
    }

    private MemberOperation collect(Context context) {
        String name = Json.of(context).text("name");
        return (work, caller) ->
                HttpAnswer.created(
                        view(handlers.the(Collections.class).create(work, caller, name)));
    }

    private static Collection view(Collections.Collection collection) {
        return new Collection(
                collection.id(),
                collection.name(),
                collection.ownerId(),
                collection.count(),
                collection.entries().stream().map(Entry::new).toList());
    }

    private MemberOperation collection(Context context) {
        String id = context.pathParam("id");
        return (work, caller) ->
                HttpAnswer.ok(view(handlers.the(Collections.class).read(work, id)));
    }

    private MemberOperation place(Context context) {
        String id = context.pathParam("id");
        String image = context.pathParam("image");
        return (work, caller) -> {
            handlers.the(Collections.class).place(work, caller, id, image);
            return HttpAnswer.none();
        };
    }

    private MemberOperation take(Context context) {
        String id = context.pathParam("id");
        String image = context.pathParam("image");
        return (work, caller) -> {
            handlers.the(Collections.class).take(work, caller, id, image);
            return HttpAnswer.none();
        };
    }
}
