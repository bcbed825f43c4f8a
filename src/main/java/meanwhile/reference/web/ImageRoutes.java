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

/** Serves the uploading, reading, finding and deleting of images. */
final class ImageRoutes {
    private final OperationHandlers handlers;
    private final Limits limits;

    ImageRoutes(OperationHandlers handlers, Limits limits) {
        this.handlers = handlers;
        this.limits = limits;
    }

    void register(RoutesConfig routes) {
        routes.post("/v1/images/upload", handlers.admitted(this::upload));
        routes.get("/v1/images", handlers.reading(this::own));
        routes.get("/v1/images/search", handlers.reading(this::search));
        routes.get("/v1/images/{id}", handlers.reading(this::image));
        routes.get("/v1/images/{id}/file", handlers.reading(context -> bytes(context, false)));
        routes.get("/v1/images/{id}/thumbnail", handlers.reading(context -> bytes(context, true)));
        routes.get("/v1/feed", handlers.reading(this::feed));
        routes.patch("/v1/images/{id}", handlers.writing(this::change));
        routes.put("/v1/images/{id}/file", handlers.writing(this::replace));
        routes.delete("/v1/images/{id}", handlers.writing(this::delete));
    }

    /**
     * Checks session and allowance before it reads the body, and again when it counts the upload.
     */
    private HttpAnswer upload(Context context) {
        Credential credential = handlers.tokens().of(context);
        Standing standing =
                handlers.transactions()
                        .read(
                                work -> {
                                    handlers.the(Doorkeeper.class).reader(work, credential);
                                    return handlers.the(Limiter.class)
                                            .standing(work, credential.memberId());
                                });
        // A retry may find its answer kept, even if the allowance is used up by now.
        if (standing.exhausted() && context.header(IdempotentWrites.HEADER) == null) {
            throw standing.refusal();
        }
        try {
            Upload upload = Forms.upload(context, handlers.the(Spool.class), limits);
            IdempotentWrites.fingerprint(context, content(upload));
            return handlers.the(Intake.class)
                    .turn(() -> handlers.write(context, credential, accepting(context, upload)));
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

    private MemberOperation accepting(Context context, Upload upload) {
        return (work, caller) -> {
            Uploads.Accepted accepted = handlers.the(Uploads.class).accept(work, caller, upload);
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

    private MemberOperation own(Context context) {
        ListPage page = ListPage.of(context);
        return (work, caller) ->
                page.answer(
                        handlers.the(Shelf.class)
                                .own(work, caller.memberId(), page.after(), page.reach()),
                        ImageView::seq,
                        view -> Views.image(context, view),
                        handlers.the(Shelf.class).ownCount(work, caller.memberId()));
    }

    private MemberOperation search(Context context) {
        ListPage page = ListPage.of(context);
        String words = context.queryParam("q");
        SearchIndex.Query query =
                new SearchIndex.Query(
                        words == null ? "" : Json.storable("q", words),
                        Forms.list(context.queryParam("category_ids")),
                        Forms.list(context.queryParam("breed_ids")),
                        Forms.list(context.queryParam("tags")));
        return (work, caller) -> found(context, work, page, query);
    }

    private MemberOperation image(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            ImageView view = handlers.the(ImageCache.class).image(work, id);
            HttpAnswer answer =
                    HttpAnswer.ok(Views.image(context, view))
                            .with("ETag", ETags.of(view.heavy().version()));
            return view.heavy().status().equals("processing")
                    ? answer.with("Retry-After", "1")
                    : answer;
        };
    }

    private MemberOperation bytes(Context context, boolean thumbnail) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            Shelf shelf = handlers.the(Shelf.class);
            Shelf.Stored stored = thumbnail ? shelf.thumbnail(work, id) : shelf.file(work, id);
            return HttpAnswer.ok(stored.bytes())
                    .with("Content-Type", stored.mimeType())
                    .with("ETag", "\"" + stored.sha256() + (thumbnail ? "-thumbnail" : "") + "\"");
        };
    }

    private MemberOperation feed(Context context) {
        ListPage page = ListPage.of(context);
        return (work, caller) -> found(context, work, page, SearchIndex.Query.everything());
    }

    private HttpAnswer found(Context context, Work work, ListPage page, SearchIndex.Query query) {
        SearchIndex index = handlers.the(SearchIndex.class);
        return page.answer(
                index.search(work, query, page.after(), page.reach()),
                ImageView::seq,
                view -> Views.image(context, view),
                index.count(work, query));
    }

    private MemberOperation change(Context context) {
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
            ImageView view = handlers.the(Editor.class).change(work, caller, id, ifMatch, change);
            work.afterCommit(() -> handlers.the(ImageCache.class).invalidate(id));
            return HttpAnswer.ok(Views.image(context, view))
                    .with("ETag", ETags.of(view.heavy().version()));
        };
    }

    private MemberOperation replace(Context context) {
        String id = context.pathParam("id");
        String ifMatch = context.header("If-Match");
        Picture picture = Forms.file(context, handlers.the(Spool.class), limits);
        IdempotentWrites.fingerprint(context, id + ifMatch + picture.sha256());
        return (work, caller) -> {
            handlers.the(Editor.class).replace(work, caller, id, ifMatch, picture);
            return accepted(context, id);
        };
    }

    private MemberOperation delete(Context context) {
        String id = context.pathParam("id");
        return (work, caller) -> {
            handlers.the(Deleter.class).delete(work, caller, id);
            work.afterCommit(() -> handlers.the(ImageCache.class).invalidate(id));
            return HttpAnswer.none();
        };
    }
}
