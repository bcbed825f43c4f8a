package meanwhile.reference.seam;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is refused and changes nothing: thrown, it rolls the work back. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String code;
    private final @Nullable String resource;
    private final Map<String, String> headers;

    /**
     * A refusal.
     *
     * @param status the HTTP status
     * @param code the stable word for programs
     * @param resource what it is about, if anything
     * @param detail a sentence for people
     * @param headers to be sent along
     */
    public Refusal(
            int status,
            String code,
            @Nullable String resource,
            String detail,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.resource = resource;
        this.headers = Map.copyOf(headers);
    }

    private static Refusal of(int status, String code, @Nullable String resource, String detail) {
        return new Refusal(status, code, resource, detail, Map.of());
    }

    private static Refusal later(
            int status, String code, @Nullable String resource, String detail, long seconds) {
        return new Refusal(
                status, code, resource, detail, Map.of("Retry-After", Long.toString(seconds)));
    }

    /** 401: no token, or one that is expired or revoked. */
    public static Refusal notSignedIn(String detail) {
        return new Refusal(
                401, "not-signed-in", null, detail, Map.of("WWW-Authenticate", "Bearer"));
    }

    /** 403. */
    public static Refusal forbidden(@Nullable String resource, String detail) {
        return of(403, "forbidden", resource, detail);
    }

    /** 404: never known. */
    public static Refusal unknown(String resource) {
        return of(404, "unknown", resource, "There has never been a " + resource + ".");
    }

    /** 410: known once, deleted since. */
    public static Refusal gone(String resource) {
        return of(410, "gone", resource, "The " + resource + " has been deleted.");
    }

    /** 409 with Retry-After: still being processed. */
    public static Refusal notReady(String resource) {
        return later(
                409, "not-ready", resource, "The " + resource + " is still being processed.", 1);
    }

    /** 409: it is there already. */
    public static Refusal duplicate(String resource, String detail) {
        return of(409, "duplicate", resource, detail);
    }

    /** 409: another member has this name. */
    public static Refusal nameTaken(String name) {
        return of(409, "name-taken", null, "The name \"" + name + "\" is taken.");
    }

    /** 412: the version asked for has passed. */
    public static Refusal stale(String resource, String detail) {
        return of(412, "stale", resource, detail);
    }

    /** 413. */
    public static Refusal tooLarge(long limit) {
        return of(413, "too-large", null, "A file may have at most " + limit + " bytes.");
    }

    /** 415. */
    public static Refusal unsupported(String detail) {
        return of(415, "unsupported", null, detail);
    }

    /** 422: the request cannot be meant so. */
    public static Refusal invalid(String detail) {
        return of(422, "invalid", null, detail);
    }

    /** 422: the image could not be processed. */
    public static Refusal failed(String resource, @Nullable String reason) {
        return of(
                422,
                "invalid",
                resource,
                "The "
                        + resource
                        + " could not be processed: "
                        + (reason == null ? "unknown reason" : reason)
                        + ".");
    }

    /** 428: the request must say which version it means. */
    public static Refusal preconditionRequired(String resource) {
        return of(428, "precondition-required", resource, "Send If-Match with the ETag you read.");
    }

    /** 429: past an allowance. */
    public static Refusal throttled(String detail, long retrySeconds) {
        return later(429, "throttled", null, detail, retrySeconds);
    }

    /** 503: read-only for now. */
    public static Refusal maintenance() {
        return later(503, "maintenance", null, "The gallery is read-only for maintenance.", 1);
    }

    /** 503: more work than the node takes. */
    public static Refusal overloaded() {
        return later(503, "overloaded", null, "The node is at its capacity.", 1);
    }

    /** 507: the member's storage is used up. */
    public static Refusal quotaFull(long quota) {
        return of(507, "quota-full", null, "Your quota of " + quota + " bytes is used up.");
    }

    /** The same refusal with more headers. */
    public Refusal with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Refusal(status, code, resource, detail(), all);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable word. */
    public String code() {
        return code;
    }

    /** What it is about, for example "image 1a2b". */
    public @Nullable String resource() {
        return resource;
    }

    /** The sentence for people. */
    public String detail() {
        var message = getMessage();
        return message == null ? code : message;
    }

    /** Headers to be sent along. */
    public Map<String, String> headers() {
        return headers;
    }
}
