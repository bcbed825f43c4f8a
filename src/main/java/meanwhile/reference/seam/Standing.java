package meanwhile.reference.seam;

import java.util.Map;

/**
 * Says how much of a member's allowance is used.
 *
 * @param allowance the allowance
 * @param used uploads inside the last window
 * @param resetSeconds whole seconds, rounded up, until there is room again or, if there is room,
 *     until the oldest upload leaves the window
 */
public record Standing(UploadAllowance allowance, int used, long resetSeconds) {
    /** Whether the next upload would exceed the allowance. */
    public boolean exhausted() {
        return used >= allowance.uploads();
    }

    /** The RateLimit fields of draft-ietf-httpapi-ratelimit-headers-10. */
    public Map<String, String> headers() {
        return Map.of(
                "RateLimit-Policy",
                "\"uploads\";q=" + allowance.uploads() + ";w=" + allowance.windowSeconds(),
                "RateLimit",
                "\"uploads\";r=" + Math.max(0, allowance.uploads() - used) + ";t=" + resetSeconds);
    }

    /** The refusal of an upload beyond the allowance. */
    public RefusedRequest refusal() {
        return RefusedRequest.throttled(
                        "At most "
                                + allowance.uploads()
                                + " uploads are allowed in "
                                + allowance.windowSeconds()
                                + " s.",
                        Math.max(1, resetSeconds))
                .with(headers());
    }
}
