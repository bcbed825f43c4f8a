package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import meanwhile.reference.seam.Taxonomy;
import meanwhile.reference.seam.Taxonomy.Kind;

/**
 * Serves categories and breeds: read by all, changed by administrators and not during maintenance.
 */
final class TaxonomyRoutes {
    private final OperationHandlers handlers;

    TaxonomyRoutes(OperationHandlers handlers) {
        this.handlers = handlers;
    }

    void register(RoutesConfig routes) {
        for (Kind kind : Kind.values()) {
            String base = "/v1/" + kind.table();
            routes.get(
                    base,
                    handlers.reading(
                            context ->
                                    (work, caller) -> HttpAnswer.ok(taxonomy().list(work, kind))));
            routes.post(base, handlers.writing(context -> create(context, kind)));
            routes.patch(base + "/{id}", handlers.writing(context -> rename(context, kind)));
            routes.delete(base + "/{id}", handlers.writing(context -> remove(context, kind)));
            routes.post(base + "/{id}/merge", handlers.writing(context -> merge(context, kind)));
        }
    }

    private Taxonomy taxonomy() {
        return handlers.the(Taxonomy.class);
    }

    private MemberOperation create(Context context, Kind kind) {
        String name = Json.of(context).text("name").strip();
        return (work, caller) -> {
            caller.mustAdminister();
            return HttpAnswer.created(taxonomy().create(work, kind, name));
        };
    }

    private MemberOperation rename(Context context, Kind kind) {
        String name = Json.of(context).text("name").strip();
        String id = context.pathParam("id");
        return (work, caller) -> {
            caller.mustAdminister();
            return HttpAnswer.ok(taxonomy().rename(work, kind, id, name));
        };
    }

    private MemberOperation remove(Context context, Kind kind) {
        String id = context.pathParam("id");
        String moveTo = context.queryParam("move_to");
        return (work, caller) -> {
            caller.mustAdminister();
            taxonomy().remove(work, kind, id, moveTo);
            return HttpAnswer.none();
        };
    }

    private MemberOperation merge(Context context, Kind kind) {
        String id = context.pathParam("id");
        String into = Json.of(context).text("into");
        return (work, caller) -> {
            caller.mustAdminister();
            return HttpAnswer.ok(taxonomy().merge(work, kind, id, into));
        };
    }
}
