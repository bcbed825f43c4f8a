package meanwhile.reference.store;

import java.time.OffsetDateTime;
import java.util.List;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in the order of their transactions, and reads them only below the oldest running
 * transaction: nothing can appear there later, so a reader who moves on misses nothing.
 */
public final class SqlEvents implements EventLog {
    @Override
    public void append(
            Work work, String kind, @Nullable String imageId, @Nullable String memberId) {
        work.handle()
                .createUpdate(
                        """
                        INSERT INTO events (kind, image_id, member_id)
                        VALUES (:kind, :image, :member)
                        """)
                .bind("kind", kind)
                .bind("image", imageId)
                .bind("member", memberId)
                .execute();
        work.announce(Topic.EVENT, "");
    }

    @Override
    public Position end(Work work) {
        long oldest =
                work.handle()
                        .createQuery("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                        .mapTo(Long.class)
                        .one();
        return new Position(oldest - 1, Long.MAX_VALUE);
    }

    @Override
    public Page read(Work work, Position after, int limit) {
        record Row(Event event, boolean settled) {}
        List<Row> rows =
                work.handle()
                        .createQuery(
                                """
                                SELECT xid::text::bigint AS xid, seq, kind, image_id, member_id, at,
                                xid < pg_snapshot_xmin(pg_current_snapshot()) AS settled
                                FROM events
                                WHERE (xid, seq) > (:xid::text::xid8, :seq)
                                ORDER BY events.xid, seq LIMIT :limit
                                """)
                        .bind("xid", Long.toString(after.transaction()))
                        .bind("seq", after.seq())
                        .bind("limit", limit)
                        .map(
                                (row, context) ->
                                        new Row(
                                                new Event(
                                                        new Position(
                                                                row.getLong("xid"),
                                                                row.getLong("seq")),
                                                        row.getString("kind"),
                                                        row.getString("image_id"),
                                                        row.getString("member_id"),
                                                        row.getObject("at", OffsetDateTime.class)
                                                                .toInstant()),
                                                row.getBoolean("settled")))
                        .list();
        List<Event> settled = rows.stream().filter(Row::settled).map(Row::event).toList();
        return new Page(settled, settled.size() < rows.size());
    }
}
