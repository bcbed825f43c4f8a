package meanwhile.reference.seam;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses a request: thrown, it rolls the work back, so that the request changes nothing. */
public final class RefusedRequest extends RuntimeException {
    private final int status;
    private final String code;
    private final @Nullable String resource;
    private final Map<String, String> headers;

    /**
     * A refusal.
     *
     * @param status the HTTP status
     * @param code the stable word for programs
     * @param resource the resource concerned, if any
     * @param detail a sentence for people
     * @param headers to be sent along
     */
    public RefusedRequest(
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

    private static RefusedRequest of(
            int status, String code, @Nullable String resource, String detail) {
        return new RefusedRequest(status, code, resource, detail, Map.of());
    }

    private static RefusedRequest later(
            int status, String code, @Nullable String resource, String detail, long seconds) {
        return new RefusedRequest(
                status, code, resource, detail, Map.of("Retry-After", Long.toString(seconds)));
    }

    /** 401: no token, or an expired or revoked one. */
    public static RefusedRequest notSignedIn(String detail) {
        return new RefusedRequest(
                401, "not-signed-in", null, detail, Map.of("WWW-Authenticate", "Bearer"));
    }

    /** 403. */
    public static RefusedRequest forbidden(@Nullable String resource, String detail) {
        return of(403, "forbidden", resource, detail);
    }

    /** 404: it never existed. */
    public static RefusedRequest unknown(String resource) {
        return of(404, "unknown", resource, "There has never been a " + resource + ".");
    }

    /** 410: it existed and was deleted. */
    public static RefusedRequest gone(String resource) {
        return of(410, "gone", resource, "The " + resource + " has been deleted.");
    }

    /** 409 with Retry-After: it is still being processed. */
    public static RefusedRequest notReady(String resource) {
        return later(
                409, "not-ready", resource, "The " + resource + " is still being processed.", 1);
    }

    /** 409: it exists already. */
    public static RefusedRequest duplicate(String resource, String detail) {
        return of(409, "duplicate", resource, detail);
    }

    /** 409: another member has this name. */
    public static RefusedRequest nameTaken(String name) {
        return of(409, "name-taken", null, "The name \"" + name + "\" is taken.");
    }

    /** 412: the named version is outdated. */
    public static RefusedRequest stale(String resource, String detail) {
        return of(412, "stale", resource, detail);
    }

    /** 413. */
    public static RefusedRequest tooLarge(long limit) {
        return of(413, "too-large", null, "A file may have at most " + limit + " bytes.");
    }

    /** 415. */
    public static RefusedRequest unsupported(String detail) {
        return of(415, "unsupported", null, detail);
    }

    /** 422: the request makes no sense. */
    public static RefusedRequest invalid(String detail) {
        return of(422, "invalid", null, detail);
    }

    /** 422: the image could not be processed. */
    public static RefusedRequest failed(String resource, @Nullable String reason) {
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

    /** 428: the request must name a version. */
    public static RefusedRequest preconditionRequired(String resource) {
        return of(428, "precondition-required", resource, "Send If-Match with the ETag you read.");
    }

    /** 429: the allowance is used up. */
    public static RefusedRequest throttled(String detail, long retrySeconds) {
        return later(429, "throttled", null, detail, retrySeconds);
    }

    /** 503: the gallery is read-only for now. */
    public static RefusedRequest maintenance() {
        return later(503, "maintenance", null, "The gallery is read-only for maintenance.", 1);
    }

    /** 503: the node is at its capacity. */
    public static RefusedRequest overloaded() {
        return later(503, "overloaded", null, "The node is at its capacity.", 1);
    }

    /** 507: the member's storage is used up. */
    public static RefusedRequest quotaFull(long quota) {
        return of(507, "quota-full", null, "Your quota of " + quota + " bytes is used up.");
    }

    /** The same refusal with more headers. */
    public RefusedRequest with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new RefusedRequest(status, code, resource, detail(), all);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable word. */
    public String code() {
        return code;
    }

    /** The resource concerned, for example "image 1a2b". */
    public @Nullable String resource() {
        return resource;
    }

    /** The sentence for people. */
    public String detail() {
        String message = getMessage();
        return message == null ? code : message;
    }

    /** Headers to be sent along. */
    public Map<String, String> headers() {
        return headers;
    }
}
