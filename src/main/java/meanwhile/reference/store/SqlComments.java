package meanwhile.reference.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/**
 * Keeps comments: under the image's lock positions are assigned one by one, and the constraint
 * would refuse a duplicate.
 */
public final class SqlComments implements Comments {
    private static final String SELECT =
            """
            SELECT c.id, c.image_id, c.position, c.member_id, m.name, c.text, c.created_at
            FROM comments c JOIN members m ON m.id = c.member_id
            """;

    @Override
    public Comment add(Work work, Caller caller, String imageId, String text) {
        work.the(Locks.class).image(work, imageId).mustBeReady();
        String id = Ids.fresh();
        work.handle()
                .createUpdate(
                        """
                        INSERT INTO comments (id, image_id, position, member_id, text)
                        SELECT :id, i.id, i.comments + 1, :member, :text
                        FROM images i WHERE i.id = :image
                        """)
                .bind("id", id)
                .bind("image", imageId)
                .bind("member", caller.memberId())
                .bind("text", text)
                .execute();
        work.the(Counters.class).comments(work, imageId, 1);
        Comment added =
                work.handle()
                        .createQuery(SELECT + "WHERE c.id = :id")
                        .bind("id", id)
                        .map((row, context) -> comment(row))
                        .one();
        work.the(EventLog.class).append(work, "comment.added", imageId, caller.memberId());
        return added;
    }

    @Override
    public List<Comment> list(Work work, String imageId, @Nullable Long after, int limit) {
        return work.handle()
                .createQuery(
                        SELECT
                                + """
                                WHERE c.image_id = :image
                                AND (:after::bigint IS NULL OR c.position > :after::bigint)
                                ORDER BY c.position LIMIT :limit
                                """)
                .bind("image", imageId)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> comment(row))
                .list();
    }

    @Override
    public int count(Work work, String imageId) {
        return work.handle()
                .createQuery("SELECT comments FROM images WHERE id = :id")
                .bind("id", imageId)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> Tombstones.missing(work, "image", imageId));
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getString("id"),
                row.getString("image_id"),
                row.getInt("position"),
                row.getString("member_id"),
                row.getString("name"),
                row.getString("text"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
