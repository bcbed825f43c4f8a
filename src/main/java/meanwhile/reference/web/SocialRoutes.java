package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Favourites;

/** Favourites, comments and collections. */
final class SocialRoutes {
    private final OperationHandlers desk;

    SocialRoutes(OperationHandlers desk) {
        this.desk = desk;
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
        routes.post("/v1/favourites", desk.writing(this::favour));
        routes.delete("/v1/favourites/{id}", desk.writing(this::unfavour));
        routes.get("/v1/favourites", desk.reading(this::favourites));
        routes.post("/v1/images/{id}/comments", desk.writing(this::comment));
        routes.get("/v1/images/{id}/comments", desk.reading(this::comments));
        routes.post("/v1/collections", desk.writing(this::collect));
        routes.get("/v1/collections/{id}", desk.reading(this::collection));
        routes.put("/v1/collections/{id}/images/{image}", desk.writing(this::place));
        routes.delete("/v1/collections/{id}/images/{image}", desk.writing(this::take));
    }

    private OperationHandlers.Operation favour(Context context) {
        String imageId = Json.of(context).text("image_id");
        return (work, caller) ->
                HttpAnswer.created(view(desk.the(Favourites.class).add(work, caller, imageId)));
    }

    private static Favourite view(Favourites.Favourite favourite) {
        return new Favourite(favourite.id(), favourite.imageId(), favourite.createdAt());
    }

    private OperationHandlers.Operation unfavour(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            desk.the(Favourites.class).remove(work, caller, id);
            return HttpAnswer.none();
        };
    }

    private OperationHandlers.Operation favourites(Context context) {
        ListPage pages = ListPage.of(context);
        return (work, caller) ->
                pages.answer(
                        desk.the(Favourites.class)
                                .list(work, caller.memberId(), pages.after(), pages.reach()),
                        Favourites.Favourite::seq,
                        SocialRoutes::view,
                        desk.the(Favourites.class).count(work, caller.memberId()));
    }

    private OperationHandlers.Operation comment(Context context) {
        String id = context.pathParam("id");
        String text = Json.of(context).text("text");
        return (work, caller) ->
                HttpAnswer.created(view(desk.the(Comments.class).add(work, caller, id, text)));
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

    private OperationHandlers.Operation comments(Context context) {
        String id = context.pathParam("id");
        ListPage pages = ListPage.of(context);
        return (work, caller) ->
                pages.answer(
                        desk.the(Comments.class).list(work, id, pages.after(), pages.reach()),
                        Comments.Comment::position,
                        SocialRoutes::view,
                        desk.the(Comments.class).count(work, id));
    }

    private OperationHandlers.Operation collect(Context context) {
        String name = Json.of(context).text("name");
        return (work, caller) ->
                HttpAnswer.created(view(desk.the(Collections.class).create(work, caller, name)));
    }

    private static Collection view(Collections.Collection collection) {
        return new Collection(
                collection.id(),
                collection.name(),
                collection.ownerId(),
                collection.count(),
                collection.entries().stream().map(Entry::new).toList());
    }

    private OperationHandlers.Operation collection(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> HttpAnswer.ok(view(desk.the(Collections.class).read(work, id)));
    }

    private OperationHandlers.Operation place(Context context) {
        String id = context.pathParam("id");
        String image = context.pathParam("image");
        return (work, caller) -> {
            desk.the(Collections.class).place(work, caller, id, image);
            return HttpAnswer.none();
        };
    }

    private OperationHandlers.Operation take(Context context) {
        String id = context.pathParam("id");
        String image = context.pathParam("image");
        return (work, caller) -> {
            desk.the(Collections.class).take(work, caller, id, image);
            return HttpAnswer.none();
        };
    }
}
