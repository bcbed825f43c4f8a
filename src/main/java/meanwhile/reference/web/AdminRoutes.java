package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import meanwhile.reference.seam.Allowance;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.Refusal;

/** What only administrators may do. */
final class AdminRoutes {
    private static final int LONGEST_WINDOW_SECONDS = 24 * 60 * 60;

    private final Desk desk;

    AdminRoutes(Desk desk) {
        this.desk = desk;
    }

    void register(RoutesConfig routes) {
        routes.put("/v1/admin/users/{id}/allowance", desk.administering(this::allowance));
    }

    private Desk.Operation allowance(Context context) {
        var body = Json.of(context);
        var allowance = new Allowance(body.number("uploads"), body.number("window_seconds"));
        if (allowance.uploads() < 0
                || allowance.windowSeconds() < 1
                || allowance.windowSeconds() > LONGEST_WINDOW_SECONDS) {
            throw Refusal.invalid(
                    "\"uploads\" must not be negative and \"window_seconds\" be 1 to "
                            + LONGEST_WINDOW_SECONDS
                            + ".");
        }
        var id = context.pathParam("id");
        return (work, caller) -> {
            desk.the(Members.class).allow(work, id, allowance);
            return Answer.ok(allowance);
        };
    }
}
