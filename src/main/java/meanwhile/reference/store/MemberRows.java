package meanwhile.reference.store;

import java.util.List;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Work;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table whose rows each belong to a member and point to an image.
 *
 * @param kind the name of a row in refusals
 * @param table the table
 * @param columns the columns that the mapper reads
 * @param mapper makes a value from a row
 */
record MemberRows<T>(String kind, String table, String columns, RowMapper<T> mapper) {
    /** Lists the member's rows above a position, in the order of their positions. */
    List<T> list(Work work, String memberId, @Nullable Long after, int limit) {
        return work.handle()
                .createQuery(
                        """
                        SELECT %s FROM %s WHERE member_id = :member
                        AND (:after::bigint IS NULL OR seq > :after::bigint)
                        ORDER BY seq LIMIT :limit
                        """
                                .formatted(columns, table))
                .bind("member", memberId)
                .bind("after", after)
                .bind("limit", limit)
                .map(mapper)
                .list();
    }

    /** Counts the member's rows. */
    int count(Work work, String memberId) {
        return work.handle()
                .createQuery("SELECT count(*) FROM " + table + " WHERE member_id = :member")
                .bind("member", memberId)
                .mapTo(Integer.class)
                .one();
    }

    /** Finds the image that the caller's own row points to; 404, 410 or 403. */
    String imageOf(Work work, Caller caller, String id) {
        record Owned(String memberId, String imageId) {}
        Owned owned =
                work.handle()
                        .createQuery("SELECT member_id, image_id FROM " + table + " WHERE id = :id")
                        .bind("id", id)
                        .map(
                                (row, context) ->
                                        new Owned(
                                                row.getString("member_id"),
                                                row.getString("image_id")))
                        .findOne()
                        .orElseThrow(() -> Tombstones.missing(work, kind, id));
        if (!owned.memberId().equals(caller.memberId())) {
            throw RefusedRequest.forbidden(
                    kind + " " + id, "This " + kind + " is another member's.");
        }
        return owned.imageId();
    }
}
