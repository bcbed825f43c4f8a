package meanwhile.reference.store;

import java.util.Map;
import java.util.Optional;
import meanwhile.reference.seam.Idempotency;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Work;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps answers in the work's own transaction: an answer is kept if and only if its work is done.
 */
public final class SqlIdempotency implements Idempotency {
    private static final int LOCK = 3;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    @Override
    public Optional<Kept> recall(Work work, String memberId, String key, String fingerprint) {
        boolean free =
                work.handle()
                        .createQuery("SELECT pg_try_advisory_xact_lock(:kind, hashtext(:key))")
                        .bind("kind", LOCK)
                        .bind("key", memberId + " " + key)
                        .mapTo(Boolean.class)
                        .one();
        if (!free) {
            throw RefusedRequest.notReady("request with this Idempotency-Key");
        }
        record Found(String fingerprint, Kept kept) {}
        return work.handle()
                .createQuery(
                        """
                        SELECT fingerprint, status, headers, body FROM idempotency
                        WHERE member_id = :member AND key = :key
                        """)
                .bind("member", memberId)
                .bind("key", key)
                .map(
                        (row, context) ->
                                new Found(
                                        row.getString("fingerprint"),
                                        new Kept(
                                                row.getInt("status"),
                                                JSON.readValue(row.getString("headers"), HEADERS),
                                                row.getString("body"))))
                .findOne()
                .map(
                        found -> {
                            if (!found.fingerprint().equals(fingerprint)) {
                                throw RefusedRequest.invalid(
                                        "This Idempotency-Key was used for another request.");
                            }
                            return found.kept();
                        });
    }

    @Override
    public void keep(Work work, String memberId, String key, String fingerprint, Kept answer) {
        work.handle()
                .createUpdate(
                        """
                        INSERT INTO idempotency (member_id, key, fingerprint, status, headers, body)
                        VALUES (:member, :key, :fingerprint, :status, :headers, :body)
                        """)
                .bind("member", memberId)
                .bind("key", key)
                .bind("fingerprint", fingerprint)
                .bind("status", answer.status())
                .bind("headers", JSON.writeValueAsString(answer.headers()))
                .bind("body", answer.json())
                .execute();
    }
}
