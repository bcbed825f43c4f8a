package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Upkeep;
import meanwhile.reference.seam.UploadAllowance;
import meanwhile.reference.seam.Work;

/** Serves operations that only administrators may use. */
final class AdminRoutes {
    private static final int LONGEST_WINDOW_SECONDS = 24 * 60 * 60;

    private final OperationHandlers handlers;

    AdminRoutes(OperationHandlers handlers) {
        this.handlers = handlers;
    }

    void register(RoutesConfig routes) {
        routes.put("/v1/admin/users/{id}/allowance", handlers.administering(this::allowance));
        routes.put("/v1/admin/users/{id}/role", handlers.administering(this::role));
        routes.put("/v1/admin/users/{id}/ban", handlers.administering(this::ban));
        routes.put("/v1/admin/maintenance", handlers.administering(this::maintenance));
        routes.post("/v1/admin/reindex", handlers.administering(context -> this::reindex));
        routes.post("/v1/admin/purge", handlers.administering(context -> this::purge));
    }

    private MemberOperation allowance(Context context) {
        Json body = Json.of(context);
        UploadAllowance allowance =
                new UploadAllowance(body.number("uploads"), body.number("window_seconds"));
        if (allowance.uploads() < 0
                || allowance.windowSeconds() < 1
                || allowance.windowSeconds() > LONGEST_WINDOW_SECONDS) {
            throw RefusedRequest.invalid(
                    "\"uploads\" must not be negative and \"window_seconds\" be 1 to "
                            + LONGEST_WINDOW_SECONDS
                            + ".");
        }
        String id = context.pathParam("id");
        return (work, caller) -> {
            handlers.the(Members.class).allow(work, id, allowance);
            return HttpAnswer.ok(allowance);
        };
    }

    private MemberOperation role(Context context) {
        String role = Json.of(context).text("role");
        if (!role.equals("member") && !role.equals("administrator")) {
            throw RefusedRequest.invalid("\"role\" must be member or administrator.");
        }
        String id = context.pathParam("id");
        return (work, caller) -> HttpAnswer.ok(handlers.the(Members.class).appoint(work, id, role));
    }

    private MemberOperation ban(Context context) {
        boolean banned = Json.of(context).flag("banned");
        String id = context.pathParam("id");
        return (work, caller) -> {
            handlers.the(Members.class).ban(work, id, banned);
            return HttpAnswer.ok(Map.of("id", id, "banned", banned));
        };
    }

    /** Waits for the writes in flight: they are committed before the switch is acknowledged. */
    private MemberOperation maintenance(Context context) {
        boolean readOnly = Json.of(context).flag("read_only");
        return (work, caller) -> {
            handlers.the(Doorkeeper.class).closeForWriters(work);
            handlers.the(Settings.class).readOnly(work, readOnly);
            return HttpAnswer.ok(Map.of("read_only", readOnly));
        };
    }

    private HttpAnswer reindex(Work work, Caller caller) {
        handlers.the(Doorkeeper.class).closeForWriters(work);
        return HttpAnswer.ok(Map.of("indexed", handlers.the(SearchIndex.class).rebuild(work)));
    }

    private HttpAnswer purge(Work work, Caller caller) {
        handlers.the(Doorkeeper.class).closeForWriters(work);
        return HttpAnswer.ok(Map.of("removed", handlers.the(Upkeep.class).purge(work)));
    }
}
