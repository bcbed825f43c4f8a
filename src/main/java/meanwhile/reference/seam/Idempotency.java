package meanwhile.reference.seam;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers the answers of writes that carry an Idempotency-Key (draft-07). */
public interface Idempotency {
    /**
     * The answer given to this key before, if any; 409 while the first request is still running,
     * 422 if the key was used for another request.
     *
     * @param fingerprint stands for the request's method, path and content
     */
    Optional<Kept> recall(Work work, String memberId, String key, String fingerprint);

    /** Keeps an answer, in the transaction of its work. */
    void keep(Work work, String memberId, String key, String fingerprint, Kept answer);

    /**
     * A kept answer.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param json the body, if there is one
     */
    record Kept(int status, Map<String, String> headers, @Nullable String json) {}
}
