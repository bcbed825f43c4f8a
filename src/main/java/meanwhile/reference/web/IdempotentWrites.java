package meanwhile.reference.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Idempotency;
import meanwhile.reference.seam.Idempotency.Kept;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/**
 * Makes a write with an Idempotency-Key take effect once. Only successes are kept: a refusal
 * changed nothing, so its retry may be served.
 */
final class IdempotentWrites {
    static final String HEADER = "Idempotency-Key";

    private static final String FINGERPRINT = "gallery-fingerprint";
    private static final int LONGEST = 255;

    private final Seams seams;

    IdempotentWrites(Seams seams) {
        this.seams = seams;
    }

    /** A kept body, to be sent unchanged. */
    record Replay(String json) {}

    /**
     * Sets what stands for the content where the body's bytes cannot: multipart boundaries differ
     * between retries.
     */
    static void fingerprint(Context context, String content) {
        context.attribute(FINGERPRINT, content);
    }

    HttpAnswer answer(Context context, Work work, Caller caller, MemberOperation operation) {
        String key = key(context);
        if (key == null) {
            return operation.answer(work, caller);
        }
        Idempotency kept = seams.the(Idempotency.class);
        String fingerprint = fingerprint(context);
        return kept.recall(work, caller.memberId(), key, fingerprint)
                .map(IdempotentWrites::replay)
                .orElseGet(
                        () -> {
                            HttpAnswer answer = operation.answer(work, caller);
                            kept.keep(work, caller.memberId(), key, fingerprint, keep(answer));
                            return answer;
                        });
    }

    private static @Nullable String key(Context context) {
        String key = context.header(HEADER);
        if (key != null && (key.isBlank() || key.length() > LONGEST)) {
            throw RefusedRequest.invalid(HEADER + " must have 1 to " + LONGEST + " characters.");
        }
        return key;
    }

    private static String fingerprint(Context context) {
        String content = context.attribute(FINGERPRINT);
        if (content == null) {
            content = context.body();
        }
        return Media.sha256(
                (context.method() + " " + context.path() + "\n" + content)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer replay(Kept kept) {
        String json = kept.json();
        return new HttpAnswer(
                kept.status(), kept.headers(), json == null ? null : new Replay(json));
    }

    private static Kept keep(HttpAnswer answer) {
        Object body = answer.body();
        return new Kept(
                answer.status(),
                answer.headers(),
                body == null ? null : new String(Json.write(body), StandardCharsets.UTF_8));
    }
}
