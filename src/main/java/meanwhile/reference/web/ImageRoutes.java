package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.ETags;
import meanwhile.reference.seam.Editor;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Intake;
import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Limits;
import meanwhile.reference.seam.Picture;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Spool;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Uploads;
import meanwhile.reference.seam.Work;

/** Uploading, reading, finding and deleting images. */
final class ImageRoutes {
    private final OperationHandlers desk;
    private final Limits limits;

    ImageRoutes(OperationHandlers desk, Limits limits) {
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
        routes.get("/v1/feed", desk.reading(this::feed));
        routes.patch("/v1/images/{id}", desk.writing(this::change));
        routes.put("/v1/images/{id}/file", desk.writing(this::replace));
        routes.delete("/v1/images/{id}", desk.writing(this::delete));
    }

    /** Session and allowance are looked at before the body is read, and again when it counts. */
    private HttpAnswer upload(Context context) {
        Credential credential = desk.tokens().of(context);
        Standing standing =
                desk.transactions()
                        .read(
                                work -> {
                                    desk.the(Doorkeeper.class).reader(work, credential);
                                    return desk.the(Limiter.class)
                                            .standing(work, credential.memberId());
                                });
        // A retry may find its answer kept, whatever the allowance is by now.
        if (standing.exhausted() && context.header(IdempotentWrites.HEADER) == null) {
            throw standing.refusal();
        }
        try {
            Upload upload = Forms.upload(context, desk.the(Spool.class), limits);
            IdempotentWrites.fingerprint(context, content(upload));
            return desk.the(Intake.class)
                    .turn(() -> desk.write(context, credential, accepting(context, upload)));
        } catch (RefusedRequest refusal) {
            throw refusal.with(merged(standing.headers(), refusal.headers()));
        }
    }

    private static String content(Upload upload) {
        return String.join(
                "\n",
                upload.file().sha256(),
                upload.title(),
                upload.description(),
                upload.tags().toString(),
                upload.categoryIds().toString(),
                String.valueOf(upload.breedId()),
                String.valueOf(upload.collectionId()));
    }

    private OperationHandlers.Operation accepting(Context context, Upload upload) {
        return (work, caller) -> {
            Uploads.Accepted accepted = desk.the(Uploads.class).accept(work, caller, upload);
            return accepted(context, accepted.imageId()).with(accepted.standing().headers());
        };
    }

    private static Map<String, String> merged(
            Map<String, String> weak, Map<String, String> strong) {
        Map<String, String> all = new LinkedHashMap<>(weak);
        all.putAll(strong);
        return all;
    }

    private static HttpAnswer accepted(Context context, String imageId) {
        return new HttpAnswer(
                        202,
                        Map.of(),
                        new Views.Uploaded(imageId, Views.url(context, imageId), "processing"))
                .with("Location", "/v1/images/" + imageId)
                .with("Retry-After", "1");
    }

    private OperationHandlers.Operation own(Context context) {
        ListPage pages = ListPage.of(context);
        return (work, caller) ->
                pages.answer(
                        desk.the(Shelf.class)
                                .own(work, caller.memberId(), pages.after(), pages.reach()),
                        ImageView::seq,
                        view -> Views.image(context, view),
                        desk.the(Shelf.class).ownCount(work, caller.memberId()));
    }

    private OperationHandlers.Operation search(Context context) {
        ListPage pages = ListPage.of(context);
        String words = context.queryParam("q");
        SearchIndex.Query query =
                new SearchIndex.Query(
                        words == null ? "" : Json.storable("q", words),
                        Forms.list(context.queryParam("category_ids")),
                        Forms.list(context.queryParam("breed_ids")),
                        Forms.list(context.queryParam("tags")));
        return (work, caller) -> found(context, work, pages, query);
    }

    private OperationHandlers.Operation image(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            ImageView view = desk.the(ImageCache.class).image(work, id);
            HttpAnswer answer =
                    HttpAnswer.ok(Views.image(context, view))
                            .with("ETag", ETags.of(view.heavy().version()));
            return view.heavy().status().equals("processing")
                    ? answer.with("Retry-After", "1")
                    : answer;
        };
    }

    private OperationHandlers.Operation bytes(Context context, boolean thumbnail) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            Shelf shelf = desk.the(Shelf.class);
            Shelf.Stored stored = thumbnail ? shelf.thumbnail(work, id) : shelf.file(work, id);
            return HttpAnswer.ok(stored.bytes())
                    .with("Content-Type", stored.mimeType())
                    .with("ETag", "\"" + stored.sha256() + (thumbnail ? "-thumbnail" : "") + "\"");
        };
    }

    private OperationHandlers.Operation feed(Context context) {
        ListPage pages = ListPage.of(context);
        return (work, caller) -> found(context, work, pages, SearchIndex.Query.everything());
    }

    private HttpAnswer found(Context context, Work work, ListPage pages, SearchIndex.Query query) {
        SearchIndex index = desk.the(SearchIndex.class);
        return pages.answer(
                index.search(work, query, pages.after(), pages.reach()),
                ImageView::seq,
                view -> Views.image(context, view),
                index.count(work, query));
    }

    private OperationHandlers.Operation change(Context context) {
        String id = context.pathParam("id");
        String ifMatch = context.header("If-Match");
        Json body = Json.of(context);
        Editor.Change change =
                new Editor.Change(
                        body.textOrNull("title"),
                        body.textOrNull("description"),
                        body.textsOrNull("tags"),
                        body.textsOrNull("category_ids"),
                        body.has("breed_id") ? body.textOr("breed_id", "") : null);
        return (work, caller) -> {
            ImageView view = desk.the(Editor.class).change(work, caller, id, ifMatch, change);
            work.afterCommit(() -> desk.the(ImageCache.class).invalidate(id));
            return HttpAnswer.ok(Views.image(context, view))
                    .with("ETag", ETags.of(view.heavy().version()));
        };
    }

    private OperationHandlers.Operation replace(Context context) {
        String id = context.pathParam("id");
        String ifMatch = context.header("If-Match");
        Picture picture = Forms.file(context, desk.the(Spool.class), limits);
        IdempotentWrites.fingerprint(context, id + ifMatch + picture.sha256());
        return (work, caller) -> {
            desk.the(Editor.class).replace(work, caller, id, ifMatch, picture);
            return accepted(context, id);
        };
    }

    private OperationHandlers.Operation delete(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            desk.the(Deleter.class).delete(work, caller, id);
            work.afterCommit(() -> desk.the(ImageCache.class).invalidate(id));
            return HttpAnswer.none();
        };
    }
}
