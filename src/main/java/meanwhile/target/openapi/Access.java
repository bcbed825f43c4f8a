package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who may act: members sign up and log in, if the document has both; otherwise everybody acts with
 * one key.
 */
final class Access {
    private static final Set<String> LOG_IN =
            Set.of(
                    "login",
                    "log in",
                    "signin",
                    "sign in",
                    "session",
                    "token",
                    "authenticate",
                    "auth");
    private static final Set<String> SIGN_UP =
            Set.of(
                    "user",
                    "member",
                    "account",
                    "customer",
                    "register",
                    "registration",
                    "signup",
                    "sign up");
    private static final Set<String> LOGINS =
            Set.of("name", "username", "user name", "login", "email", "identifier");
    private static final Set<String> PASSWORDS = Set.of("password", "passphrase", "secret");
    private static final Set<String> TOKENS =
            Set.of("token", "access token", "session token", "jwt", "id token", "auth token");

    private final Part document;
    private final String variable;
    private final Optional<Route> logIn;
    private final Optional<Route> signUp;

    /**
     * @param name of the profile
     */
    Access(Part document, List<Route> routes, String name) {
        this.document = document;
        variable = name.toUpperCase(Locale.ROOT).replace('-', '_') + "_KEY";
        Optional<Route> welcome =
                routes.stream()
                        .filter(route -> isPost(route, LOG_IN))
                        .filter(route -> token(route).isPresent())
                        .findFirst();
        signUp =
                welcome.isEmpty()
                        ? Optional.empty()
                        : routes.stream().filter(route -> isPost(route, SIGN_UP)).findFirst();
        logIn = signUp.isEmpty() ? Optional.empty() : welcome;
    }

    private static boolean isPost(Route route, Set<String> names) {
        RequestBody body = RequestBody.of(route);
        String last = PlainWords.join(PlainWords.singular(Route.lastWords(route.path())));
        return route.is("POST")
                && route.gaps().isEmpty()
                && names.contains(last)
                && property(body.shape(), LOGINS).isPresent()
                && property(body.shape(), PASSWORDS).isPresent();
    }

    private static Optional<String> property(Shape shape, Set<String> names) {
        return shape.properties().stream()
                .filter(name -> names.contains(PlainWords.join(PlainWords.of(name))))
                .filter(Facts::isSafe)
                .findFirst();
    }

    private static Optional<String> token(Route route) {
        return property(route.answer(), TOKENS);
    }

    /** What is neither a thing nor an operation of the domain. */
    Predicate<Route> takes() {
        return route -> Optional.of(route).equals(logIn) || Optional.of(route).equals(signUp);
    }

    void write(ProfileText text) {
        if (logIn.isPresent() && signUp.isPresent()) {
            text.line(0, "session: {Authorization: \"Bearer {token}\"}");
            text.line(0, "operations:");
            welcome(text, "sign-up", signUp.get());
            welcome(text, "log-in", logIn.get());
            return;
        }
        text.line(0, "accounts: none");
        List<String> keys = new ArrayList<>(document.at("components", "securitySchemes").names());
        if (keys.isEmpty()) {
            text.open(
                    0,
                    "accounts",
                    "the document does not say how anybody signs in: a member is only a name, {me},"
                            + " which a header could carry, as headers: {X-User: \"{me}\"}");
            return;
        }
        text.open(
                0,
                "accounts",
                "everybody acts with one key; for accounts of their own see “accounts”, “members”"
                        + " and “session” in the list of what a profile can say");
        keys(text, keys);
    }

    private void keys(ProfileText text, List<String> names) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : names) {
            Part scheme = document.at("components", "securitySchemes", name);
            String type =
                    scheme.at("type").text()
                            + " "
                            + scheme.at("scheme").text().toLowerCase(Locale.ROOT);
            String place = scheme.at("in").text();
            if (place.equals("header") && headers.isEmpty()) {
                headers.put(scheme.at("name").line(), "{key}");
            } else if (place.equals("cookie") && headers.isEmpty()) {
                headers.put("Cookie", scheme.at("name").line() + "={key}");
            } else if (type.equals("http basic") && headers.isEmpty()) {
                headers.put("Authorization", "Basic {key}");
                text.aside(0, "the key is “login:password” in Base64");
            } else if (Set.of("http bearer", "oauth2 ", "openIdConnect ").contains(type)
                    && headers.isEmpty()) {
                headers.put("Authorization", "Bearer {key}");
                if (!type.startsWith("http")) {
                    text.open(0, "accounts", "%s: where the key comes from".formatted(name));
                }
            } else {
                text.open(0, "accounts", "%s: another way to sign in, left out".formatted(name));
            }
        }
        headers.keySet().removeIf(name -> !name.matches("[\\w-]+"));
        if (!headers.isEmpty()) {
            text.line(0, "secrets: {key: {from-environment: %s}}".formatted(variable));
            text.line(0, "headers: " + ProfileText.flow(headers));
        }
    }

    private static void welcome(ProfileText text, String name, Route route) {
        RequestBody body = RequestBody.of(route);
        Constants constants = new Constants();
        Map<String, Object> sent = new LinkedHashMap<>();
        Optional<String> login = property(body.shape(), LOGINS);
        Optional<String> password = property(body.shape(), PASSWORDS);
        for (String property : body.shape().properties()) {
            Shape shape = body.shape().property(property);
            if (Optional.of(property).equals(login)) {
                boolean mail = shape.format().equals("email") || property.equals("email");
                sent.put(property, mail ? "{name}@example.org" : "{name}");
            } else if (Optional.of(property).equals(password)) {
                sent.put(property, "{password}");
            } else if (body.shape().requires(property)) {
                sent.put(property, constants.of(property, shape));
            }
        }
        text.line(1, name + ":");
        if (!constants.madeUp().isEmpty()) {
            text.open(
                    2,
                    name,
                    "made up, as the document gives no example: "
                            + String.join(", ", constants.madeUp()));
        }
        text.line(2, "request: " + ProfileText.quoted("POST " + route.path()));
        text.line(2, body.field() + ": " + ProfileText.flow(sent));
        text.line(
                2,
                "accepted: " + (route.accepted().isEmpty() ? List.of(200, 201) : route.accepted()));
        String id = Kind.idOf(route, "member", null);
        text.line(
                2,
                "answer: "
                        + ProfileText.flow(
                                name.equals("sign-up")
                                        ? Map.of("id", id == null ? "= {name}" : id)
                                        : Map.of("access-token", "/" + token(route).orElse(""))));
    }
}
