package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.Passwords;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.UploadAllowance;

/** Serves sign-up, sessions and the caller's own account. */
final class MemberRoutes {
    private static final int LONGEST_PASSWORD_BYTES = 200;

    private static final int LONGEST_NAME = 100;

    private final OperationHandlers handlers;
    private final Passwords passwords;

    MemberRoutes(OperationHandlers handlers, Passwords passwords) {
        this.handlers = handlers;
        this.passwords = passwords;
    }

    record Me(
            String id,
            String name,
            String role,
            int images,
            long storedBytes,
            long quotaBytes,
            UploadAllowance allowance) {}

    void register(RoutesConfig routes) {
        routes.post("/v1/users", handlers.admitted(this::signUp));
        routes.post("/v1/sessions", handlers.admitted(this::logIn));
        routes.post("/v1/sessions/refresh", handlers.admitted(this::refresh));
        routes.delete("/v1/sessions/current", handlers.revoking(this::logOut));
        routes.get("/v1/me", handlers.reading(this::me));
    }

    private HttpAnswer signUp(Context context) {
        Json body = Json.of(context);
        String name = body.text("name").strip();
        String password = body.text("password");
        if (name.length() > LONGEST_NAME) {
            throw RefusedRequest.invalid(
                    "\"name\" may have at most " + LONGEST_NAME + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw RefusedRequest.invalid(
                    "\"password\" may have at most " + LONGEST_PASSWORD_BYTES + " bytes.");
        }
        // A role in the body is ignored.
        String hash = passwords.hash(password);
        return HttpAnswer.created(
                handlers.transactions()
                        .write(
                                work -> {
                                    handlers.the(Doorkeeper.class).stranger(work);
                                    return handlers.the(Members.class)
                                            .signUp(work, name, hash, "member");
                                }));
    }

    private HttpAnswer logIn(Context context) {
        Json body = Json.of(context);
        String name = body.text("name").strip();
        String password = body.text("password");
        Members.Secret secret =
                handlers.transactions()
                        .read(work -> handlers.the(Members.class).byName(work, name))
                        .filter(known -> Passwords.matches(password, known.passwordHash()))
                        .orElseThrow(
                                () -> RefusedRequest.notSignedIn("Name or password is wrong."));
        if (secret.banned()) {
            throw RefusedRequest.forbidden(null, "This member is banned.");
        }
        Members.Session session =
                handlers.transactions()
                        .write(
                                work ->
                                        handlers.the(Members.class)
                                                .begin(work, secret.member().id()));
        return HttpAnswer.created(
                handlers.tokens().issue(session, body.numberOrNull("expires_in")));
    }

    private HttpAnswer refresh(Context context) {
        Json body = Json.of(context);
        String token = body.text("refresh_token");
        Members.Session session =
                handlers.transactions()
                        .write(work -> handlers.the(Members.class).refresh(work, token));
        return HttpAnswer.ok(handlers.tokens().issue(session, body.numberOrNull("expires_in")));
    }

    private MemberOperation logOut(Context context) {
        return (work, caller) -> {
            handlers.the(Members.class).end(work, caller);
            return HttpAnswer.none();
        };
    }

    private MemberOperation me(Context context) {
        return (work, caller) -> {
            Members.Account account = handlers.the(Members.class).account(work, caller);
            return HttpAnswer.ok(
                    new Me(
                            caller.memberId(),
                            caller.name(),
                            caller.role(),
                            account.images(),
                            account.storedBytes(),
                            account.quotaBytes(),
                            account.allowance()));
        };
    }
}
