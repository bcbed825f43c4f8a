package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.ETags;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.Intake;
import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Limits;
import meanwhile.reference.seam.Refusal;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Spool;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.Uploads;

/** Uploading, reading, finding and deleting images. */
final class ImageRoutes {
    private final Desk desk;
    private final Limits limits;

    ImageRoutes(Desk desk, Limits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    void register(RoutesConfig routes) {
        routes.post("/v1/images/upload", desk.admitted(this::upload));
        routes.get("/v1/images", desk.reading(this::own));
        routes.get("/v1/images/search", desk.reading(this::search));
        routes.get("/v1/images/{id}", desk.reading(this::image));
        routes.get("/v1/images/{id}/file", desk.reading(context -> bytes(context, false)));
        routes.get("/v1/images/{id}/thumbnail", desk.reading(context -> bytes(context, true)));
        routes.delete("/v1/images/{id}", desk.writing(this::delete));
    }

    /** Session and allowance are looked at before the body is read, and again when it counts. */
    private Answer upload(Context context) {
        var credential = desk.tokens().of(context);
        var standing =
                desk.transactions()
                        .read(
                                work -> {
                                    desk.the(Doorkeeper.class).reader(work, credential);
                                    return desk.the(Limiter.class)
                                            .standing(work, credential.memberId());
                                });
        if (standing.exhausted()) {
            throw standing.refusal();
        }
        try {
            var upload = Forms.upload(context, desk.the(Spool.class), limits);
            var accepted =
                    desk.the(Intake.class)
                            .turn(
                                    () ->
                                            desk.transactions()
                                                    .write(
                                                            work ->
                                                                    desk.the(Uploads.class)
                                                                            .accept(
                                                                                    work,
                                                                                    desk.the(
                                                                                                    Doorkeeper
                                                                                                            .class)
                                                                                            .writer(
                                                                                                    work,
                                                                                                    credential),
                                                                                    upload)));
            return accepted(context, accepted.imageId(), accepted.standing());
        } catch (Refusal refusal) {
            throw refusal.with(merged(standing.headers(), refusal.headers()));
        }
    }

    private static Map<String, String> merged(
            Map<String, String> weak, Map<String, String> strong) {
        var all = new LinkedHashMap<>(weak);
        all.putAll(strong);
        return all;
    }

    private static Answer accepted(Context context, String imageId, Standing standing) {
        return new Answer(
                        202,
                        standing.headers(),
                        new Views.Uploaded(imageId, Views.url(context, imageId), "processing"))
                .with("Location", "/v1/images/" + imageId)
                .with("Retry-After", "1");
    }

    private Desk.Operation own(Context context) {
        var pages = Pages.of(context);
        return (work, caller) ->
                pages.answer(
                        desk.the(Shelf.class)
                                .own(work, caller.memberId(), pages.after(), pages.reach()),
                        meanwhile.reference.seam.ImageView::seq,
                        view -> Views.image(context, view),
                        desk.the(Shelf.class).ownCount(work, caller.memberId()));
    }

    private Desk.Operation search(Context context) {
        var pages = Pages.of(context);
        var words = context.queryParam("q");
        var query =
                new SearchIndex.Query(
                        words == null ? "" : Json.storable("q", words),
                        Forms.list(context.queryParam("category_ids")),
                        Forms.list(context.queryParam("breed_ids")),
                        Forms.list(context.queryParam("tags")));
        return (work, caller) ->
                pages.answer(
                        desk.the(SearchIndex.class)
                                .search(work, query, pages.after(), pages.reach()),
                        meanwhile.reference.seam.ImageView::seq,
                        view -> Views.image(context, view),
                        desk.the(SearchIndex.class).count(work, query));
    }

    private Desk.Operation image(Context context) {
        var id = context.pathParam("id");
        return (work, caller) -> {
            var view = desk.the(ImageCache.class).image(work, id);
            var answer =
                    Answer.ok(Views.image(context, view))
                            .with("ETag", ETags.of(view.heavy().version()));
            return view.heavy().status().equals("processing")
                    ? answer.with("Retry-After", "1")
                    : answer;
        };
    }

    private Desk.Operation bytes(Context context, boolean thumbnail) {
        var id = context.pathParam("id");
        return (work, caller) -> {
            var shelf = desk.the(Shelf.class);
            var stored = thumbnail ? shelf.thumbnail(work, id) : shelf.file(work, id);
            return Answer.ok(stored.bytes())
                    .with("Content-Type", stored.mimeType())
                    .with("ETag", "\"" + stored.sha256() + (thumbnail ? "-thumbnail" : "") + "\"");
        };
    }

    private Desk.Operation delete(Context context) {
        var id = context.pathParam("id");
        return (work, caller) -> {
            desk.the(Deleter.class).delete(work, caller, id);
            work.afterCommit(() -> desk.the(ImageCache.class).invalidate(id));
            return Answer.none();
        };
    }
}
