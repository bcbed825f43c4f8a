package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import meanwhile.reference.seam.Taxonomy;
import meanwhile.reference.seam.Taxonomy.Kind;

/** Categories and breeds: read by all, changed by administrators and not during maintenance. */
final class TaxonomyRoutes {
    private final OperationHandlers desk;

    TaxonomyRoutes(OperationHandlers desk) {
        this.desk = desk;
    }

    void register(RoutesConfig routes) {
        for (Kind kind : Kind.values()) {
            String base = "/v1/" + kind.table();
            routes.get(
                    base,
                    desk.reading(
                            context ->
                                    (work, caller) -> HttpAnswer.ok(taxonomy().list(work, kind))));
            routes.post(base, desk.writing(context -> create(context, kind)));
            routes.patch(base + "/{id}", desk.writing(context -> rename(context, kind)));
            routes.delete(base + "/{id}", desk.writing(context -> remove(context, kind)));
            routes.post(base + "/{id}/merge", desk.writing(context -> merge(context, kind)));
        }
    }

    private Taxonomy taxonomy() {
        return desk.the(Taxonomy.class);
    }

    private OperationHandlers.Operation create(Context context, Kind kind) {
        String name = Json.of(context).text("name").strip();
        return (work, caller) -> {
            caller.mustAdminister();
            return HttpAnswer.created(taxonomy().create(work, kind, name));
        };
    }

    private OperationHandlers.Operation rename(Context context, Kind kind) {
        String name = Json.of(context).text("name").strip();
        String id = context.pathParam("id");
        return (work, caller) -> {
            caller.mustAdminister();
            return HttpAnswer.ok(taxonomy().rename(work, kind, id, name));
        };
    }

    private OperationHandlers.Operation remove(Context context, Kind kind) {
        String id = context.pathParam("id");
        String moveTo = context.queryParam("move_to");
        return (work, caller) -> {
            caller.mustAdminister();
            taxonomy().remove(work, kind, id, moveTo);
            return HttpAnswer.none();
        };
    }

    private OperationHandlers.Operation merge(Context context, Kind kind) {
        String id = context.pathParam("id");
        String into = Json.of(context).text("into");
        return (work, caller) -> {
            caller.mustAdminister();
            return HttpAnswer.ok(taxonomy().merge(work, kind, id, into));
        };
    }
}
